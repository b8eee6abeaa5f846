import { listOwed } from '../../usecases/list-owed.ts'
import type { Command } from '../services.ts'
import { owedView } from '../views/owed.ts'

/** What this person owes, by deadline. */
export const nop: Command = {
  name: 'nop',
  aliases: ['nộp', 'submit'],
  description: 'common:command.nop',
  needs: ['fill-form'],
  place: 'private',
  async run(services, ctx) {
    await services.screen.show(ctx, owedView(ctx.state.t, await listOwed(services, ctx.state.actor)))
  },
}
