import { linkGroup, listLinkable, requireTrusted } from '../../usecases/link-group.ts'
import { seeGroup } from '../groups.ts'
import type { Command } from '../services.ts'

/** Gives this group to a unit: by someone entitled who is also the group's admin. */
export const lienket: Command = {
  name: 'lienket',
  aliases: ['liên kết', 'link'],
  description: 'common:command.lienket',
  needs: ['link-group'],
  place: 'group',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    const group = await seeGroup(services, ctx)
    if (!group) return services.screen.reply(ctx, { text: t('admin:link.in-group') })
    requireTrusted(group)
    const units = await listLinkable(services, actor)
    const only = argument.trim() || (units.length === 1 ? units[0]?.code : undefined)
    if (only !== undefined) {
      const { unit } = await linkGroup(services, actor, group, only)
      return services.screen.reply(ctx, { text: t.html('admin:link.done', { unit: unit.name }) })
    }
    await services.screen.reply(ctx, {
      text: t('admin:link.which'),
      buttons: units.slice(0, 12).map((unit) => [{ text: unit.name, data: `g:link:${unit.code}` }]),
    })
  },
}
