import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeWorkbook from 'write-excel-file/node'
import { createRosterWorkbook } from '../../src/exports/roster-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { loadRoster } from '../../src/usecases/load-roster.ts'
import type { Database } from '../../src/usecases/ports.ts'
import { TIME_ZONE, testSecrets } from '../support/demo.ts'
import { rosterRows } from '../support/roster-rows.ts'
import { createServerDatabase } from '../support/server-database.ts'
import type { BenchPart } from './part.ts'

const ROWS = 10_000
const NOW = new Date('2026-11-22T03:00:00Z')

/** A list of ten thousand people of nine thousand schools, as workbook and as text, into an empty database of either kind. */
export const roster: BenchPart = {
  title: `A roster of ${ROWS} rows, in milliseconds`,
  async run() {
    const server = process.env.TEST_DATABASE_URL
    return [await onEmbedded(), ...(server === undefined ? [] : [await onServer()])]
  },
}

async function onEmbedded() {
  const dataDir = await mkdtemp(join(tmpdir(), 'chi-tieu-bench-'))
  const database = await openDatabase({ dataDir, today: () => '2026-11-22' })
  try {
    return { on: 'embedded', ...(await measure(database)) }
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function onServer() {
  const made = await createServerDatabase('template0')
  const database = await openDatabase({ dataDir: '', url: made.url, today: () => '2026-11-22' })
  try {
    return { on: 'server', ...(await measure(database)) }
  } finally {
    await database.close()
    await made.drop()
  }
}

async function measure(database: Database) {
  const rosterFile = createRosterWorkbook(await createTexts())
  const deps = { database, clock: { now: () => NOW }, timeZone: TIME_ZONE, secrets: testSecrets, rosterFile }
  const table = rosterRows(ROWS)
  const cells = table.map((row) => row.map((value) => ({ value, type: String })))
  const workbook = new Uint8Array(await writeWorkbook(cells).toBuffer())
  const text = new TextEncoder().encode(table.map((row) => row.join(';')).join('\r\n'))
  const load = (bytes: Uint8Array, apply: boolean) => loadRoster(deps, 'cli', { bytes, apply })
  const [preview, shown] = await timed(() => load(workbook, false))
  const [apply, applied] = await timed(() => load(workbook, true))
  const [again, nothing] = await timed(() => load(text, true))
  return {
    units: applied.created.length,
    people: applied.people,
    'preview .xlsx': preview,
    'apply .xlsx': apply,
    'again .csv': again,
    sound:
      shown.created.length === applied.created.length && nothing.created.length + nothing.changed.length === 0
        ? 'yes'
        : 'NO',
  }
}

async function timed<R>(work: () => Promise<R>): Promise<readonly [number, R]> {
  const from = performance.now()
  const result = await work()
  return [Math.round(performance.now() - from), result]
}
