import { LEVELS, type Level } from '../domain/level.ts'
import type { AskedSums, SumSpec, Sums } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { IS_COUNTED } from './submission-sql.ts'

/** One element of a spec: on which side of the ratio it is added (numerator or denominator), or that units with a yes are counted. */
interface SpecItem {
  /** Bits of the levels whose units it concerns. */
  readonly levels: number
  readonly element: string
  readonly side: 'n' | 'd' | 'u'
  readonly atLeast: number | null
  /** Elements of the whole spec. */
  readonly elements: number
}

type Packed = readonly [
  spec: number,
  numerator: string | null,
  denominator: string | null,
  yes: number,
  no: number,
  answeredUnits: number,
]

const NONE = { numerator: null, denominator: null, yes: 0, no: 0, answeredUnits: 0 }

/**
 * Returns the sums over the counted values of the units (a query of `unitsBelowEach`), by root and in the order asked. Figures are
 * exact decimals without exponent. Where two forms of a unit asked the same element, the revision submitted later wins. What is sorted
 * or compared for each figure is a number, as text takes several times as long; OFFSET 0 has figures read report by report and joined
 * as they come, whatever the planner believes of how few they are.
 */
export async function selectSums(
  db: Db,
  units: Prisma.Sql,
  asked: readonly AskedSums[],
): Promise<(root: number) => readonly (readonly Sums[])[]> {
  const specs = asked.flatMap((each, place) => each.specs.map((spec) => ({ ...spec, place })))
  const items = specs.flatMap((spec, place) =>
    itemsOf(spec).map((item) => ({ ...item, spec: place, place: spec.place })),
  )
  const places = asked.map(({ kind, on, period }, place) => ({ place, kind, on, period }))
  const rows = await db.$queryRaw<{ root: number; sums: readonly Packed[] }[]>`
    WITH counted AS MATERIALIZED (
      SELECT c.*, CASE WHEN cardinality(c.together) > 1 THEN (
        SELECT array_agg(n."id") FROM "Revision" r JOIN "Revision" n ON n."id" = ANY(c.together)
        WHERE r."id" = c."countedId" AND (n."submittedAt", n."id") > (r."submittedAt", r."id")) END AS later
      FROM (SELECT u.root, a.place, ${levelBits(Prisma.sql`u."levels"`)} AS levels, s."countedId",
        dense_rank() OVER (ORDER BY u.root, a.place, u."id") AS unit,
        array_agg(s."countedId") OVER (PARTITION BY u.root, a.place, u."id") AS together
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS a(place int, kind text, "on" date, period text)
      JOIN (${units}) u ON u."kind" = a.kind AND u."on" = a."on"
      JOIN "Submission" s ON s."unitId" = u."id" AND s."period" = a.period AND ${IS_COUNTED}) c),
    figures AS (
      SELECT c.root, c.unit, c.place, c.levels, v."element", v."numeric", v."yes", v."detail"
      FROM counted c JOIN "DataValue" v ON v."revisionId" = c."countedId"
      WHERE v."missing" IS NULL AND (c.later IS NULL OR NOT EXISTS (
        SELECT FROM "DataValue" n WHERE n."revisionId" = ANY(c.later) AND n."element" = v."element")) OFFSET 0),
    answers AS (
      SELECT f.root, i.spec, sum(f."numeric") FILTER (WHERE i.side = 'n') AS numerator,
        sum(f."numeric") FILTER (WHERE i.side = 'd') AS denominator,
        bool_and(CASE WHEN i."atLeast" IS NULL THEN f."yes" ELSE ${DEGREE} >= i."atLeast" END) FILTER (WHERE i.side = 'u') AS is_yes
      FROM figures f JOIN jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS i(spec int, place int, levels int, element text, side "char", "atLeast" numeric, elements int)
        ON i.element = f."element" AND i.place = f.place AND i.levels & f.levels <> 0
      GROUP BY f.unit, i.spec, i.elements, f.root HAVING count(*) = i.elements),
    summed AS (
      SELECT root, spec, trim_scale(sum(numerator))::text AS numerator, trim_scale(sum(denominator))::text AS denominator,
        count(*) FILTER (WHERE is_yes) AS yes, count(*) FILTER (WHERE NOT is_yes) AS no, count(*) AS answered
      FROM answers GROUP BY root, spec)
    SELECT root, json_agg(json_build_array(spec, numerator, denominator, yes, no, answered)) AS sums FROM summed GROUP BY root`
  const byRoot = new Map(rows.map(({ root, sums }) => [root, sums]))
  const none = asked.map((each) => each.specs.map(({ key }): Sums => ({ key, ...NONE })))
  return (root) => {
    const found = new Map(byRoot.get(root)?.map((packed) => [packed[0], packed]))
    let spec = 0
    return none.map((ofPlace) => ofPlace.map((sums) => unpack(sums, found.get(spec++))))
  }
}

/** A bit that every unit has, of whatever level; each level has one of its own above it. */
const EVERY = 1

const bitsOf = (levels: readonly Level[]): number =>
  levels.reduce((bits, level) => bits | (2 << LEVELS.indexOf(level)), 0)

/** The same for a column of levels. */
const levelBits = (column: Prisma.Sql): Prisma.Sql => {
  const bits = LEVELS.map(
    (level) => Prisma.sql`CASE WHEN ${level}::text = ANY(${column}) THEN ${bitsOf([level])}::int ELSE 0 END`,
  )
  return Prisma.sql`${EVERY}::int + ${Prisma.join(bits, ' + ')}`
}

/** A recognition's degree, so that «at least degree 2» can be counted. */
const DEGREE = Prisma.sql`COALESCE(f."numeric", CASE WHEN f."yes" THEN COALESCE((f."detail"->>'degree')::numeric, 1) ELSE 0 END)`

function unpack(none: Sums, packed: Packed | undefined): Sums {
  if (packed === undefined) return none
  const [, numerator, denominator, yes, no, answeredUnits] = packed
  return { key: none.key, numerator, denominator, yes, no, answeredUnits }
}

function itemsOf(spec: SumSpec): SpecItem[] {
  const levels = spec.level === undefined ? EVERY : bitsOf([spec.level].flat())
  if (spec.kind === 'units')
    return [{ levels, element: spec.element, side: 'u', atLeast: spec.atLeast ?? null, elements: 1 }]
  const elements = spec.numerator.length + spec.denominator.length
  const item =
    (side: SpecItem['side']) =>
    (element: string): SpecItem => ({ levels, element, side, atLeast: null, elements })
  return [...spec.numerator.map(item('n')), ...spec.denominator.map(item('d'))]
}
