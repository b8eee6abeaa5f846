import type { LocalDate } from '../../domain/local-date.ts'
import type { DatabaseProbe } from './probes.ts'

/** The whole database as one file. */
export interface Backup {
  readonly bytes: Uint8Array
  readonly at: Date
  readonly tables: number
  readonly rows: number
}

export interface RestoreHow {
  readonly at: Date
  /** What is there may go. */
  readonly replaces: boolean
  readonly allowsDemo: boolean
  /** Nothing has happened since the backup was made: messages that wait are still to be sent. */
  readonly isMove: boolean
}

export interface Restored extends Omit<Backup, 'bytes'> {
  /** It was made by an older program and has been brought up to date. */
  readonly isMigrated: boolean
}

/** A database as a whole. */
export interface Vault {
  backup(at: Date): Promise<Backup>
  /** The backup of that moment lies where it is kept: `LAST_BACKUP` tells of it. */
  noteBackup(at: Date): Promise<void>
  probe(): Promise<DatabaseProbe>
  /** All or nothing. Throws: restore-not-empty, bot-running, database-is-demo, backup-invalid, backup-newer. */
  restore(bytes: Uint8Array, how: RestoreHow): Promise<Restored>
}

/** Backups kept by day, one a day. */
export interface BackupShelf {
  /** Where they lie, for people. */
  readonly folder: string
  /** Oldest first. */
  list(): Promise<readonly LocalDate[]>
  /** All of it or nothing is there afterwards. */
  put(day: LocalDate, bytes: Uint8Array): Promise<void>
  remove(day: LocalDate): Promise<void>
}
