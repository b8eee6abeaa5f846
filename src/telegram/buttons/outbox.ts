import { roleAllows, scopeFor } from '../../domain/access.ts'
import type { OutboxId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { sendAgain, sendAllAgain } from '../../usecases/send-again.ts'
import type { ButtonHandler } from '../services.ts'
import { showSystem } from '../show-system.ts'

/** «Gửi lại» of messages in doubt: only a person decides it. */
export const outboxButton: ButtonHandler = {
  prefix: 'o',
  async run(services, ctx, [action, which = '', id]) {
    const { t, actor } = ctx.state
    if (!actor.roles.some(({ role }) => roleAllows(role, 'see-system'))) throw new DomainError('not-allowed')
    const scope = scopeFor(actor, 'see-system')
    if (action === 'list') return showSystem(services, ctx)
    if (action === 'again') {
      const isQueued = await sendAgain(services, scope, actor.person, id as OutboxId, Number(which))
      return services.screen.show(ctx, {
        text: t(isQueued ? 'admin:in-doubt.queued' : 'admin:in-doubt.gone'),
      })
    }
    if (action !== 'all' || !/^\d{1,15}$/.test(which)) throw new DomainError('button-invalid')
    const count = await sendAllAgain(services, scope, actor.person, new Date(Number(which)))
    await services.screen.show(ctx, {
      text: count > 0 ? t('admin:in-doubt.queued-all', { count }) : t('admin:in-doubt.gone'),
    })
  },
}
