import { backupsToForget } from '../domain/backup-rotation.ts'
import { type LocalDate, localDateOf, localTimeOf } from '../domain/local-date.ts'
import type { BackupShelf, Clock, Vault } from './ports.ts'

export interface KeepBackupsDeps {
  readonly vault: Vault
  readonly shelf: BackupShelf
  readonly clock: Clock
  readonly timeZone: string
}

/** When few are at work; a machine that was off by then makes it up later in the day. */
export const BACKUP_FROM = '02:00'

/** Makes today's backup where it is lacking and forgets those no longer wanted; returns the day it made one for. */
export async function keepBackups(deps: KeepBackupsDeps): Promise<LocalDate | undefined> {
  const { vault, shelf, clock, timeZone } = deps
  const now = clock.now()
  const today = localDateOf(now, timeZone)
  const days = await shelf.list()
  if (days.includes(today) || localTimeOf(now, timeZone) < BACKUP_FROM) return undefined
  await shelf.put(today, (await vault.backup(now)).bytes)
  await vault.noteBackup(now)
  for (const day of backupsToForget([...days, today], today)) await shelf.remove(day)
  return today
}
