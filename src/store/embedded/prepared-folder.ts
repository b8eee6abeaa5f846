import { existsSync } from 'node:fs'
import { cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A database folder as `initdb` leaves it, made once by `npm run build`: a first start copies it, which takes a moment, instead of
 * running `initdb`, which takes seconds and some 800 MB of memory.
 */
export const PREPARED_FOLDER = fileURLToPath(new URL('../../../dist/postgres', import.meta.url))

/** A file every PostgreSQL folder has. */
const MARK = 'PG_VERSION'

/** Makes the folder a copy of the prepared one where it holds no database yet; without a prepared one PGlite makes its own. */
export async function fillFromPrepared(dir: string, prepared = PREPARED_FOLDER): Promise<void> {
  if (existsSync(join(dir, MARK)) || !existsSync(join(prepared, MARK))) return
  const unfinished = `${dir}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await cp(prepared, unfinished, { recursive: true })
  await syncFiles(unfinished)
  await rm(dir, { recursive: true, force: true })
  await rename(unfinished, dir)
}

/** A copy cut short by a loss of power must not look like a database. */
async function syncFiles(dir: string): Promise<void> {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  await Promise.all(files.map((file) => syncFile(join(file.parentPath, file.name))))
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}
