import type pg from 'pg'
import type { Digest } from '../../src/domain/digest.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createLibrary, readPlanFiles } from '../../src/plans/index.ts'

/** How large a generated country is. */
export interface CountrySize {
  readonly provinces: number
  readonly communes: number
  readonly schools: number
  /** The last of them is 2026. */
  readonly years: number
  /** Of so many schools one has not reported the last year; 0: all have. */
  readonly oneMissingOf: number
}

export const INDICATORS = 30
export const LAST_YEAR = 2026
const A_SECTION = 8
const LEVELS = ['preschool', 'primary', 'lower-secondary', 'upper-secondary']

const indicators = Array.from({ length: INDICATORS }, (_, place) => ({
  code: `i${String(place).padStart(2, '0')}`,
  /** Every third is for all schools, the others for one level. */
  level: place % 3 === 0 ? undefined : LEVELS[place % LEVELS.length],
}))

/** Returns a country's one plan: thirty shares with a target each for 2025 and 2030, asked by one yearly form. */
export function countryLibrary(): PlanLibrary {
  const reading = readPlanFiles([
    { name: 'catalogue/country.yaml', text: catalogueText() },
    { name: 'country.yaml', text: planText() },
  ])
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems[0]))
  return createLibrary(reading.catalogue, reading.plans)
}

const catalogueText = (): string => `elements:
${indicators
  .flatMap(({ code }) => [`n-${code}`, `d-${code}`])
  .map(
    (code) => `  - code: ${code}
    label: {vi: Số liệu ${code}, en: Figure ${code}}
    question: {vi: 'Bao nhiêu?', en: 'How many?'}
    definition: {vi: Đếm cả trường., en: Count the whole school.}
    reference: at-date
    unit: {vi: học sinh, en: pupils}
    example: 412`,
  )
  .join('\n')}
indicators:
${indicators
  .map(
    ({ code }) => `  - code: ${code}
    label: {vi: Chỉ số ${code}, en: Indicator ${code}}
    unit: percent
    countedAs: {vi: học sinh, en: pupils}
    formula: {kind: ratio, numerator: n-${code}, denominator: d-${code}}`,
  )
  .join('\n')}
`

const planText = (): string => `key: 1/KH
code: VN
title: {vi: Kế hoạch cả nước, en: Plan of the country}
shortTitle: {vi: Cả nước, en: Country}
issuer: {vi: Bộ, en: Ministry}
term: {printed: 2024–2030, fromYear: 2024, toYear: 2030}
levels: [${LEVELS.join(', ')}]
unit: VN
units:
  - {code: VN, name: Cả nước, kind: province}
audience: public
targets:
${indicators
  .flatMap(({ code, level }, place) =>
    [2025, 2030].map(
      (due) => `  - id: ${code}-${due}
    indicator: ${code}${level === undefined ? '' : `\n    levels: [${level}]`}
    when: {vi: đến năm ${due}, en: by ${due}}
    due: ${due}
    comparator: '>='
    printed: ${due === 2025 ? 40 + place : 60 + place}%
    value: ${due === 2025 ? 40 + place : 60 + place}
    section: II
    collect: vn-annual`,
    ),
  )
  .join('\n')}
facts: []
duties: []
forms:
  - code: vn-annual
    version: 1
    title: {vi: Biểu năm của trường, en: Yearly form of a school}
    for: {kind: school}
    periodType: year
    dueOn: 12-19
    referenceDay: 12-01
    firstPeriod: 2024
    lastPeriod: 2030
    acceptedBy: [{unit: VN}]
    changeLimitPercent: 20
    section: V
    sections:
${sections()}
`

const sections = (): string =>
  Array.from({ length: Math.ceil(INDICATORS / A_SECTION) }, (_, section) => {
    const asked = indicators.slice(section * A_SECTION, (section + 1) * A_SECTION)
    return `      - id: s${section}
        title: {vi: Phần ${section}, en: Part ${section}}
        questions: [${asked.map(({ code }) => `n-${code}/d-${code}`).join(', ')}]`
  }).join('\n')

