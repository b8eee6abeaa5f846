import { roleAllows, scopeFor } from '../../domain/access.ts'
import type { OutboxId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { sendAgain } from '../../usecases/send-again.ts'
import type { ButtonHandler } from '../services.ts'

/** «Gửi lại» of a message in doubt: only a person decides it. */
export const outboxButton: ButtonHandler = {
  prefix: 'o',
  async run(services, ctx, [action, attempts, id]) {
    const { t, actor } = ctx.state
    if (action !== 'again') throw new DomainError('button-invalid')
    if (!actor.roles.some(({ role }) => roleAllows(role, 'see-system'))) throw new DomainError('not-allowed')
    const scope = scopeFor(actor, 'see-system')
    const isQueued = await sendAgain(services, scope, actor.person, id as OutboxId, Number(attempts))
    await services.screen.show(ctx, { text: t(isQueued ? 'admin:in-doubt.queued' : 'admin:in-doubt.gone') })
  },
}
