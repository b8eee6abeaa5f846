import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import type { BackupShelf, Database, Vault } from '../usecases/ports.ts'
import { createVault } from './backup/vault.ts'
import { PrismaClient } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'
import { createBackupShelf } from './embedded/backup-shelf.ts'
import { openDurablePGlite } from './embedded/durable-pglite.ts'
import { createLock, type Lock } from './embedded/lock.ts'
import { createPGlitePool } from './embedded/pglite-pool.ts'
import { createExclusively, type Exclusively, type Hold } from './exclusively.ts'
import { createLeadership } from './leadership.ts'
import { migrate } from './migrate.ts'
import { createPrepared } from './prepared.ts'
import { createServerPool } from './server-pool.ts'
import { createStores } from './stores.ts'

export interface DatabaseOptions {
  /** `postgres://…`; absent: the embedded database of the folder. */
  readonly url?: string
  readonly dataDir: string
  /** The office's day today, `YYYY-MM-DD`. */
  readonly today: () => string
}

export interface OpenDatabase extends Database {
  readonly isEmbedded: boolean
  /** The folder's lock and control channel, of the embedded database only. */
  readonly lock?: Lock
  /** The database as a whole, for backups. */
  readonly vault: Vault
  /** Where nightly backups go, of the embedded database only. */
  readonly shelf?: BackupShelf
  /** Tells of each message that can be sent now: once it is kept, and only those of this process. */
  onQueued(tell: () => void): void
  /** What PostgreSQL does by itself and the embedded database only when asked: clears dead rows, counts, shrinks the log. */
  maintenance(): Promise<void>
  /** Ends all connections; what was committed stays. Nothing may be called afterwards. */
  close(): Promise<void>
}

/** What a database is made of; `close` ends what lies below the pool. */
export interface Foundation {
  readonly pool: pg.Pool
  readonly isEmbedded: boolean
  readonly today: () => string
  readonly lock?: Lock
  readonly shelf?: BackupShelf
  readonly close?: () => Promise<void>
  /** Absent: no other process is there. */
  readonly exclusively?: Exclusively
  /** Absent: nobody else could lead. */
  readonly isLeader?: () => Promise<boolean>
  readonly hold?: Hold
}

/**
 * Returns the stores over a database that is up to date with the program's migrations.
 * Throws: database-in-use when another process holds the folder; Error when it cannot be reached, migrated or made durable.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const foundation = await openFoundation(options)
  try {
    await migrate(foundation.pool)
    return buildDatabase(foundation)
  } catch (error) {
    await closeFoundation(foundation)
    throw error
  }
}

/**
 * Opens the database as it is, whatever made it: nothing is migrated or loaded. For backups and what takes the place of the whole.
 * Throws: database-in-use.
 */
export async function openVault(options: DatabaseOptions): Promise<Vault & { close(): Promise<void> }> {
  const foundation = await openFoundation(options)
  return { ...createVault(foundation.pool, foundation.isEmbedded), close: () => closeFoundation(foundation) }
}

const openFoundation = async (options: DatabaseOptions): Promise<Foundation> =>
  options.url === undefined ? openEmbedded(options) : openServer(options.url, options)

function openServer(url: string, { today }: DatabaseOptions): Foundation {
  const { exclusively, hold, close: endExclusively } = createExclusively(url)
  const { isLeader, close: endLeadership } = createLeadership(url)
  const close = async () => {
    await endLeadership()
    await endExclusively()
  }
  return { pool: createServerPool(url), isEmbedded: false, today, exclusively, hold, isLeader, close }
}

async function openEmbedded({ dataDir, today }: DatabaseOptions): Promise<Foundation> {
  const lock = await createLock(dataDir)
  try {
    const db = await openDurablePGlite(join(dataDir, 'postgres'))
    const shelf = createBackupShelf(dataDir)
    return { pool: createPGlitePool(db), isEmbedded: true, today, lock, shelf, close: () => db.close() }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const USUAL_TIMEOUT_MS = 20_000

/** Returns the stores over the pool, which must lead to a migrated database. */
export function buildDatabase(foundation: Foundation): OpenDatabase {
  const {
    pool,
    isEmbedded,
    today,
    lock,
    shelf,
    exclusively = alone,
    hold,
    isLeader = async () => true,
  } = foundation
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 15_000, timeout: USUAL_TIMEOUT_MS },
  })
  let tellQueued = () => {}
  const queued = () => tellQueued()
  const base = { today, isEmbedded, exclusively, ...(hold && { hold }) }
  const outside = { ...base, db: client, prepared: createPrepared(pool), queued }
  return {
    ...createStores({ ...outside, atomically: (work) => client.$transaction(work) }),
    ...{ isEmbedded, isLeader, vault: createVault(pool, isEmbedded) },
    ...{ ...(lock && { lock }), ...(shelf && { shelf }) },
    onQueued: (tell) => {
      tellQueued = tell
    },
    transaction: async (work, how) => {
      let hasQueued = false
      const note = () => {
        hasQueued = true
      }
      const result = await client.$transaction(
        (db) => work(createStores({ ...base, ...within(db), queued: note })),
        { timeout: how?.timeoutMs ?? USUAL_TIMEOUT_MS },
      )
      if (hasQueued) queued()
      return result
    },
    maintenance: async () => {
      if (!isEmbedded) return
      await pool.query('VACUUM ANALYZE')
      await pool.query('CHECKPOINT')
    },
    close: async () => {
      await client.$disconnect()
      await closeFoundation(foundation)
    },
  }
}

const alone: Exclusively = (_name, work) => work()

/** In a transaction everything goes through its own connection. */
const within = (db: Db): Pick<StoreContext, 'db' | 'atomically' | 'prepared'> => ({
  db,
  atomically: (work) => work(db),
  prepared: ({ text, values }) => db.$queryRawUnsafe(text, ...values),
})

async function closeFoundation({ pool, close, lock }: Foundation): Promise<void> {
  await pool.end()
  await close?.()
  await lock?.release()
}