/**
 * Fills an empty database with the country: provinces, communes below them in turn, schools below the communes in turn, each of one
 * level, and a group for each commune. All schools have reported the years before the last; one in eleven figures is missing.
 */
export async function fillCountry(
  pool: pg.Pool,
  { provinces, communes, schools, years, oneMissingOf }: CountrySize,
): Promise<void> {
  const unit = (prefix: string, kind: string, count: number, levels = `'{}'`) => `
    INSERT INTO "OrgUnit" ("id", "code", "name", "searchKey", "kind", "levels", "validFrom")
    SELECT '${prefix}' || i, '${prefix.toUpperCase()}' || i, '${kind} ' || i, '${kind} ' || i, '${kind}', ${levels}, DATE '2020-01-01'
    FROM generate_series(1, ${count}) i`
  const link = (prefix: string, parent: string, count: number, parents: number) => `
    INSERT INTO "UnitLink" ("id", "kind", "childId", "parentId", "validFrom")
    SELECT 'l-${prefix}' || i, 'reporting', '${prefix}' || i, ${parents === 0 ? `'${parent}'` : `'${parent}' || (1 + (i - 1) % ${parents})`}, DATE '2020-01-01'
    FROM generate_series(1, ${count}) i`
  await pool.query(`INSERT INTO "OrgUnit" ("id", "code", "name", "searchKey", "kind", "levels", "validFrom")
    VALUES ('vn', 'VN', 'Cả nước', 'ca nuoc', 'province', '{}', DATE '2020-01-01')`)
  await pool.query(unit('p', 'province', provinces))
  await pool.query(unit('c', 'commune', communes))
  const levels = `ARRAY[(ARRAY['${LEVELS.join(`','`)}'])[1 + i % ${LEVELS.length}]]`
  await pool.query(unit('s', 'school', schools, levels))
  await pool.query(link('p', 'vn', provinces, 0))
  await pool.query(link('c', 'p', communes, provinces))
  await pool.query(link('s', 'c', schools, communes))
  await pool.query(`INSERT INTO "Group" ("id", "chatId", "title", "unitId", "state", "linkedAt", "createdAt")
    SELECT 'g' || i, -1000000000000 - i, 'Nhóm ' || i, 'c' || i, 'linked', TIMESTAMPTZ '2026-01-01', TIMESTAMPTZ '2026-01-01'
    FROM generate_series(1, ${communes}) i`)
  for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++)
    await fillYear(pool, year, schools, oneMissingOf)
  await pool.query('ANALYZE')
}

async function fillYear(pool: pg.Pool, year: number, schools: number, oneMissingOf: number): Promise<void> {
  const reported = year === LAST_YEAR && oneMissingOf > 0 ? `i % ${oneMissingOf} <> 0` : 'TRUE'
  const from = `FROM generate_series(1, ${schools}) i WHERE ${reported}`
  await pool.query(`INSERT INTO "Submission" ("id", "form", "formVersion", "unitId", "period", "state", "countedId", "updatedAt")
    SELECT '${year}-' || i, 'vn-annual', 1, 's' || i, '${year}', CASE WHEN i % 3 = 0 THEN 'confirmed' ELSE 'accepted' END,
      'r${year}-' || i, TIMESTAMPTZ '${year}-12-01' ${from}`)
  await pool.query(`INSERT INTO "Revision" ("id", "submissionId", "number", "formVersion", "submittedBy", "submittedAt", "source")
    SELECT 'r${year}-' || i, '${year}-' || i, 1, 1, 'x', TIMESTAMPTZ '${year}-12-01', 'chat' ${from}`)
  await pool.query(`INSERT INTO "DataValue" ("revisionId", "element", "unitId", "period", "numeric", "missing", "reason")
    SELECT 'r${year}-' || i, side || '-i' || lpad(e::text, 2, '0'), 's' || i, '${year}',
      CASE WHEN (i + e) % 11 = 0 THEN NULL WHEN side = 'd' THEN 100 + (i * 7 + e) % 300 ELSE (i * 13 + e * 5) % 100 END,
      CASE WHEN (i + e) % 11 = 0 THEN 'missing' END, CASE WHEN (i + e) % 11 = 0 THEN 'chưa có' END
    FROM generate_series(1, ${schools}) i, generate_series(0, ${INDICATORS - 1}) e, unnest(ARRAY['n', 'd']) side
    WHERE ${reported}`)
}

