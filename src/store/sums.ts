import type { AskedSums, SumSpec, Sums } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { IS_COUNTED } from './submission-sql.ts'

/** One element of a spec: on which side of the ratio it is added (numerator or denominator), or that units with a yes are counted. */
interface SpecItem {
  /** null = units of every level. */
  readonly levels: readonly string[] | null
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
 * exact decimals without exponent. Which specs concern a unit is settled once for all units alike, of the same levels; what is sorted
 * is numbered, as text takes several times as long. Where two forms of a unit asked the same element, the revision submitted later wins.
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
      FROM (SELECT u.root, a.place, u."levels", s."countedId", dense_rank() OVER (ORDER BY a.place, u."levels") AS alike,
        dense_rank() OVER (ORDER BY u.root, a.place, u."id") AS unit,
        array_agg(s."countedId") OVER (PARTITION BY u.root, a.place, u."id") AS together
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS a(place int, kind text, "on" date, period text)
      JOIN (${units}) u ON u."kind" = a.kind AND u."on" = a."on"
      JOIN "Submission" s ON s."unitId" = u."id" AND s."period" = a.period AND ${IS_COUNTED}) c),
    wanted AS MATERIALIZED (
      SELECT c.alike, i.spec, i.element, i.side, i."atLeast", i.elements FROM (SELECT DISTINCT alike, place, "levels" FROM counted) c
      JOIN jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS i(spec int, place int, levels text[], element text, side "char", "atLeast" numeric, elements int)
        ON i.place = c.place AND COALESCE(i.levels && c."levels", TRUE)),
    figures AS MATERIALIZED (
      SELECT c.root, c.unit, c.alike, v."element", v."numeric", v."yes", v."detail", v."missing"
      FROM counted c JOIN "DataValue" v ON v."revisionId" = c."countedId"
      WHERE c.later IS NULL OR NOT EXISTS (
        SELECT FROM "DataValue" n WHERE n."revisionId" = ANY(c.later) AND n."element" = v."element")),
    answers AS (
      SELECT f.root, i.spec, sum(f."numeric") FILTER (WHERE i.side = 'n') AS numerator,
        sum(f."numeric") FILTER (WHERE i.side = 'd') AS denominator,
        bool_and(CASE WHEN i."atLeast" IS NULL THEN f."yes" ELSE ${DEGREE} >= i."atLeast" END) FILTER (WHERE i.side = 'u') AS is_yes
      FROM figures f JOIN wanted i ON i.alike = f.alike AND i.element = f."element"
      GROUP BY f.unit, i.spec, i.elements, f.root HAVING count(*) FILTER (WHERE f."missing" IS NULL) = i.elements),
    summed AS (
      SELECT root, spec, trim_scale(sum(numerator))::text AS numerator, trim_scale(sum(denominator))::text AS denominator,
        count(*) FILTER (WHERE is_yes) AS yes, count(*) FILTER (WHERE NOT is_yes) AS no, count(*) AS answered
      FROM answers GROUP BY root, spec)
    SELECT root, jsonb_agg(jsonb_build_array(spec, numerator, denominator, yes, no, answered)) AS sums FROM summed GROUP BY root`
  const byRoot = new Map(rows.map(({ root, sums }) => [root, sums]))
  const none = asked.map((each) => each.specs.map(({ key }): Sums => ({ key, ...NONE })))
  return (root) => {
    const found = new Map(byRoot.get(root)?.map((packed) => [packed[0], packed]))
    let spec = 0
    return none.map((ofPlace) => ofPlace.map((sums) => unpack(sums, found.get(spec++))))
  }
}

/** A recognition's degree, so that «at least degree 2» can be counted. */
const DEGREE = Prisma.sql`COALESCE(f."numeric", CASE WHEN f."yes" THEN COALESCE((f."detail"->>'degree')::numeric, 1) ELSE 0 END)`

function unpack(none: Sums, packed: Packed | undefined): Sums {
  if (packed === undefined) return none
  const [, numerator, denominator, yes, no, answeredUnits] = packed
  return { key: none.key, numerator, denominator, yes, no, answeredUnits }
}

function itemsOf(spec: SumSpec): SpecItem[] {
  const levels = spec.level === undefined ? null : [spec.level].flat()
  if (spec.kind === 'units')
    return [{ levels, element: spec.element, side: 'u', atLeast: spec.atLeast ?? null, elements: 1 }]
  const elements = spec.numerator.length + spec.denominator.length
  const item =
    (side: SpecItem['side']) =>
    (element: string): SpecItem => ({ levels, element, side, atLeast: null, elements })
  return [...spec.numerator.map(item('n')), ...spec.denominator.map(item('d'))]
}
