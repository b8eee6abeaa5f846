import type { Period } from '../domain/period.ts'
import type { SumSpec, Sums } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'
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

interface SumRecord extends Sums {
  readonly yes: number
}

const NONE = { numerator: null, denominator: null, yes: 0, no: 0, answeredUnits: 0 }

/**
 * Returns the sums of every spec over the counted values of the units (a query for `id` and `levels`), in the specs' order.
 * Figures are exact decimals without exponent. Where two forms of a unit asked the same element, the revision submitted later wins.
 */
export async function selectSums(
  db: Db,
  units: Prisma.Sql,
  period: Period,
  specs: readonly SumSpec[],
): Promise<Sums[]> {
  const items = specs.flatMap(itemsOf)
  const elements = [...new Set(items.map((item) => item.element))]
  const rows = await db.$queryRaw<SumRecord[]>`
    WITH units AS MATERIALIZED (${units}),
    figures AS MATERIALIZED (
      SELECT DISTINCT ON (s."unitId", v."element") s."unitId", u."levels", v."element", v."numeric", v."yes",
        COALESCE(v."numeric", CASE WHEN v."yes" THEN COALESCE((v."detail"->>'degree')::numeric, 1) ELSE 0 END) AS degree,
        v."missing" IS NULL AS is_answered
      FROM units u JOIN "Submission" s ON s."unitId" = u."id" AND s."period" = ${period} AND ${IS_COUNTED}
      JOIN "Revision" r ON r."id" = s."countedId" JOIN "DataValue" v ON v."revisionId" = r."id"
      WHERE v."element" = ANY(${elements}::text[])
      ORDER BY s."unitId", v."element", r."submittedAt" DESC, r."id" DESC),
    answers AS (
      SELECT i.key, count(*) FILTER (WHERE f.is_answered) = i.asked AS is_complete,
        sum(f."numeric") FILTER (WHERE i.side = 'numerator') AS numerator,
        sum(f."numeric") FILTER (WHERE i.side = 'denominator') AS denominator,
        bool_and(CASE WHEN i."atLeast" IS NULL THEN f."yes" ELSE f.degree >= i."atLeast" END) FILTER (WHERE i.side = 'units') AS is_yes
      FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS i(key text, levels text[], element text, side text, "atLeast" numeric, asked int)
      JOIN figures f ON f."element" = i.element AND (i.levels IS NULL OR f."levels" && i.levels)
      GROUP BY i.key, i.asked, f."unitId")
    SELECT key, trim_scale(sum(numerator))::text AS numerator, trim_scale(sum(denominator))::text AS denominator,
      (count(*) FILTER (WHERE is_yes))::int AS yes, (count(*) FILTER (WHERE NOT is_yes))::int AS no, count(*)::int AS "answeredUnits"
    FROM answers WHERE is_complete GROUP BY key`
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return specs.map(({ key }) => byKey.get(key) ?? { key, ...NONE })
}

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
