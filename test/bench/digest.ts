import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { Resvg } from '@resvg/resvg-js'
import pg from 'pg'
import { systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId } from '../../src/domain/brand.ts'
import type { Digest } from '../../src/domain/digest.ts'
import { getPeriod } from '../../src/domain/period.ts'
import { PALETTE } from '../../src/exports/chart-palette.ts'
import type { Fonts } from '../../src/exports/chart-scene.ts'
import { createDigestChart, drawDigest } from '../../src/exports/digest-chart.ts'
import { FONT_FAMILY, FONT_FILES, readFont } from '../../src/exports/font.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts'
import { renderDigestCaption } from '../../src/telegram/views/digest-caption.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { buildDigests, type PostDigestsDeps } from '../../src/usecases/post-digests.ts'
import {
  type CommuneFigure,
  type CountrySize,
  countedLines,
  countryLibrary,
  fillCountry,
  HAND_WRITTEN,
  toldLines,
} from '../support/country.ts'

import { databaseOn, onServer } from '../support/server-database.ts'
import { type BenchPart, median } from './part.ts'

const WHOLE: CountrySize = { provinces: 34, communes: 3321, schools: 40_000, years: 3, oneMissingOf: 5 }
const FEW = 100
const PASSES = 3
const PICTURES = 40
const NOW = new Date('2026-12-14T07:00:00+07:00')

type Row = Readonly<Record<string, string | number>>

/** All commune digests of a generated country, beside one hand-written SQL statement; text and picture apart. */
export const digest: BenchPart = {
  title: `Digests: a country of ${WHOLE.provinces} provinces, ${WHOLE.communes} communes, ${WHOLE.schools} schools, 30 indicators, ${WHOLE.years} years; the middle of ${PASSES} passes in turn`,
  run: () => withCountry(WHOLE, measure),
}

async function withCountry(
  size: CountrySize,
  work: (database: OpenDatabase, pool: pg.Pool) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined) return [{ what: 'not measured: set TEST_DATABASE_URL to a PostgreSQL server' }]
  const name = `chi_tieu_bench_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name}`)
  const url = databaseOn(server, name)
  const database = await openDatabase({ url, dataDir: '', today: () => '2026-12-14' })
  const pool = new pg.Pool({ connectionString: url })
  try {
    await fillCountry(pool, size)
    await pool.query('VACUUM ANALYZE')
    return await work(database, pool)
  } finally {
    await pool.end()
    await database.close()
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
  }
}

async function measure(database: OpenDatabase, pool: pg.Pool): Promise<readonly Row[]> {
  const deps = {
    database,
    library: countryLibrary(),
    clock: { now: () => NOW },
    timeZone: 'Asia/Ho_Chi_Minh',
  }
  const communes = Array.from({ length: WHOLE.communes }, (_, place) => `c${place + 1}` as OrgUnitId)
  const build = async (units: readonly OrgUnitId[]): Promise<readonly Digest[]> => {
    const built = await buildDigests(
      deps,
      units.map((unit) => ({ unit, week: '2026-W51' })),
    )
    return built.map((each) => {
      if (each.status === 'rejected') throw each.reason
      return each.value
    })
  }
  const byHand: number[] = []
  const all: number[] = []
  const few: number[] = []
  let digests: readonly Digest[] = []
  for (let pass = 0; pass <= PASSES; pass++) {
    const times = [
      await timeOf(() => pool.query(HAND_WRITTEN)),
      await timeOf(async () => {
        digests = await build(communes)
      }),
      await timeOf(() => build(communes.slice(0, FEW))),
    ]
    // The first pass warms the caches up.
    if (pass === 0) continue
    for (const [place, list] of [byHand, all, few].entries()) list.push(times[place] ?? Number.NaN)
  }
  const [hand, whole, part] = [median(byHand), median(all), median(few)]
  return [
    {
      what: 'one SQL statement by hand',
      'total s': seconds(hand),
      'a group ms': each(hand, communes.length),
    },
    {
      what: `data of ${communes.length} digests`,
      'total s': seconds(whole),
      'a group ms': each(whole, communes.length),
      ratio: `${(whole / hand).toFixed(2)} of the statement`,
    },
    { what: `data of ${FEW} digests`, 'total s': seconds(part), 'a group ms': each(part, FEW) },
    {
      what: 'a group among all, to one among few',
      ratio: (whole / communes.length / (part / FEW)).toFixed(2),
    },
    await compareFigures(pool, deps, communes, digests),
    ...(await measureDrawing(digests)),
  ]
}

