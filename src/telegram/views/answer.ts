import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import type { Answer } from '../../usecases/ask-plan.ts'
import type { View } from './view.ts'

/** Below Telegram's 4096, escapes included in most texts. */
const LONGEST = 3800
const LONGEST_LABEL = 60
const MOST_CHOICES = 8

/** An answer as a message; `id` names the exchange its buttons belong to. */
export function answerView(t: T, answer: Answer, id: string, canSendOn: boolean): View {
  return {
    text: escapeHtml(shorten(answer.text, LONGEST)),
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
