import type { SubmissionId } from '../../domain/brand.ts'
import type { Texts } from '../../i18n/texts.ts'
import { type ReviewDeps, returnSubmission } from '../../usecases/review-submission.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { askReasonAndAct } from './reason.ts'

export interface ReturnArgs extends FormArgs {
  /** The revision the reviewer has seen. */
  readonly target: { readonly submission: SubmissionId; readonly revision: number }
  readonly unit: string
}

/** Asks the reason a submission is sent back with, and sends it back. Returning the same revision again changes nothing. */
export const returnForm = (deps: ReviewDeps & { readonly texts: Texts }): ChatForm<ReturnArgs> => ({
  name: 'return-reason',
  version: 2,
  async build(conversation, ctx, step, { target, unit }) {
    const t = deps.texts.for(step.person.locale)
    await askReasonAndAct(conversation, ctx, step, t, {
      question: t.html('review:return.ask', { unit }),
      left: t('review:return.left'),
      done: {
        text: t.html('review:done.returned', { unit }),
        buttons: [[{ text: t('review:button.list'), data: 'r:list' }]],
      },
      act: (reason) => returnSubmission(deps, step.actor, target, reason),
    })
    return undefined
  },
})
