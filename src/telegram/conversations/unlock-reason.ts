import type { SubmissionId } from '../../domain/brand.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { ReviewDeps } from '../../usecases/review-submission.ts'
import { askUnlock } from '../../usecases/unlock-submission.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { askReasonAndAct } from './reason.ts'

export interface UnlockArgs extends FormArgs {
  readonly locked: SubmissionId
}

/** Asks why a locked submission should be opened again, and passes it on to the office. */
export const unlockForm = (deps: ReviewDeps & { readonly texts: Texts }): ChatForm<UnlockArgs> => ({
  name: 'unlock-reason',
  version: 2,
  async build(conversation, ctx, step, { locked }) {
    const t = deps.texts.for(step.person.locale)
    await askReasonAndAct(conversation, ctx, step, t, {
      question: t('teamwork:unlock.why'),
      left: t('teamwork:unlock.left'),
      done: { text: t('teamwork:unlock.asked') },
      act: (reason) => askUnlock(deps, step.actor, locked, reason),
    })
    return undefined
  },
})
