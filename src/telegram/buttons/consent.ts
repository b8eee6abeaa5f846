import { giveConsent } from '../../usecases/give-consent.ts'
import { askContact } from '../commands/start.ts'
import type { ButtonHandler } from '../services.ts'
import { welcomeView } from '../views/start.ts'

/** Both answers lead somewhere: yes to the work (or the proof still asked for), no to the officer entering on behalf. */
export const consentButton: ButtonHandler = {
  prefix: 'c',
  isOpenToAll: true,
  async run(services, ctx, [answer]) {
    const { t, person, actor } = ctx.state
    if (person.id === '') return
    const consents = answer === 'yes'
    const answered = await giveConsent(services, person.id, consents)
    if (!consents) return services.screen.show(ctx, { text: t('start:declined') })
    await services.screen.show(ctx, { text: t('start:agreed') })
    if (answered.roles.some((role) => role.state === 'pending')) return askContact(services, ctx)
    await services.screen.reply(ctx, welcomeView(t, answered, actor, services.commands))
  },
}
