import type { Deadline } from '../../domain/deadline.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { DeadlineChange, DeadlineRow } from '../../usecases/local-deadline.ts'
import { lines, type View } from './view.ts'

const MOST_ROWS = 20

/** Forms and periods with the date that holds for each; a button for each. */
export function deadlineListView(t: T, rows: readonly DeadlineRow[]): View {
  const shown = rows.slice(0, MOST_ROWS)
  return {
    text: lines(
      t('operate:deadline.title'),
      '',
      ...shown.map((row, index) =>
        t.html('operate:deadline.row', {
          number: index + 1,
          form: nameOf(t, row),
          date: dateText(t, row.deadline),
        }),
      ),
      ...(rows.length === 0 ? [t('operate:deadline.none')] : ['', t('operate:deadline.which')]),
    ),
    buttons: shown.map((row, index) => [
      {
        text: t('operate:deadline.pick', { number: index + 1, form: nameOf(t, row) }),
        data: `hd:see:${row.form.code}:${row.period}`,
      },
    ]),
  }
}

/** One form's period, and what can be done with its date. */
export function deadlineView(t: T, change: DeadlineChange): View {
  const { form, period, deadline, expected, missing } = change
  const place = `${form.code}:${period}`
  return {
    text: lines(
      t.html('operate:deadline.of', { form: nameOf(t, change) }),
      dateText(t, deadline),
      t('operate:deadline.missing', { missing, expected }),
    ),
    buttons: [
      [{ text: t('operate:deadline.set'), data: `hd:set:${place}` }],
      ...(deadline?.isLocal ? [[{ text: t('operate:deadline.remove'), data: `hd:off:${place}` }]] : []),
      [{ text: t('operate:back'), data: 'hd:list' }],
    ],
  }
}

/** What a date would do, before it is set. */
export const deadlinePreview = (t: T, change: DeadlineChange): string =>
  lines(
    t.html('operate:deadline.preview', { form: nameOf(t, change) }),
    t('operate:deadline.before', { date: dateText(t, change.deadline) }),
    t('operate:deadline.after', { date: dateText(t, change.after) }),
    ...windowLines(t, change),
    t('operate:deadline.missing', { missing: change.missing, expected: change.expected }),
    t('operate:deadline.reminders'),
  )

/** After a change: what holds now, and the way back. `before`: the local date there was. */
export const deadlineDoneView = (t: T, change: DeadlineChange, before: string | undefined): View => ({
  text: lines(t.html('operate:deadline.done', { form: nameOf(t, change) }), dateText(t, change.deadline)),
  buttons: [
    [
      {
        text: t('operate:undo'),
        data: `hd:undo:${change.form.code}:${change.period}:${before ?? '-'}`,
      },
    ],
    [{ text: t('operate:back'), data: 'hd:list' }],
  ],
})

function windowLines(t: T, { after, status }: DeadlineChange): readonly string[] {
  if (!after) return []
  const { opensOn, locksOn } = after
  return [
    t('operate:deadline.opens', { date: renderDate(opensOn, t.locale) }),
    ...(locksOn ? [t('operate:deadline.locks', { date: renderDate(locksOn, t.locale) })] : []),
    t(`operate:deadline.status.${status.state}`),
  ]
}

const nameOf = (t: T, { form, period }: Pick<DeadlineRow, 'form' | 'period'>): string =>
  t('operate:deadline.name', { form: form.title[t.locale], period: formatPeriod(period, t.locale) })

/** «19/12/2026 (theo kế hoạch)»; a local one is always shown as such. */
function dateText(t: T, deadline: Deadline | undefined): string {
  if (!deadline) return t('operate:deadline.undated')
  const date = renderDate(deadline.dueOn, t.locale)
  return t(deadline.isLocal ? 'operate:deadline.local' : 'operate:deadline.printed', { date })
}
