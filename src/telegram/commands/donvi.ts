import { listOwnUnits, searchUnits } from '../../usecases/get-unit-card.ts'
import { showUnit } from '../buttons/unit.ts'
import type { Command } from '../services.ts'
import { unitListView, unitStartView } from '../views/unit.ts'

/** Most units of one answer; whoever looks for more says more of the name. */
export const UNITS_SHOWN = 10

/** Finds a unit by part of its name, shows it, and changes it. */
export const donvi: Command = {
  name: 'donvi',
  aliases: ['đơn vị', 'units'],
  description: 'common:command.donvi',
  needs: ['manage-units', 'see-progress'],
  place: 'private',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    const wanted = argument.trim()
    if (wanted === '')
      return services.screen.reply(ctx, unitStartView(t, await listOwnUnits(services, actor), actor))
    const found = await searchUnits(services, actor, wanted, UNITS_SHOWN)
    const [only] = found
    if (only && found.length === 1) return showUnit(services, ctx, only.code)
    await services.screen.reply(ctx, unitListView(t, found))
  },
}
