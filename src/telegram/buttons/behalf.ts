import { scopeFor } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { listOwedOf } from '../../usecases/list-owed.ts'
import type { ButtonHandler } from '../services.ts'
import { behalfView } from '../views/owed.ts'

/** The unit an officer enters for. */
export const behalfButton: ButtonHandler = {
  prefix: 'b',
  async run(services, ctx, [code = '']) {
    const { t, actor } = ctx.state
    const scope = scopeFor(actor, 'enter-on-behalf')
    const unit = await services.database.units.findByCode(scope, code)
    if (!unit) throw new DomainError('unit-not-found')
    await services.screen.show(
      ctx,
      behalfView(t, services.library, unit.name, await listOwedOf(services, scope, unit)),
    )
  },
}
