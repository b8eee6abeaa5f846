import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type LocalDate, parseLocalDate } from '../../domain/local-date.ts'
import type { BackupShelf } from '../../usecases/ports.ts'

const NAME = /^chi-tieu-(\d{4}-\d{2}-\d{2})\.backup$/

/** Returns the backups in the folder `backups` of the data folder, which is made with the first; nobody else may read them. */
export function createBackupShelf(dataDir: string): BackupShelf {
  const folder = join(dataDir, 'backups')
  const fileOf = (day: LocalDate) => join(folder, `chi-tieu-${day}.backup`)
  return {
    folder,
    async list() {
      const names = await readdir(folder).catch(() => [])
      return names.flatMap((name) => parseLocalDate(NAME.exec(name)?.[1] ?? '') ?? []).toSorted()
    },
    async put(day, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = `${fileOf(day)}.unfinished`
      const file = await open(unfinished, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, fileOf(day))
    },
    remove: (day) => rm(fileOf(day), { force: true }),
  }
}
