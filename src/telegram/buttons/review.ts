import { scopeForAny } from '../../domain/access.ts'
import type { SubmissionId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { renderValue } from '../../domain/render-value.ts'
import { getSubmission } from '../../usecases/get-submission.ts'
import { listReviews, type ReviewItem } from '../../usecases/list-reviews.ts'
import { acceptSubmission, confirmSubmission, undoAcceptance } from '../../usecases/review-submission.ts'
import type { BotContext } from '../context.ts'
import { returnForm } from '../conversations/return-reason.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { decidedView, evidencedIn, reviewCardView, reviewListView } from '../views/review.ts'
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
  accept: (services, ctx, parts) => decide(services, ctx, parts, acceptSubmission, 'accepted'),
  confirm: (services, ctx, parts) => decide(services, ctx, parts, confirmSubmission, 'confirmed'),
  undo: (services, ctx, parts) => decide(services, ctx, parts, undoAcceptance, 'undone'),
  async evidence(services, ctx, [index, id]) {
    const { values, row } = await getItem(services, ctx, id)
    const [element = '', value] = evidencedIn(values)[Number(index)] ?? []
    if (value?.evidence === undefined) return
    const about = services.library.element(element)
    const caption = ctx.state.t.html('review:evidence', {
      unit: row.unitName,
      what: renderValue(value, about, ctx.state.locale),
    })
    await services.screen.sendEvidence(ctx, value.evidence, caption)
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

type Decide = typeof acceptSubmission

async function decide(
  services: BotServices,
  ctx: BotContext,
  [revision, id]: readonly string[],
  act: Decide,
  outcome: 'accepted' | 'confirmed' | 'undone',
): Promise<void> {
  const { t, actor } = ctx.state
  const row = await act(services, actor, targetOf(revision, id))
  await services.screen.show(ctx, decidedView(t, services.library, row, outcome))
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
