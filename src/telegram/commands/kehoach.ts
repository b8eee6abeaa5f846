import type { Command } from '../services.ts'
import { planListView } from '../views/plans.ts'

/** The plans in use; another is brought by sending its file. */
export const kehoach: Command = {
  name: 'kehoach',
  aliases: ['kế hoạch', 'plans'],
  description: 'common:command.kehoach',
  needs: ['manage-plans'],
  place: 'private',
  async run(services, ctx) {
    await services.screen.show(ctx, planListView(ctx.state.t, services.library.plans))
  },
}
