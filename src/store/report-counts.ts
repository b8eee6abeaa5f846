import { LEVELS, type Level } from '../domain/level.ts'
import type { ReportCounts, TotalStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { IS_COUNTED, WAS_ACCEPTED } from './submission-sql.ts'

type CountInput = Pick<Parameters<TotalStore['counts']>[1], 'form' | 'covering' | 'levels' | 'period'>

const NOBODY: readonly ReportCounts[] = [{ expected: 0, reported: 0, accepted: 0 }]

/** Returns the reports of the units (a query for `root`, `id` and `levels`) by root: all together first, then each level. */
export async function countReports(
  db: Db,
  units: Prisma.Sql,
  input: CountInput,
): Promise<(root: string) => readonly ReportCounts[]> {
  // A form for no level in particular is for all units, and counted in every level they teach.
  const levels = input.levels.length === 0 ? LEVELS : input.levels
  const ofLevels = input.levels.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`u."levels" && ${levels}::text[]`
  const forms = [input.form, ...(input.covering ?? [])]
  const rows = await db.$queryRaw<{ root: string; counts: readonly Packed[] }[]>`
    WITH reports AS (
      SELECT u.root, u."levels", COALESCE(bool_or(s."state" IN ('confirmed', 'accepted') OR ${IS_COUNTED}), FALSE) AS reported,
        COALESCE(bool_or(s."state" = 'accepted' OR (s."countedId" IS NOT NULL AND ${WAS_ACCEPTED})), FALSE) AS accepted
      FROM (${units}) u
      LEFT JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = ANY(${forms}::text[]) AND s."period" = ${input.period}
      WHERE ${ofLevels}
      GROUP BY u.root, u."id", u."levels"),
    tagged AS (
      SELECT root, NULL AS level, reported, accepted FROM reports
      UNION ALL
      SELECT root, level, reported, accepted FROM reports, unnest("levels") AS level WHERE level = ANY(${levels}::text[])),
    counted AS (
      SELECT root, level, count(*) AS expected, count(*) FILTER (WHERE reported) AS reported,
        count(*) FILTER (WHERE accepted) AS accepted
      FROM tagged GROUP BY root, level)
    SELECT root, jsonb_agg(jsonb_build_array(level, expected, reported, accepted)
      ORDER BY array_position(${[...LEVELS]}::text[], level) NULLS FIRST) AS counts
    FROM counted GROUP BY root`
  const byRoot = new Map(rows.map(({ root, counts }) => [root, counts]))
  return (root) => byRoot.get(root)?.map(unpack) ?? NOBODY
}

type Packed = readonly [level: Level | null, expected: number, reported: number, accepted: number]

const unpack = ([level, expected, reported, accepted]: Packed): ReportCounts => ({
  ...{ expected, reported, accepted },
  ...(level !== null && { level }),
})
