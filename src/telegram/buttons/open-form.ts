import { DomainError } from '../../domain/errors.ts'
import { entryScope, openForm } from '../../usecases/open-form.ts'
import { continueForm } from '../forms.ts'
import type { ButtonHandler } from '../services.ts'

/** Begins a form from the list of what is owed. */
export const openFormButton: ButtonHandler = {
  prefix: 'n',
  async run(services, ctx, [form = '', period = '', unitCode = '']) {
    const unit = await services.database.units.findByCode(entryScope(ctx.state.actor), unitCode)
    if (!unit) throw new DomainError('unit-not-found')
    await continueForm(
      services,
      ctx,
      await openForm(services, ctx.state.actor, { form, unit: unit.id, period }),
    )
  },
}
