import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderDate, renderValue } from '../../domain/render-value.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import type { History } from '../../usecases/find-submission.ts'
import type { RevisionRow, SubmissionRow } from '../../usecases/ports.ts'
import { lines, type View } from './view.ts'

const SHOWN = 10
const REVISIONS_SHOWN = 5

const nameOf = (t: T, library: PlanLibrary, row: SubmissionRow): string =>
  `${library.form(row.form).form.title[t.locale]}, ${formatPeriod(getPeriod(row.period), t.locale)} – ${row.unitName}`

/** The submissions of one's units, newest first. */
export const submissionListView = (t: T, library: PlanLibrary, rows: readonly SubmissionRow[]): View => ({
  text: t(rows.length > 0 ? 'teamwork:history.which' : 'teamwork:history.none'),
  buttons: rows.slice(0, SHOWN).map((row) => [{ text: nameOf(t, library, row), data: `h:show:${row.id}` }]),
})

/** Which one should be opened again; whether it is locked at all is decided when it is asked for. */
export const lockedListView = (t: T, library: PlanLibrary, rows: readonly SubmissionRow[]): View => ({
  text: t(rows.length > 0 ? 'teamwork:unlock.which' : 'teamwork:history.none'),
  buttons: rows.slice(0, SHOWN).map((row) => [{ text: nameOf(t, library, row), data: `h:unlock:${row.id}` }]),
})

/** A submission: its state, who did what when, and what changed from one revision to the next. */
export function historyView(
  t: T,
  library: PlanLibrary,
  timeZone: string,
  { row, revisions, names }: History,
): View {
  const timeOf = (at: Date) =>
    `${localTimeOf(at, timeZone)} ${renderDate(localDateOf(at, timeZone), t.locale)}`
  return {
    text: lines(
      `<b>${escapeHtml(nameOf(t, library, row))}</b>`,
      t.html('forms:card.state', { state: t(`common:state.${row.state}`) }),
      row.receipt === undefined ? undefined : t.html('forms:card.receipt', { receipt: row.receipt }),
      ...revisions.slice(0, REVISIONS_SHOWN).flatMap((revision, index) => [
        '',
        t.html('teamwork:history.revision', {
          number: revision.number,
          name: names.get(revision.submittedBy) ?? '',
          time: timeOf(revision.submittedAt),
          source: t(`teamwork:source.${revision.source}`),
        }),
        ...revision.reviews
          .filter(({ outcome }) => outcome !== 'submitted')
          .map(({ outcome, by, at, reason }) =>
            lines(
              t.html('teamwork:history.review', {
                outcome: t(`teamwork:outcome.${outcome as 'accepted'}`),
                name: names.get(by) ?? '',
                time: timeOf(at),
              }),
              reason === undefined ? undefined : t.html('review:notice.reason', { reason }),
            ),
          ),
        ...changesOf(t, library, revision, revisions[index + 1]),
      ]),
    ),
  }
}

/** Figures that differ from the revision before; the first revision is told by its number of figures. */
function changesOf(
  t: T,
  library: PlanLibrary,
  revision: RevisionRow,
  before: RevisionRow | undefined,
): readonly string[] {
  if (!before) return [t('teamwork:history.figures', { count: revision.values.length })]
  const then = new Map(before.values.map(({ element, value }) => [element, value]))
  return revision.values.flatMap(({ element, value }) => {
    const old = then.get(element)
    if (old && JSON.stringify(old) === JSON.stringify(value)) return []
    const about = library.element(element)
    return [
      `• ${t.html('review:card.difference', { element: about.label[t.locale], before: old ? renderValue(old, about, t.locale) : t('common:missing'), after: renderValue(value, about, t.locale) })}`,
    ]
  })
}