/** How many figures of all groups are not those of the statement, or of the progress asked for one by one. */
async function compareFigures(
  pool: pg.Pool,
  { database, library, timeZone }: PostDigestsDeps,
  communes: readonly OrgUnitId[],
  digests: readonly Digest[],
): Promise<Row> {
  const { rows } = await pool.query<CommuneFigure>(HAND_WRITTEN)
  const counted = new Set(countedLines(rows))
  const told = new Set(digests.flatMap((digest, place) => toldLines(communes[place] ?? '', digest)))
  const others = [...told].filter((line) => !counted.has(line)).length + counted.size - told.size
  const reads = { ...database, library, timeZone }
  let changed = 0
  for (const [place, unit] of communes.entries()) {
    const asked = { scope: systemScope, unit, period: getPeriod('2026'), now: NOW }
    const { rows: alone } = await getProgress(reads, asked)
    const together = new Map(digests[place]?.rows.map((row) => [row.indicator, row]))
    changed += alone.filter((row) => !isDeepStrictEqual(row, together.get(row.indicator))).length
  }
  return {
    what: `of ${counted.size} figures of all groups, others than the statement’s · rows other than progress’s`,
    ratio: `${others} · ${changed}`,
  }
}

/** Text and picture of the first digests, and what resvg alone takes for the same drawings. */
async function measureDrawing(digests: readonly Digest[]): Promise<readonly Row[]> {
  const texts = await createTexts()
  const t = texts.for('vi')
  const chart = await createDigestChart(texts)
  const fonts: Fonts = {
    400: await readFont(FONT_FILES[400]),
    600: await readFont(FONT_FILES[600]),
    700: await readFont(FONT_FILES[700]),
  }
  const drawn = digests.slice(0, PICTURES)
  const text = await timeOf(async () => digests.map((one) => renderDigestCaption(t, one)))
  const layOut = await timeOf(async () => drawn.map((one) => drawDigest(fonts, t, one)))
  const svgs = drawn.map((one) => drawDigest(fonts, t, one))
  const font = {
    fontFiles: Object.values(FONT_FILES),
    loadSystemFonts: false,
    defaultFontFamily: FONT_FAMILY,
  }
  const bare = await timeOf(async () =>
    svgs.map((svg) => new Resvg(svg, { background: PALETTE.card, font }).render().asPng()),
  )
  const picture = await timeOf(async () => {
    for (const one of drawn) await chart.render(one, 'vi')
  })
  return [
    { what: `text of ${digests.length}`, 'total s': seconds(text), 'a group ms': each(text, digests.length) },
    {
      what: `drawings (SVG) of ${PICTURES}`,
      'total s': seconds(layOut),
      'a group ms': each(layOut, PICTURES),
    },
    { what: `bare resvg over ${PICTURES}`, 'total s': seconds(bare), 'a group ms': each(bare, PICTURES) },
    {
      what: `pictures of ${PICTURES}`,
      'total s': seconds(picture),
      'a group ms': each(picture, PICTURES),
      ratio: `${(picture / bare).toFixed(2)} of bare resvg`,
    },
  ]
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const seconds = (ms: number): number => Number((ms / 1000).toFixed(2))
const each = (ms: number, groups: number): number => Number((ms / groups).toFixed(3))