const items = indicators
  .flatMap(({ code, level }) => {
    const of = level === undefined ? 'NULL' : `'${level}'`
    return [`('n-${code}', '${code}', TRUE, ${of})`, `('d-${code}', '${code}', FALSE, ${of})`]
  })
  .join(', ')

/**
 * All that the digests of the communes say by one statement as one would write it by hand: commune, indicator, numerator, denominator,
 * schools; and for all levels («all») and each level how many schools reported, of how many.
 */
export const HAND_WRITTEN = `
  SELECT parent, indicator, sum(numerator)::text AS numerator, sum(denominator)::text AS denominator, count(*)::int AS schools
  FROM (
    SELECT l."parentId" AS parent, i.indicator,
      max(v."numeric") FILTER (WHERE i.above) AS numerator, max(v."numeric") FILTER (WHERE NOT i.above) AS denominator
    FROM "UnitLink" l JOIN "OrgUnit" u ON u."id" = l."childId" AND u."kind" = 'school'
    JOIN "Submission" s ON s."unitId" = u."id" AND s."period" = '${LAST_YEAR}' AND s."state" IN ('confirmed', 'accepted')
    JOIN "DataValue" v ON v."revisionId" = s."countedId"
    JOIN (VALUES ${items}) AS i(element, indicator, above, level)
      ON i.element = v."element" AND (i.level IS NULL OR i.level = ANY(u."levels"))
    WHERE l."kind" = 'reporting'
    GROUP BY l."parentId", u."id", i.indicator) answers
  WHERE numerator IS NOT NULL AND denominator IS NOT NULL GROUP BY parent, indicator
  UNION ALL
  SELECT l."parentId", COALESCE(level, 'all'), (count(*) FILTER (WHERE s."state" IN ('confirmed', 'accepted')))::text,
    count(*)::text, (count(*) FILTER (WHERE s."state" = 'accepted'))::int
  FROM "UnitLink" l JOIN "OrgUnit" u ON u."id" = l."childId" AND u."kind" = 'school'
  LEFT JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = 'vn-annual' AND s."period" = '${LAST_YEAR}'
  CROSS JOIN unnest(NULL::text || u."levels") AS level
  WHERE l."kind" = 'reporting' GROUP BY l."parentId", level`

/** One line of `HAND_WRITTEN`. */
export interface CommuneFigure {
  readonly parent: string
  readonly indicator: string
  readonly numerator: string
  readonly denominator: string
  readonly schools: number
}

const number = (text: string): string => String(Number(text))

/** What a commune's digest says, a line for each figure, to be held against `countedLines`. */
export function toldLines(commune: string, { rows, reported, expected }: Digest): readonly string[] {
  const levels = rows.flatMap((row) =>
    row.level === undefined || row.expected === 0
      ? []
      : [`${commune} ${row.level} ${row.reported}/${row.expected}`],
  )
  const figures = rows.flatMap(({ indicator, numerator, denominator }) =>
    numerator === null || denominator === null
      ? []
      : [`${commune} ${indicator} ${number(numerator)}/${number(denominator)}`],
  )
  return [`${commune} all ${reported}/${expected}`, ...new Set(levels), ...figures]
}

/** What `HAND_WRITTEN` found, likewise. */
export const countedLines = (figures: readonly CommuneFigure[]): readonly string[] =>
  figures.map(
    ({ parent, indicator, numerator, denominator }) =>
      `${parent} ${indicator} ${number(numerator)}/${number(denominator)}`,
  )
