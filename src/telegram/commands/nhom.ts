import { listGroups } from '../../usecases/configure-group.ts'
import type { Command } from '../services.ts'
import { groupsView } from '../views/groups.ts'

/** The groups that get a digest: state, last one, settings. */
export const nhom: Command = {
  name: 'nhom',
  aliases: ['nhóm', 'groups'],
  description: 'common:command.nhom',
  needs: ['link-group'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    const frame = { t, now: services.clock.now(), timeZone: services.timeZone }
    await services.screen.show(ctx, groupsView(frame, await listGroups(services, actor), 0))
  },
}
