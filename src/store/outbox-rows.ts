import type { OutboxRow } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import { present } from './rows.ts'

export type OutboxRecord = Omit<OutboxRow, 'chatId' | 'threadId' | 'dedupeKey'> & {
  readonly chatId: bigint | string
  readonly threadId: number | null
  readonly dedupeKey: string | null
}

export const outboxColumns = (alias: string): Prisma.Sql =>
  Prisma.raw(
    [
      'id',
      'chatId',
      'threadId',
      'kind',
      'params',
      'locale',
      'priority',
      'dedupeKey',
      'notBefore',
      'attempts',
      'dueAt',
      'createdAt',
    ]
      .map((column) => `${alias}."${column}"`)
      .join(', '),
  )

/** Chat ids of Telegram have at most 52 bits, so a number holds them. */
export const toOutboxRow = ({ chatId, ...record }: OutboxRecord): OutboxRow => ({
  ...present(record),
  // NULL is a value a message's parameters may have.
  params: record.params,
  chatId: Number(chatId),
})
