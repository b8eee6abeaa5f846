import type { SubmissionId } from '../../domain/brand.ts'
import { tellPartDone } from '../../usecases/assign-form.ts'
import { deleteDraft } from '../../usecases/delete-draft.ts'
import { getSession } from '../../usecases/open-form.ts'
import { reopenSubmission } from '../../usecases/review-submission.ts'
import { submitForm } from '../../usecases/submit-form.ts'
import { leave } from '../commands/leave.ts'
import type { BotContext } from '../context.ts'
import { askFrom, continueForm } from '../forms.ts'
import { progressOf } from '../progress.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { cardView, editChoiceView, submittedCardView } from '../views/card.ts'
import { receiptView } from '../views/receipt.ts'
import { findAction } from './find-action.ts'

type DraftAction = (services: BotServices, ctx: BotContext, id: SubmissionId, detail: string) => Promise<void>

/** What the buttons of a draft's card do; a submission no longer a draft shows how it stands instead. */
const ACTIONS: Readonly<Record<string, DraftAction>> = {
  card: (services, ctx, id) => showSession(services, ctx, id, cardView),
  edit: (services, ctx, id) => showSession(services, ctx, id, editChoiceView),
  view: (services, ctx, id) => showSession(services, ctx, id, submittedCardView),
  async go(services, ctx, id) {
    await continueForm(services, ctx, (await getSession(services, ctx.state.actor, id)).session)
  },
  async row(services, ctx, id, at) {
    await askFrom(services, ctx, (await getSession(services, ctx.state.actor, id)).session, Number(at), true)
  },
  async reopen(services, ctx, id) {
    await reopenSubmission(services, ctx.state.actor, id)
    const { session, row } = await getSession(services, ctx.state.actor, id)
    // Below, not instead: the reason it came back with stays in sight.
    await services.screen.reply(ctx, cardView({ t: ctx.state.t, library: services.library, session, row }))
  },
  async submit(services, ctx, id) {
    const { actor, t } = ctx.state
    const submitted = await submitForm(services, actor, id)
    const { unit, period } = submitted.submission
    const progress = await progressOf(services, actor, unit, period)
    await services.screen.show(ctx, receiptView({ t, library: services.library, submitted, progress }))
  },
  async done(services, ctx, id) {
    await tellPartDone(services, ctx.state.actor, id)
    await services.screen.show(ctx, { text: ctx.state.t('teamwork:part.done') })
  },
  async later(services, ctx) {
    await leave(services, ctx)
    await services.screen.show(ctx, { text: ctx.state.t('forms:left') })
  },
  async delete(services, ctx, id) {
    await deleteDraft(services, ctx.state.actor, id)
    await leave(services, ctx)
    await services.screen.show(ctx, { text: ctx.state.t('forms:cancel.deleted') })
  },
}

export const draftButton: ButtonHandler = {
  prefix: 'd',
  async run(services, ctx, [action = '', ...rest]) {
    const [first = '', second] = rest
    const [id, detail] = second === undefined ? [first, ''] : [second, first]
    await findAction(ACTIONS, action)?.(services, ctx, id as SubmissionId, detail)
  },
}

async function showSession(
  services: BotServices,
  ctx: BotContext,
  id: SubmissionId,
  view: typeof cardView,
): Promise<void> {
  const { session, row } = await getSession(services, ctx.state.actor, id)
  const chosen = row.state === 'draft' ? view : submittedCardView
  await services.screen.show(ctx, chosen({ t: ctx.state.t, library: services.library, session, row }))
}
