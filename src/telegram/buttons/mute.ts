import { muteReminders } from '../../usecases/mute-reminders.ts'
import type { ButtonHandler } from '../services.ts'
import { settingsView } from '../views/settings.ts'

/** Pauses the person's own reminders for some days, or lets them through again. */
export const muteButton: ButtonHandler = {
  prefix: 'q',
  async run(services, ctx, [days]) {
    const { t, actor, isRegistered } = ctx.state
    if (!isRegistered) return
    const until = await muteReminders(services, actor, Number(days))
    await services.screen.show(ctx, settingsView(t, services.timeZone, services.clock.now(), until))
  },
}
