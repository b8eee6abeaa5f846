import { listDeadlines } from '../../usecases/local-deadline.ts'
import type { Command } from '../services.ts'
import { deadlineListView } from '../views/deadline.ts'

/** Local due dates: which hold, and setting or removing them. */
export const hannop: Command = {
  name: 'hannop',
  aliases: ['hạn nộp', 'deadlines'],
  description: 'common:command.hannop',
  needs: ['manage-plans'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    await services.screen.show(ctx, deadlineListView(t, await listDeadlines(services, actor)))
  },
}
