import type { Prisma } from './client/client.ts'

/** The client outside a transaction, or that of one. */
export type Db = Prisma.TransactionClient

/** What every store stands on. */
export interface StoreContext {
  readonly db: Db
  /** Runs several statements as one: in the transaction there is, else in one of their own. */
  atomically<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** The office's day today, `YYYY-MM-DD`: roles and reporting links are those of this day. */
  today(): string
  /** One process alone has the embedded database; a server may have several. */
  readonly isEmbedded: boolean
}
