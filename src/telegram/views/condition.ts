import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate, renderNumber } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { SystemCondition, Trouble } from '../../usecases/examine-system.ts'

/** Enough to tell two versions of a plan apart. */
const MARK_LENGTH = 7

/** Returns what somebody has to see to, each with what to do. */
export const troubleLines = (t: T, { troubles, database }: SystemCondition): readonly string[] =>
  troubles.map((trouble) => t(`admin:trouble.${trouble.kind}`, paramsOf(t, trouble, database.kind)))

function paramsOf(t: T, trouble: Trouble, kind: SystemCondition['database']['kind']) {
  const how = t(`admin:back-up-how.${kind}`)
  return trouble.kind === 'job-failed' ? { job: t(`admin:job.${trouble.run.name}`) } : { how }
}

/** Returns what the process stands on, by the line: program, database, backup, plans, and what it last did by itself. */
export function conditionLines(
  t: T,
  timeZone: string,
  now: Date,
  condition: SystemCondition,
): readonly string[] {
  const { version, startedAt, database, freeBytes, lastBackupAt, plans, jobRuns } = condition
  const timeOf = (at: Date) => shortTime(t, timeZone, now, at)
  const megabytes = (bytes: number) => renderNumber(Math.ceil(bytes / 2 ** 20), t.locale)
  const runs = jobRuns.map(({ name, endedAt }) => `${t(`admin:job.${name}`)} ${timeOf(endedAt)}`)
  return [
    t('admin:condition.program', { version, since: timeOf(startedAt) }),
    t(`admin:condition.database.${database.kind}`, {
      size: megabytes(database.bytes),
      free: megabytes(freeBytes),
    }),
    t('admin:condition.backup', { time: lastBackupAt ? timeOf(lastBackupAt) : t('admin:system.no-digest') }),
    t('admin:condition.plans', {
      plans: plans.map(({ code, checksum }) => `${code} ${checksum.slice(0, MARK_LENGTH)}`).join(' · '),
    }),
    t('admin:condition.jobs', { runs: runs.join(' · ') || t('admin:condition.no-run') }),
  ]
}

/** Of today the time alone. */
function shortTime(t: T, timeZone: string, now: Date, at: Date): string {
  const [today, day] = [localDateOf(now, timeZone), localDateOf(at, timeZone)]
  const time = localTimeOf(at, timeZone)
  return day === today ? time : `${time} ${renderDate(day, t.locale)}`
}
