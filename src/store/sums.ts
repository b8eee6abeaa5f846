import type { Period } from '../domain/period.ts'
import type { SumSpec, Sums } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { IS_COUNTED } from './submission-sql.ts'

/** One element of a spec: on which side of the ratio it is added, or `units` to count those with a yes. */
interface SpecItem {
  readonly key: string
  /** null = units of every level. */
  readonly levels: readonly string[] | null
  readonly element: string
  readonly side: 'numerator' | 'denominator' | 'units'
  readonly atLeast: number | null
  /** Elements of the whole spec. */
  readonly asked: number
}

type Packed = readonly [
  key: string,
  numerator: string | null,
  denominator: string | null,
  yes: number,
  no: number,
  answeredUnits: number,
]

const NONE = { numerator: null, denominator: null, yes: 0, no: 0, answeredUnits: 0 }

/**
 * Returns the sums of every spec over the counted values of the units (a query for `root`, `id` and `levels`), by root and in the
 * specs' order. Figures are exact decimals without exponent. Where two forms of a unit asked the same element, the revision submitted
 * later wins: only the few units that handed in several forms are sorted for that.
 */
export async function selectSums(
  db: Db,
  units: Prisma.Sql,
  period: Period,
  specs: readonly SumSpec[],
): Promise<(root: string) => readonly Sums[]> {
  const items = specs.flatMap(itemsOf)
  const elements = [...new Set(items.map((item) => item.element))]
  const rows = await db.$queryRaw<{ root: string; sums: readonly Packed[] }[]>`
    WITH counted AS MATERIALIZED (
      SELECT u.root, u."id", u."levels", s."countedId", count(*) OVER (PARTITION BY u.root, u."id") AS forms
      FROM (${units}) u JOIN "Submission" s ON s."unitId" = u."id" AND s."period" = ${period} AND ${IS_COUNTED}),
    figures AS (
      SELECT c.root, c."id", c."levels", ${FIGURE}
      FROM counted c JOIN "DataValue" v ON v."revisionId" = c."countedId"
      WHERE c.forms = 1 AND v."element" = ANY(${elements}::text[])
      UNION ALL
      SELECT * FROM (
        SELECT DISTINCT ON (c.root, c."id", v."element") c.root, c."id", c."levels", ${FIGURE}
        FROM counted c JOIN "Revision" r ON r."id" = c."countedId" JOIN "DataValue" v ON v."revisionId" = r."id"
        WHERE c.forms > 1 AND v."element" = ANY(${elements}::text[])
        ORDER BY c.root, c."id", v."element", r."submittedAt" DESC, r."id" DESC) latest),
    answers AS (
      SELECT f.root, i.key, count(*) FILTER (WHERE f.is_answered) = i.asked AS is_complete,
        sum(f."numeric") FILTER (WHERE i.side = 'numerator') AS numerator,
        sum(f."numeric") FILTER (WHERE i.side = 'denominator') AS denominator,
        bool_and(CASE WHEN i."atLeast" IS NULL THEN f."yes" ELSE f.degree >= i."atLeast" END) FILTER (WHERE i.side = 'units') AS is_yes
      FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS i(key text, levels text[], element text, side text, "atLeast" numeric, asked int)
      JOIN figures f ON f."element" = i.element AND (i.levels IS NULL OR f."levels" && i.levels)
      GROUP BY f.root, f."id", i.key, i.asked),
    summed AS (
      SELECT root, key, trim_scale(sum(numerator))::text AS numerator, trim_scale(sum(denominator))::text AS denominator,
        count(*) FILTER (WHERE is_yes) AS yes, count(*) FILTER (WHERE NOT is_yes) AS no, count(*) AS answered
      FROM answers WHERE is_complete GROUP BY root, key)
    SELECT root, jsonb_agg(jsonb_build_array(key, numerator, denominator, yes, no, answered)) AS sums FROM summed GROUP BY root`
  const byRoot = new Map(rows.map(({ root, sums }) => [root, sums]))
  return (root) => {
    const byKey = new Map(byRoot.get(root)?.map((packed) => [packed[0], unpack(packed)]))
    return specs.map(({ key }) => byKey.get(key) ?? { key, ...NONE })
  }
}

/** What a value is to a sum; a recognition's degree, so that «at least degree 2» can be counted. */
const FIGURE = Prisma.sql`v."element", v."numeric", v."yes",
  COALESCE(v."numeric", CASE WHEN v."yes" THEN COALESCE((v."detail"->>'degree')::numeric, 1) ELSE 0 END) AS degree,
  v."missing" IS NULL AS is_answered`

const unpack = ([key, numerator, denominator, yes, no, answeredUnits]: Packed): Sums => ({
  ...{ key, numerator, denominator, yes, no, answeredUnits },
})

function itemsOf(spec: SumSpec): SpecItem[] {
  const { key } = spec
  const levels = spec.level === undefined ? null : [spec.level].flat()
  if (spec.kind === 'units')
    return [{ key, levels, element: spec.element, side: 'units', atLeast: spec.atLeast ?? null, asked: 1 }]
  const asked = spec.numerator.length + spec.denominator.length
  const item =
    (side: SpecItem['side']) =>
    (element: string): SpecItem => ({
      ...{ key, levels, element, side, asked },
      atLeast: null,
    })
  return [...spec.numerator.map(item('numerator')), ...spec.denominator.map(item('denominator'))]
}
