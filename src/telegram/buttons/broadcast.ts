import { followBroadcast, stopBroadcast } from '../../usecases/broadcast.ts'
import type { ButtonHandler } from '../services.ts'
import { broadcastView } from '../views/broadcast.ts'

/** How far an announcement has come, and stopping it. */
export const broadcastButton: ButtonHandler = {
  prefix: 'bc',
  async run(services, ctx, [action, id = '']) {
    const { t, actor } = ctx.state
    const progress =
      action === 'stop'
        ? await stopBroadcast(services, actor, id)
        : await followBroadcast(services, actor, id)
    await services.screen.show(ctx, broadcastView(t, id, progress))
  },
}
