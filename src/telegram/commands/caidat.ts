import type { Command } from '../services.ts'
import { settingsView } from '../views/settings.ts'

/** The person's own settings: language, and reminders. */
export const caidat: Command = {
  name: 'caidat',
  aliases: ['cài đặt', 'settings'],
  description: 'common:command.caidat',
  place: 'private',
  async run(services, ctx) {
    const { t, person } = ctx.state
    const mutedUntil = await services.database.reminders.mutedUntil(person.id)
    await services.screen.show(ctx, settingsView(t, services.timeZone, services.clock.now(), mutedUntil))
  },
}
