import { daysBetween, type LocalDate } from '../../domain/local-date.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { ReminderItem } from '../../usecases/plan-reminders.ts'
import type { ReminderParams } from '../../usecases/queue-reminders.ts'
import { shorten } from './caption-fit.ts'
import { daysText, lateButton, nextStepButton } from './owed.ts'
import { type Button, lines, type View } from './view.ts'

/** So many forms in one message; the others are behind the button. */
const LISTED = 6
const NAME_LETTERS = 100

/** One message of all a person owes, each form with its button; what is late below them in one line. */
export function reminderView(t: T, library: PlanLibrary, { role, on, items, late }: ReminderParams): View {
  const listed = items.slice(0, LISTED)
  const rest = items.length - listed.length
  const greeting = role === 'principal' || role === 'teacher' ? 'school' : 'office'
  return {
    text: lines(
      t('chase:reminder.title'),
      items.length === 0 ? undefined : t(`chase:reminder.${greeting}`, { count: items.length }),
      ...listed.map((item, index) => `\n${itemText(t, library, item, on, index)}`),
      rest === 0 ? undefined : `\n${t('chase:reminder.more', { count: rest })}`,
      late && `\n${t('chase:reminder.late', { units: late.units })}`,
      `\n${t('chase:reminder.mute')}`,
    ),
    buttons: [
      ...listed.map((item, index) => [itemButton(t, item, index)]),
      rest === 0 ? [] : [{ text: t('chase:reminder.all'), data: 'm:nop' }],
      late ? [{ text: t('common:command.dondoc'), data: 'm:dondoc' }] : [],
    ],
  }
}

function itemText(t: T, library: PlanLibrary, item: ReminderItem, on: LocalDate, index: number): string {
  const { form, period, unit, dueOn, isLocal, isLastWorkingDay } = item
  return lines(
    t.html('forms:owed.row', {
      number: index + 1,
      form: shorten(library.form(form).form.title[t.locale], NAME_LETTERS),
      period: formatPeriod(getPeriod(period), t.locale),
    }),
    t.html('forms:owed.unit', { unit: shorten(unit.name, NAME_LETTERS) }),
    t.html(isLocal ? 'forms:owed.due-local' : 'forms:owed.due', {
      date: renderDate(dueOn, t.locale),
      left: daysText(t, daysBetween(on, dueOn)),
    }),
    isLastWorkingDay === true ? t('chase:reminder.last-working-day') : undefined,
    stateText(t, item),
  )
}

function stateText(t: T, { isLate, state }: ReminderItem): string {
  if (isLate) return t('chase:reminder.late-results')
  return t.html('forms:owed.state', {
    state: state === undefined ? t('forms:owed.not-begun') : t(`common:state.${state}`),
  })
}

function itemButton(t: T, item: ReminderItem, index: number): Button {
  const { form, period, unit, submission, state, isLate } = item
  if (isLate && submission !== undefined) return lateButton(t, submission, index)
  return state === 'submitted' && submission !== undefined
    ? { text: t('chase:reminder.confirm', { number: index + 1 }), data: `r:open:${submission}` }
    : nextStepButton(
        t,
        { form, period, unit: unit.code, ...(submission && state && { submission, state }) },
        index,
      )
}
