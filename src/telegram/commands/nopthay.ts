import { scopeFor } from '../../domain/access.ts'
import type { Command } from '../services.ts'

const SHOWN = 8

/** An officer enters for a unit that is not on Telegram. */
export const nopthay: Command = {
  name: 'nopthay',
  aliases: ['nộp thay', 'behalf'],
  description: 'common:command.nopthay',
  needs: ['enter-on-behalf'],
  place: 'private',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    if (argument.trim() === '') return services.screen.reply(ctx, { text: t('teamwork:behalf.how') })
    const units = await services.database.units.search(
      scopeFor(actor, 'enter-on-behalf'),
      argument.trim(),
      SHOWN,
    )
    await services.screen.reply(ctx, {
      text: t(units.length > 0 ? 'teamwork:behalf.which' : 'teamwork:behalf.none'),
      buttons: units.map((unit) => [{ text: unit.name, data: `b:${unit.code}` }]),
    })
  },
}
