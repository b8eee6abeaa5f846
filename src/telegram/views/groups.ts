import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { LOCALES } from '../../domain/text.ts'
import { weekNumber } from '../../i18n/digest-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { GroupStatus } from '../../usecases/configure-group.ts'
import type { DigestRow, Group } from '../../usecases/ports.ts'
import { shorten } from './caption-fit.ts'
import { type Button, inRows, lines, type View } from './view.ts'

const A_PAGE = 8
const NAME_LETTERS = 80
const BUTTON_LETTERS = 40
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** Hours a digest may come at, `HH:MM`. */
export const DIGEST_TIMES: readonly string[] = [
  '06:30',
  '07:00',
  '07:30',
  '08:00',
  '11:00',
  '14:00',
  '16:30',
  '19:00',
]
const PAUSES_WEEKS = [1, 2, 4]

export interface GroupFrame {
  readonly t: T
  readonly now: Date
  readonly timeZone: string
}

/** All groups of one's reach, a page at a time, with state and last digest. */
export function groupsView(frame: GroupFrame, groups: readonly GroupStatus[], page: number): View {
  const { t } = frame
  if (groups.length === 0) return { text: lines(t('groups:list.title'), '', t('groups:list.none')) }
  const first = page * A_PAGE
  const shown = groups.slice(first, first + A_PAGE)
  return {
    text: lines(
      t('groups:list.title'),
      ...shown.map(({ group, unitName, last }, index) =>
        lines(
          '',
          t.html('groups:list.row', {
            number: first + index + 1,
            title: shorten(group.title, NAME_LETTERS),
            unit: shorten(unitName ?? '–', NAME_LETTERS),
          }),
          t('groups:list.state', { state: stateText(frame, group), last: lastText(frame, last) }),
        ),
      ),
    ),
    buttons: [
      ...shown.map(({ group }, index): Button[] => [
        {
          text: t('groups:list.open', {
            number: first + index + 1,
            title: shorten(group.title, BUTTON_LETTERS),
          }),
          data: `u:open:${group.id}`,
        },
      ]),
      [
        ...(page > 0 ? [{ text: t('groups:list.previous'), data: `u:list:${page - 1}` }] : []),
        ...(first + A_PAGE < groups.length
          ? [{ text: t('groups:list.next'), data: `u:list:${page + 1}` }]
          : []),
      ],
    ],
  }
}

/** One group: when and how it gets its digest, each changed by a button. */
export function groupView(frame: GroupFrame, { group, unitName, last }: GroupStatus): View {
  const { t, now } = frame
  const { id, locale, skipQuiet, mutedUntil } = group
  const isMuted = mutedUntil !== undefined && mutedUntil > now
  const others = LOCALES.filter((each) => each !== locale)
  return {
    text: lines(
      t.html('groups:one.title', {
        title: shorten(group.title, NAME_LETTERS),
        unit: shorten(unitName ?? '–', NAME_LETTERS),
      }),
      t('groups:list.state', { state: stateText(frame, group), last: lastText(frame, last) }),
      '',
      t('groups:one.when', { time: group.digestTime, weekday: weekdayText(t, group.digestWeekday) }),
      t('groups:one.language', { language: t(`groups:language.${locale}`) }),
      t(skipQuiet ? 'groups:one.skip' : 'groups:one.quiet'),
      group.threadId === undefined ? undefined : t('groups:one.topic'),
    ),
    buttons: [
      [
        { text: t('groups:button.weekday'), data: `u:day:${id}` },
        { text: t('groups:button.time'), data: `u:time:${id}` },
        ...others.map((each) => ({ text: t(`groups:language.${each}`), data: `u:lang:${id}:${each}` })),
      ],
      [
        {
          text: t(skipQuiet ? 'groups:button.post' : 'groups:button.skip'),
          data: `u:skip:${id}:${skipQuiet ? 0 : 1}`,
        },
      ],
      isMuted
        ? [{ text: t('groups:button.resume'), data: `u:mute:${id}:0` }]
        : PAUSES_WEEKS.map((count) => ({
            text: t('groups:button.mute', { count }),
            data: `u:mute:${id}:${count}`,
          })),
      [{ text: t('groups:button.unlink'), data: `u:unlink:${id}` }],
      [{ text: t('groups:button.back'), data: 'u:list:0' }],
    ],
  }
}

/** The group, and the days or hours to choose from. */
export function groupChoiceView(frame: GroupFrame, status: GroupStatus, what: 'day' | 'time'): View {
  const { t } = frame
  const { id } = status.group
  const choices =
    what === 'day'
      ? WEEKDAYS.map((day) => ({ text: weekdayText(t, day), data: `u:day:${id}:${day}` }))
      : DIGEST_TIMES.map((time) => ({ text: time, data: `u:time:${id}:${time.replace(':', '')}` }))
  return {
    text: groupView(frame, status).text,
    buttons: [...inRows(choices, 4), [{ text: t('groups:button.keep'), data: `u:open:${id}` }]],
  }
}

/** Asks once more before a group is taken from its unit. */
export const unlinkAskedView = (t: T, { id, title }: Group): View => ({
  text: t.html('groups:unlink.sure', { title: shorten(title, NAME_LETTERS) }),
  buttons: [
    [
      { text: t('groups:button.unlink-yes'), data: `u:unlink:${id}:1` },
      { text: t('groups:button.keep'), data: `u:open:${id}` },
    ],
  ],
})

export const unlinkedView = (t: T, { title }: Group): View => ({
  text: t.html('groups:unlink.done', { title: shorten(title, NAME_LETTERS) }),
  buttons: [[{ text: t('groups:button.back'), data: 'u:list:0' }]],
})

const weekdayText = (t: T, day: number): string =>
  t(`groups:weekday.${WEEKDAYS.find((each) => each === day) ?? 1}`)

function stateText({ t, now, timeZone }: GroupFrame, { state, mutedUntil }: Group): string {
  if (state !== 'linked' || mutedUntil === undefined || mutedUntil <= now) return t(`groups:state.${state}`)
  return t('groups:state.muted', { date: renderDate(localDateOf(mutedUntil, timeZone), t.locale) })
}

/** What became of the last digest. */
function lastText({ t, timeZone }: GroupFrame, last: DigestRow | undefined): string {
  if (last === undefined) return t('groups:last.none')
  const { week, asOf, outcome, delivery = 'sent' } = last
  const params = { week: weekNumber(week) }
  if (outcome !== 'posted') return t(`groups:last.${outcome}`, params)
  if (delivery === 'sent') {
    const time = `${localTimeOf(asOf, timeZone)} ${renderDate(localDateOf(asOf, timeZone), t.locale)}`
    return t('groups:last.posted', { ...params, time })
  }
  if (delivery === 'dropped') return t('groups:last.dropped', params)
  return t(`groups:last.${delivery === 'sending' ? 'pending' : delivery}`, params)
}
