import { listChase } from '../../usecases/list-chase.ts'
import { previewChase } from '../../usecases/remind-units.ts'
import type { Command } from '../services.ts'
import { chaseListView } from '../views/chase.ts'

/** Who owes what, who was reached, and reminding all with one tap. */
export const dondoc: Command = {
  name: 'dondoc',
  aliases: ['đôn đốc', 'nhac', 'nhắc', 'chase'],
  description: 'common:command.dondoc',
  needs: ['chase'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    const frame = { t, now: services.clock.now(), timeZone: services.timeZone }
    const forms = await listChase(services, actor)
    await services.screen.show(ctx, chaseListView(frame, forms, await previewChase(services, actor, {})))
  },
}
