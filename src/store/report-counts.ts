import { LEVELS, type Level } from '../domain/level.ts'
import type { AskedCounts, ReportCounts } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { IS_COUNTED, WAS_ACCEPTED } from './submission-sql.ts'

const NOBODY: readonly ReportCounts[] = [{ expected: 0, reported: 0, accepted: 0 }]

/** Returns the reports of the units (a query of `unitsBelowEach`) by root, in the order asked: all together first, then each level. */
export async function countReports(
  db: Db,
  units: Prisma.Sql,
  asked: readonly AskedCounts[],
): Promise<(root: number) => readonly (readonly ReportCounts[])[]> {
  const rows = await db.$queryRaw<{ root: number; counts: readonly Packed[] }[]>`
    WITH reports AS (
      SELECT u.root, a.place, u."levels", a.levels AS asked,
        COALESCE(bool_or(s."state" IN ('confirmed', 'accepted') OR ${IS_COUNTED}), FALSE) AS reported,
        COALESCE(bool_or(s."state" = 'accepted' OR (s."countedId" IS NOT NULL AND ${WAS_ACCEPTED})), FALSE) AS accepted
      FROM jsonb_to_recordset(${JSON.stringify(asked.map(toPlace))}::jsonb)
        AS a(place int, kind text, "on" date, period text, forms text[], levels text[], "isForAll" boolean)
      JOIN (${units}) u ON u."kind" = a.kind AND u."on" = a."on" AND (a."isForAll" OR u."levels" && a.levels)
      LEFT JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = ANY(a.forms) AND s."period" = a.period
      GROUP BY u.root, a.place, u."id", u."levels", a.levels),
    counted AS (
      SELECT root, place, level, count(*) AS expected, count(*) FILTER (WHERE reported) AS reported,
        count(*) FILTER (WHERE accepted) AS accepted
      FROM reports, unnest(NULL::text || "levels") AS level
      WHERE level IS NULL OR level = ANY(asked) GROUP BY root, place, level)
    SELECT root, json_agg(json_build_array(place, level, expected, reported, accepted)
      ORDER BY array_position(${[...LEVELS]}::text[], level) NULLS FIRST) AS counts
    FROM counted GROUP BY root`
  const byRoot = new Map(rows.map(({ root, counts }) => [root, counts]))
  return (root) => {
    const counts = byRoot.get(root) ?? []
    return asked.map((_, place) => {
      const found = counts.filter(([of]) => of === place).map(unpack)
      return found.length === 0 ? NOBODY : found
    })
  }
}

/** A form for no level in particular is for all units, and counted in every level they teach. */
const toPlace = ({ form, covering = [], levels, kind, on, period }: AskedCounts, place: number) => ({
  ...{ place, kind, on, period, forms: [form, ...covering] },
  ...{ levels: levels.length === 0 ? LEVELS : levels, isForAll: levels.length === 0 },
})

type Packed = readonly [
  place: number,
  level: Level | null,
  expected: number,
  reported: number,
  accepted: number,
]

const unpack = ([, level, expected, reported, accepted]: Packed): ReportCounts => ({
  ...{ expected, reported, accepted },
  ...(level !== null && { level }),
})
