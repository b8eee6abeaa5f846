import type { SendOutcome } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'

/** Returns what the outcome writes on the message's row, as assignments. */
export function outcomeColumns(outcome: SendOutcome, at: Date): Prisma.Sql {
  const ended = Prisma.sql`"endedAt" = ${at.toISOString()}::timestamptz`
  switch (outcome.kind) {
    case 'sent':
      return Prisma.sql`"state" = 'sent', "sentAt" = ${at.toISOString()}::timestamptz, ${ended},
        "messageId" = ${outcome.messageId}::bigint, "error" = NULL`
    case 'retry':
      return pendingFrom(outcome.notBefore, outcome.error)
    case 'moved':
      return Prisma.sql`${pendingFrom(at, outcome.error)}, "chatId" = ${outcome.chatId}::bigint, "threadId" = NULL`
    case 'out-of-topic':
      return Prisma.sql`${pendingFrom(at, outcome.error)}, "threadId" = NULL`
    case 'in-doubt':
      return Prisma.sql`"state" = 'in-doubt', ${ended}, "error" = ${outcome.error}`
    default:
      return Prisma.sql`"state" = ${outcome.kind}, ${ended}, "reason" = ${outcome.reason}, "error" = ${outcome.error}`
  }
}

const pendingFrom = (at: Date, error: string): Prisma.Sql =>
  Prisma.sql`"state" = 'pending', "sender" = NULL, "notBefore" = ${at.toISOString()}::timestamptz, "error" = ${error}`
