import type { SubmissionId } from '../../domain/brand.ts'
import { addLateResults, getLateSession, listToCome } from '../../usecases/add-late-results.ts'
import { tellPartDone } from '../../usecases/assign-form.ts'
import { deleteDraft } from '../../usecases/delete-draft.ts'
import { getSession } from '../../usecases/open-form.ts'
import { reopenSubmission } from '../../usecases/review-submission.ts'
import { type Submitted, submitForm } from '../../usecases/submit-form.ts'
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
  'late-card': (services, ctx, id) => showLate(services, ctx, id, cardView),
  'late-edit': (services, ctx, id) => showLate(services, ctx, id, editChoiceView),
  async late(services, ctx, id) {
    await continueForm(services, ctx, (await getLateSession(services, ctx.state.actor, id)).session)
  },
  async 'late-row'(services, ctx, id, at) {
    const { session } = await getLateSession(services, ctx.state.actor, id)
    await askFrom(services, ctx, session, Number(at), true)
  },
  async add(services, ctx, id) {
    await showReceipt(services, ctx, await addLateResults(services, ctx.state.actor, id))
  },
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
    await showReceipt(services, ctx, await submitForm(services, ctx.state.actor, id))
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
    await findAction(ACTIONS, action)(services, ctx, id as SubmissionId, detail)
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
  const toCome = await listToCome(services, session, row)
  await services.screen.show(ctx, chosen({ t: ctx.state.t, library: services.library, session, row, toCome }))
}

async function showLate(
  services: BotServices,
  ctx: BotContext,
  id: SubmissionId,
  view: typeof cardView,
): Promise<void> {
  const { session } = await getLateSession(services, ctx.state.actor, id)
  await services.screen.show(ctx, view({ t: ctx.state.t, library: services.library, session }))
}

async function showReceipt(services: BotServices, ctx: BotContext, submitted: Submitted): Promise<void> {
  const { actor, t } = ctx.state
  const { unit, period } = submitted.submission
  const progress = await progressOf(services, actor, unit, period)
  await services.screen.show(ctx, receiptView({ t, library: services.library, submitted, progress }))
}
