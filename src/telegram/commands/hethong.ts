import { scopeFor } from '../../domain/access.ts'
import type { Command } from '../services.ts'
import { systemView } from '../views/system.ts'

/** How the installation is: messages whose fate is not known, groups and their last digest. */
export const hethong: Command = {
  name: 'hethong',
  aliases: ['hệ thống', 'system'],
  description: 'common:command.hethong',
  needs: ['see-system'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    const scope = scopeFor(actor, 'see-system')
    const inDoubt = await services.database.outbox.listInDoubt(scope)
    const groups = await services.database.groups.list(scope)
    const seen = await Promise.all(
      groups.map(async (group) => ({ group, last: await services.database.digests.last(group.id) })),
    )
    await services.screen.show(ctx, systemView(t, services.timeZone, inDoubt, seen))
  },
}
