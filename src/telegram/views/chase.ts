import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { ChasedForm, ChasedUnit } from '../../usecases/list-chase.ts'
import { WEEKLY_LIMIT } from '../../usecases/plan-reminders.ts'
import type { Recipient } from '../../usecases/ports.ts'
import type { ChaseCount } from '../../usecases/remind-units.ts'
import { shorten } from './caption-fit.ts'
import { daysText } from './owed.ts'
import { type Button, inRows, lines, type View } from './view.ts'

/** So many forms in the list: of each there is a text and a button. */
const FORMS_SHOWN = 20
const UNITS_A_PAGE = 8
const NAME_LETTERS = 100

/** What the views need beside the rows. */
export interface ChaseFrame {
  readonly t: T
  readonly now: Date
  readonly timeZone: string
}

/** Forms somebody owes, by deadline, and one button that reminds all who may be reminded. */
export function chaseListView({ t }: ChaseFrame, forms: readonly ChasedForm[], count: ChaseCount): View {
  if (forms.length === 0) return { text: lines(t('chase:list.title'), '', t('chase:list.nobody-owes')) }
  const shown = forms.slice(0, FORMS_SHOWN)
  const { free } = count.reach
  return {
    text: lines(
      t('chase:list.title'),
      ...shown.map((form, index) => lines('', formTitle(t, form, index + 1), owingText(t, form))),
      free === 0 ? `\n${t('chase:list.nobody-free')}` : undefined,
    ),
    buttons: [
      ...shown.map((form, index): Button[] => [
        {
          text: t('chase:list.open', { number: index + 1, count: form.units.length }),
          data: pageData(form, 0),
        },
      ]),
      free === 0 ? [] : [{ text: t('chase:list.remind-all', { count: free }), data: 'y:all' }],
    ],
  }
}

/** The units that owe one form, a page at a time: where each stands, who was reached, what can be done. */
export function chaseFormView(frame: ChaseFrame, form: ChasedForm, count: ChaseCount, page: number): View {
  const { t } = frame
  const first = page * UNITS_A_PAGE
  const shown = form.units.slice(first, first + UNITS_A_PAGE)
  const { free } = count.reach
  return {
    text: lines(
      formTitle(t, form, undefined),
      owingText(t, form),
      ...shown.map((each, index) => unitText(frame, each, first + index + 1)),
    ),
    buttons: [
      ...inRows(
        shown.flatMap((each, index) => unitButtons(t, form, each, first + index + 1)),
        2,
      ),
      pageButtons(t, form, page),
      free === 0
        ? []
        : [
            {
              text: t('chase:list.remind-form', { count: free }),
              data: `y:form:${form.form.code}:${form.period}`,
            },
          ],
      [{ text: t('chase:form.back'), data: 'y:list' }],
    ],
  }
}

/** What reminding came to. */
export function chaseResultView({ t, now, timeZone }: ChaseFrame, { reach, ...count }: ChaseCount): View {
  const others = (['today', 'week', 'muted', 'blocked', 'absent'] as const).filter((each) => reach[each] > 0)
  const rest = [
    ...others.map((each) => t(`chase:result.${each}`, { count: reach[each], limit: WEEKLY_LIMIT })),
    ...(count.unitsWithoutAnyone > 0 ? [t('chase:result.nobody', { count: count.unitsWithoutAnyone })] : []),
  ]
  return {
    text: lines(
      t('chase:result.title', { count: reach.free }),
      reach.free > 0 && count.at > now
        ? t('chase:result.later', { time: timeText({ t, now, timeZone }, count.at) })
        : undefined,
      rest.length > 0 ? `\n${t('chase:result.not-reminded')}` : undefined,
      ...rest,
    ),
    buttons: [[{ text: t('chase:form.back'), data: 'y:list' }]],
  }
}

const formTitle = (t: T, { form, period }: ChasedForm, number: number | undefined): string => {
  const params = { form: shorten(form.title[t.locale], NAME_LETTERS), period: formatPeriod(period, t.locale) }
  return number === undefined
    ? t.html('chase:form.title', params)
    : t.html('chase:list.row', { ...params, number })
}

const owingText = (t: T, { units, deadline, status, isLate }: ChasedForm): string =>
  t(isLate ? 'chase:list.owing-late' : 'chase:list.owing', {
    count: units.length,
    date: renderDate(deadline.dueOn, t.locale),
    left: daysText(
      t,
      status.state === 'open' ? status.daysLeft : status.state === 'late' ? -status.daysLate : 0,
    ),
  })

function unitText(
  frame: ChaseFrame,
  { unit, state, submission, answering }: ChasedUnit,
  number: number,
): string {
  const { t } = frame
  const unsaid = t(submission === undefined ? 'forms:owed.not-begun' : 'chase:form.late-results')
  const stands = state === undefined ? unsaid : t(`common:state.${state}`)
  return lines(
    '',
    t.html('chase:form.unit', { number, unit: shorten(unit.name, NAME_LETTERS), state: stands }),
    reachText(frame, answering),
  )
}

/** The best that is known of those who answer for the unit. */
function reachText(frame: ChaseFrame, answering: readonly Recipient[]): string {
  const { t, now } = frame
  if (answering.length === 0) return t('chase:reach.nobody')
  const present = answering.filter(({ consentedAt }) => consentedAt !== undefined)
  if (present.length === 0) return t('chase:reach.absent')
  const open = present.filter(({ isBlocked }) => !isBlocked)
  if (open.length === 0) return t('chase:reach.blocked')
  const [last] = open.flatMap(({ remindedAt }) => remindedAt ?? []).sort((a, b) => b.getTime() - a.getTime())
  if (last !== undefined)
    return t(last > now ? 'chase:reach.waiting' : 'chase:reach.reminded', { time: timeText(frame, last) })
  const isMuted = open.every(({ mutedUntil }) => mutedUntil !== undefined && mutedUntil > now)
  return t(isMuted ? 'chase:reach.muted' : 'chase:reach.not-yet')
}

const timeText = ({ t, timeZone }: ChaseFrame, at: Date): string =>
  `${localTimeOf(at, timeZone)} ${renderDate(localDateOf(at, timeZone), t.locale)}`

const unitButtons = (t: T, { form, period }: ChasedForm, { unit }: ChasedUnit, number: number): Button[] => [
  { text: t('chase:form.remind', { number }), data: remindData(form.code, period, unit.code) },
  { text: t('chase:form.behalf', { number }), data: `b:${unit.code}` },
]

/** Codes are short by the packs' and rosters' own checks; the limit of 64 bytes is Telegram's. */
export const remindData = (form: string, period: string, unit: string): string =>
  `y:1:${form}:${period}:${unit}`

const pageData = ({ form, period }: ChasedForm, page: number): string => `y:p:${form.code}:${period}:${page}`

function pageButtons(t: T, form: ChasedForm, page: number): Button[] {
  const hasNext = (page + 1) * UNITS_A_PAGE < form.units.length
  return [
    ...(page > 0 ? [{ text: t('chase:form.previous'), data: pageData(form, page - 1) }] : []),
    ...(hasNext ? [{ text: t('chase:form.next'), data: pageData(form, page + 1) }] : []),
  ]
}
