import { toLocalDate } from '../../domain/local-date.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { renderDate } from '../../domain/render-value.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import { renderRowValue } from '../../i18n/row-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { Answer } from '../../usecases/ask-plan.ts'
import type { Reached } from '../../usecases/find-reached.ts'
import { lines, type View } from './view.ts'

/** Below Telegram's 4096, escapes included in most texts. */
const LONGEST = 3800
const LONGEST_LABEL = 60
const MOST_CHOICES = 8

export interface AnswerShown {
  /** Names the exchange the buttons belong to. */
  readonly id: string
  readonly canSendOn: boolean
  /** In a group. */
  readonly isBrief?: boolean
  /** What has been reached so far, for whoever may see it. */
  readonly reached?: Reached
}

/** An answer as a message, below it what has been reached, labelled and dated. */
export function answerView(t: T, answer: Answer, { id, canSendOn, isBrief, reached }: AnswerShown): View {
  return {
    text: lines(
      escapeHtml(shorten(isBrief ? answer.brief : answer.text, LONGEST)),
      reached && reachedText(t, reached),
    ),
    buttons: [
      ...tellApart(answer.choices.slice(0, MOST_CHOICES).map(({ label }) => label)).map((label, index) => [
        { text: shorten(label, LONGEST_LABEL), data: `a:${id}:${index}` },
      ]),
      answer.behaviour === 'refuse' && canSendOn
        ? [{ text: t('ask:button.send-on'), data: `a:${id}:send` }]
        : [],
    ],
  }
}

const reachedText = (t: T, { unit, period, asOf, row }: Reached): string =>
  t.html('ask:reached', {
    unit,
    period: formatPeriod(period, t.locale),
    value: renderRowValue(t, row, 'full'),
    reported: row.reported,
    expected: row.expected,
    time: asOfText(asOf, t.locale),
  })

/** «2026-11-27T14:20+07:00» → 27/11/2026. */
const asOfText = (asOf: string, locale: T['locale']): string =>
  renderDate(toLocalDate(asOf.slice(0, 10)), locale)

const BETWEEN = ' – '

/** Without the beginning all labels share, which would leave no room for what differs. */
function tellApart(labels: readonly string[]): readonly string[] {
  const parts = labels.map((label) => label.split(BETWEEN))
  const shared = (parts[0] ?? []).findIndex((part, at) =>
    parts.some((each) => each[at] !== part || at === each.length - 1),
  )
  return parts.map((each) => each.slice(Math.max(shared, 0)).join(BETWEEN))
}

function shorten(text: string, longest: number): string {
  const letters = [...text]
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`
}
