import type { PlannedQuestion } from '../../domain/form-plan.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { SubmissionState } from '../../domain/submission.ts'
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

const leftText = (t: T, { status }: Owed): string =>
  daysText(t, status.state === 'open' ? status.daysLeft : status.state === 'late' ? -status.daysLate : 0)

/** Days to the due date as people say them; negative: since then. */
export function daysText(t: T, daysLeft: number): string {
  if (daysLeft === 0) return t('forms:owed.today')
  return daysLeft < 0
    ? t('forms:owed.days-late', { count: -daysLeft })
    : t('forms:owed.days-left', { count: daysLeft })
}

function buttonOf(t: T, { form, unit, period, submission, late }: Owed, index: number): Button {
  if (late && submission) return lateButton(t, submission.id, index)
  const step = { form: form.code, period, unit: unit.code }
  const begun = submission && { submission: submission.id, state: submission.state }
  return nextStepButton(t, { ...step, ...begun }, index)
}

/** Adds the results that came after the form was handed in. */
export const lateButton = (t: T, submission: string, index: number): Button => ({
  text: t('forms:button.add', { number: index + 1 }),
  data: `d:late:${submission}`,
})

/** A form of a unit as a button needs to know it; without a submission nobody has begun. */
interface Step {
  readonly form: string
  readonly period: string
  /** Code. */
  readonly unit: string
  readonly submission?: string
  readonly state?: SubmissionState
}

/** The one next thing to do with a form of a list. */
export function nextStepButton(t: T, { form, period, unit, submission, state }: Step, index: number): Button {
  const number = index + 1
  if (submission === undefined)
    return { text: t('forms:button.begin', { number }), data: openData(form, period, unit) }
  const data = `:${submission}`
  if (state === 'draft') return { text: t('forms:button.continue', { number }), data: `d:card${data}` }
  if (state === 'returned') return { text: t('forms:button.correct', { number }), data: `d:reopen${data}` }
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
