import type { Actor } from '../../domain/access.ts'
import type { SubmissionId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { cleanText } from '../../domain/search-key.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import { renderError } from '../../i18n/render-error.ts'
import type { Texts } from '../../i18n/texts.ts'
import { type ReviewDeps, returnSubmission } from '../../usecases/review-submission.ts'
import { formButton } from '../views/question.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Dialogue } from './dialogue.ts'
import { showView } from './show.ts'

export interface ReturnArgs extends FormArgs {
  /** The revision the reviewer has seen. */
  readonly target: { readonly submission: SubmissionId; readonly revision: number }
  readonly unit: string
}

type ReturnDeps = ReviewDeps & { readonly texts: Texts }

/** Asks the reason a submission is sent back with, and sends it back. Returning the same revision again changes nothing. */
export const returnForm = (deps: ReturnDeps): ChatForm<ReturnArgs> => ({
  name: 'return-reason',
  version: 1,
  async build(conversation, ctx, step, args) {
    const t = deps.texts.for(step.person.locale)
    const dialogue = new Dialogue(conversation, ctx, 0)
    const input = await dialogue.ask({
      text: t.html('review:return.ask', { unit: args.unit }),
      buttons: [[{ text: t('common:button.cancel'), data: formButton(0, 'cancel') }]],
    })
    const reason = input.kind === 'text' ? cleanText(input.text) : ''
    const problem =
      reason === ''
        ? t('review:return.left')
        : await conversation.external(() => sendBack(deps, step.actor, args, reason, t))
    await showView(dialogue.ctx, {
      text: problem ?? t.html('review:done.returned', { unit: args.unit }),
      buttons: [[{ text: t('review:button.list'), data: 'r:list' }]],
    })
    return undefined
  },
})

/** Returns null when it is done, or the refusal in words; another error ends the step, and the reason can be sent again. */
async function sendBack(
  deps: ReturnDeps,
  actor: Actor,
  args: ReturnArgs,
  reason: string,
  t: ReturnType<Texts['for']>,
): Promise<string | null> {
  try {
    await returnSubmission(deps, actor, args.target, reason)
    return null
  } catch (error) {
    if (error instanceof DomainError) return escapeHtml(renderError(t, error))
    throw error
  }
}
