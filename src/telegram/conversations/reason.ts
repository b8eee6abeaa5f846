import type { Context } from 'grammy'
import { cleanText } from '../../domain/search-key.ts'
import type { T } from '../../i18n/texts.ts'
import { formButton } from '../views/question.ts'
import type { View } from '../views/view.ts'
import { refusalOf } from './attempt.ts'
import type { FormConversation, Step } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface ReasonAsked {
  /** HTML. */
  readonly question: string
  /** Shown when the person cancels. */
  readonly left: string
  readonly done: View
  /** Does it; safe to do twice. */
  readonly act: (reason: string) => Promise<unknown>
}

/** Asks one reason in words, below what it is about, and acts on it; a refusal is shown in words, another error lets the reason be sent again. */
export async function askReasonAndAct(
  conversation: FormConversation,
  ctx: Context,
  step: Step,
  t: T,
  asked: ReasonAsked,
): Promise<void> {
  const dialogue = new Dialogue(conversation, ctx, step, 0)
  const buttons = [[{ text: t('common:button.cancel'), data: formButton(0, 'cancel') }]]
  const input = await dialogue.ask({ text: asked.question, buttons }, 'below')
  const reason = input.kind === 'text' ? cleanText(input.text) : ''
  const refusal =
    reason === '' ? asked.left : await conversation.external(() => refusalOf(t, () => asked.act(reason)))
  dialogue.show(refusal === null ? asked.done : { ...asked.done, text: refusal })
}
