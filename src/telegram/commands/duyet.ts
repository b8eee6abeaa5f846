import { listReviews } from '../../usecases/list-reviews.ts'
import type { Command } from '../services.ts'
import { reviewListView } from '../views/review.ts'

/** What waits for this person's decision, worst first. */
export const duyet: Command = {
  name: 'duyet',
  aliases: ['duyệt', 'review'],
  description: 'common:command.duyet',
  needs: ['review-submission', 'confirm-submission'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    await services.screen.show(ctx, reviewListView(t, services.library, await listReviews(services, actor)))
  },
}
