import type { PlannedQuestion } from '../../domain/form-plan.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { Owed } from '../../usecases/list-owed.ts'
import { type Button, lines, type View } from './view.ts'

/** What a person owes, by deadline, each with the one next thing to do. */
export function owedView(t: T, library: PlanLibrary, owed: readonly Owed[]): View {
  if (owed.length === 0) return { text: t('forms:owed.nothing') }
  return {
    text: lines(
      t('forms:owed.title'),
      ...owed.map((each, index) => `\n${owedText(t, library, each, index)}`),
    ),
    buttons: owed.map((each, index) => [buttonOf(t, each, index), ...templateButtonOf(t, each, index)]),
  }
}

function owedText(t: T, library: PlanLibrary, owed: Owed, index: number): string {
  const { form, unit, period, deadline, submission, late } = owed
  return lines(
    t.html('forms:owed.row', {
      number: index + 1,
      form: form.title[t.locale],
      period: formatPeriod(period, t.locale),
    }),
    t.html('forms:owed.unit', { unit: unit.name }),
    t.html(deadline.isLocal ? 'forms:owed.due-local' : 'forms:owed.due', {
      date: renderDate(deadline.dueOn, t.locale),
      left: leftText(t, owed),
    }),
    late && t.html('forms:owed.late', { what: late.map((each) => labelOf(t, library, each)).join('; ') }),
    late
      ? undefined
      : t.html('forms:owed.state', {
          state: submission ? t(`common:state.${submission.state}`) : t('forms:owed.not-begun'),
        }),
    submission?.state === 'returned' && submission.returnReason !== undefined
      ? t.html('forms:owed.return-reason', { reason: submission.returnReason })
      : undefined,
  )
}

const labelOf = (t: T, library: PlanLibrary, { asks }: PlannedQuestion): string =>
  library.element(asks[0] ?? '').label[t.locale]

function leftText(t: T, { status }: Owed): string {
  if (status.state === 'due-today') return t('forms:owed.today')
  return status.state === 'late'
    ? t('forms:owed.days-late', { count: status.daysLate })
    : t('forms:owed.days-left', { count: status.daysLeft })
}

function buttonOf(t: T, { form, unit, period, submission, late }: Owed, index: number): Button {
  const number = index + 1
  if (late && submission) return { text: t('forms:button.add', { number }), data: `d:late:${submission.id}` }
  if (!submission)
    return { text: t('forms:button.begin', { number }), data: openData(form.code, period, unit.code) }
  const data = `:${submission.id}`
  if (submission.state === 'draft')
    return { text: t('forms:button.continue', { number }), data: `d:card${data}` }
  if (submission.state === 'returned')
    return { text: t('forms:button.correct', { number }), data: `d:reopen${data}` }
  return { text: t('forms:button.view', { number }), data: `d:view${data}` }
}

/** The spreadsheet of a form that is still to be filled in. */
function templateButtonOf(t: T, { form, unit, period, submission }: Owed, index: number): readonly Button[] {
  if (submission && submission.state !== 'draft') return []
  const text = t('forms:button.template-of', { number: index + 1 })
  return [{ text, data: submission ? `x:${submission.id}` : `x:${form.code}:${period}:${unit.code}` }]
}

/** Codes are short by the packs' and rosters' own checks; the limit of 64 bytes is Telegram's. */
export const openData = (form: string, period: string, unit: string): string => `n:${form}:${period}:${unit}`

/** What a unit owes, for the officer who enters in its place. */
export function behalfView(t: T, library: PlanLibrary, unit: string, owed: readonly Owed[]): View {
  if (owed.length === 0) return { text: t.html('teamwork:behalf.nothing', { unit }) }
  const view = owedView(t, library, owed)
  return { ...view, text: lines(t.html('teamwork:behalf.owed', { unit }), view.text) }
}
