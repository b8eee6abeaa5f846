/** Run by `npm run build`: makes the prepared database folder, unless this version of PGlite has made it already. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PREPARED_FOLDER } from './prepared-folder.ts'

const VERSION_FILE = `${PREPARED_FOLDER}.version`

const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
const { version } = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as {
  version: string
}
const known = await readFile(VERSION_FILE, 'utf8').catch(() => '')
if (known !== version) {
  await rm(PREPARED_FOLDER, { recursive: true, force: true })
  await (await PGlite.create({ dataDir: PREPARED_FOLDER })).close()
  await writeFile(VERSION_FILE, version)
}
