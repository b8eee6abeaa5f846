import { scopeFor } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { comparedProgressOf } from '../progress.ts'
import type { ButtonHandler } from '../services.ts'
import { progressView } from '../views/progress.ts'

/** A unit's progress: its next page, another period, or the other view. */
export const progressButton: ButtonHandler = {
  prefix: 'p',
  async run(services, ctx, [period = '', from = '', code = '', as = '']) {
    const { t, actor } = ctx.state
    const unit =
      (await services.database.units.findByCode(scopeFor(actor, 'see-progress'), code)) ??
      (await services.database.units.findByCode(scopeFor(actor, 'see-own-progress'), code))
    if (!unit) throw new DomainError('unit-not-found')
    await services.screen.show(
      ctx,
      progressView(
        t,
        await comparedProgressOf(services, actor, unit.id, period, as === 'now' ? 'now' : 'then'),
        Number(from),
      ),
    )
  },
}
