import { scopeForAny } from '../../domain/access.ts'
import type { SubmissionId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { getSubmission } from '../../usecases/get-submission.ts'
import { listReviews, type ReviewItem } from '../../usecases/list-reviews.ts'
import { acceptSubmission, confirmSubmission, undoAcceptance } from '../../usecases/review-submission.ts'
import type { BotContext } from '../context.ts'
import { returnForm } from '../conversations/return-reason.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { decidedView, reviewCardView, reviewListView } from '../views/review.ts'
import { findAction } from './find-action.ts'

type ReviewAction = (services: BotServices, ctx: BotContext, parts: readonly string[]) => Promise<void>

const ACTIONS: Readonly<Record<string, ReviewAction>> = {
  async list(services, ctx) {
    const { t, actor } = ctx.state
    await services.screen.show(ctx, reviewListView(t, services.library, await listReviews(services, actor)))
  },
  async open(services, ctx, [id]) {
    const item = await getItem(services, ctx, id)
    const { name } = await services.database.people.get(item.revision.submittedBy)
    await services.screen.show(ctx, reviewCardView(ctx.state.t, services.library, item, name))
  },
  async accept(services, ctx, [revision, id]) {
    const item = await getItem(services, ctx, id)
    await acceptSubmission(services, ctx.state.actor, targetOf(revision, id))
    await services.screen.show(ctx, decidedView(ctx.state.t, item, 'accepted', services.library))
  },
  async confirm(services, ctx, [revision, id]) {
    const item = await getItem(services, ctx, id)
    await confirmSubmission(services, ctx.state.actor, targetOf(revision, id))
    await services.screen.show(ctx, decidedView(ctx.state.t, item, 'confirmed', services.library))
  },
  async undo(services, ctx, [revision, id]) {
    await undoAcceptance(services, ctx.state.actor, targetOf(revision, id))
    await services.screen.show(
      ctx,
      decidedView(ctx.state.t, await getItem(services, ctx, id), 'undone', services.library),
    )
  },
  async return(services, ctx, [revision, id]) {
    const item = await getItem(services, ctx, id)
    await services.bridge.enter(ctx, returnForm(services), {
      formVersion: 1,
      target: targetOf(revision, id),
      unit: item.row.unitName,
    })
  },
  async clean(services, ctx, [seen]) {
    const { t, actor } = ctx.state
    const clean = (await listReviews(services, actor)).filter(
      (item) => item.isClean && item.decision === 'accept',
    )
    if (String(clean.length) !== seen)
      return services.screen.show(
        ctx,
        reviewListView(t, services.library, await listReviews(services, actor)),
      )
    for (const { row, revision } of clean)
      await acceptSubmission(services, actor, { submission: row.id, revision: revision.number })
    await services.screen.show(ctx, {
      text: t('review:done.clean', { count: clean.length }),
      buttons: [[{ text: t('review:button.list'), data: 'r:list' }]],
    })
  },
}

export const reviewButton: ButtonHandler = {
  prefix: 'r',
  async run(services, ctx, [action = '', ...parts]) {
    await findAction(ACTIONS, action)(services, ctx, parts)
  },
}

const targetOf = (revision: string | undefined, id: string | undefined) => ({
  submission: id as SubmissionId,
  revision: Number(revision),
})

/** The item as the actor may decide it; one decided meanwhile is no longer there. */
async function getItem(services: BotServices, ctx: BotContext, id: string | undefined): Promise<ReviewItem> {
  const item = (await listReviews(services, ctx.state.actor)).find(({ row }) => row.id === id)
  if (item) return item
  const scope = scopeForAny(ctx.state.actor, 'review-submission', 'confirm-submission')
  const { state } = await getSubmission(services.database, scope, id as SubmissionId)
  throw new DomainError('submission-not-open', { state })
}
