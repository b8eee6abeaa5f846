import type { Command } from '../services.ts'
import { welcomeView } from '../views/start.ts'

/** What this person can do here. */
export const trogiup: Command = {
  name: 'trogiup',
  aliases: ['trợ giúp', 'help'],
  description: 'common:command.trogiup',
  place: 'private',
  async run(services, ctx) {
    const { t, person, actor } = ctx.state
    await services.screen.show(ctx, welcomeView(t, person, actor, services.commands))
  },
}
