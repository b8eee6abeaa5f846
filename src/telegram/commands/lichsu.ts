import { listOwnSubmissions } from '../../usecases/find-submission.ts'
import type { Command } from '../services.ts'
import { submissionListView } from '../views/history.ts'

/** The submissions of the person's units, each with all its revisions. */
export const lichsu: Command = {
  name: 'lichsu',
  aliases: ['lịch sử', 'history'],
  description: 'common:command.lichsu',
  needs: ['fill-form', 'see-progress'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    await services.screen.show(
      ctx,
      submissionListView(t, services.library, await listOwnSubmissions(services, actor)),
    )
  },
}
