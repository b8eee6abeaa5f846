import { scopeFor } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { progressOf } from '../progress.ts'
import type { ButtonHandler } from '../services.ts'
import { progressView } from '../views/progress.ts'

/** The next page of a unit's progress. */
export const progressButton: ButtonHandler = {
  prefix: 'p',
  async run(services, ctx, [period = '', from = '', code = '']) {
    const { t, actor } = ctx.state
    const unit =
      (await services.database.units.findByCode(scopeFor(actor, 'see-progress'), code)) ??
      (await services.database.units.findByCode(scopeFor(actor, 'see-own-progress'), code))
    if (!unit) throw new DomainError('unit-not-found')
    await services.screen.show(
      ctx,
      progressView(t, await progressOf(services, actor, unit.id, period), Number(from)),
    )
  },
}
