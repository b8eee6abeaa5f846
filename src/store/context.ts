import type { Prisma } from './client/client.ts'
import type { Exclusively, Hold } from './exclusively.ts'
import type { Prepared } from './prepared.ts'

/** The client outside a transaction, or that of one. */
export type Db = Prisma.TransactionClient

/** What every store stands on. */
export interface StoreContext {
  readonly db: Db
  /** Runs several statements as one: in the transaction there is, else in one of their own. */
  atomically<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** For the statements every message needs. */
  readonly prepared: Prepared
  /** Does the work, or nothing while another process does work of the same name. Nobody shares the embedded database. */
  readonly exclusively: Exclusively
  /** Absent: nobody else is there, or nobody can tell who lives. */
  readonly hold?: Hold
  /** A message was put into the outbox. */
  queued(): void
  /** The office's day today, `YYYY-MM-DD`: roles and reporting links are those of this day. */
  today(): string
  /** One process alone has the embedded database; a server may have several. */
  readonly isEmbedded: boolean
}
