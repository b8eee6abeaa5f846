import { scopeFor } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { listChase } from '../../usecases/list-chase.ts'
import { type Chase, previewChase, remindUnits } from '../../usecases/remind-units.ts'
import { dondoc } from '../commands/dondoc.ts'
import type { BotContext } from '../context.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { chaseFormView, chaseResultView } from '../views/chase.ts'
import { findAction } from './find-action.ts'

type ChaseAction = (services: BotServices, ctx: BotContext, parts: readonly string[]) => Promise<void>

const ACTIONS: Readonly<Record<string, ChaseAction>> = {
  list: (services, ctx) => dondoc.run(services, ctx, ''),
  async p(services, ctx, [form = '', period = '', page = '0']) {
    const { actor } = ctx.state
    const found = (await listChase(services, actor)).find(
      (each) => each.form.code === form && each.period === period,
    )
    // Nobody owes it any more.
    if (!found) return dondoc.run(services, ctx, '')
    const count = await previewChase(services, actor, { form, period })
    await services.screen.show(ctx, chaseFormView(frameOf(services, ctx), found, count, Number(page) || 0))
  },
  all: (services, ctx) => remind(services, ctx, {}),
  form: (services, ctx, [form = '', period = '']) => remind(services, ctx, { form, period }),
  async 1(services, ctx, [form = '', period = '', code = '']) {
    const unit = await services.database.units.findByCode(scopeFor(ctx.state.actor, 'chase'), code)
    if (!unit) throw new DomainError('unit-not-found')
    await remind(services, ctx, { form, period, unit: unit.id })
  },
}

/** Buttons of /dondoc. */
export const chaseButton: ButtonHandler = {
  prefix: 'y',
  async run(services, ctx, [action = '', ...parts]) {
    await findAction(ACTIONS, action)?.(services, ctx, parts)
  },
}

const frameOf = (services: BotServices, ctx: BotContext) => ({
  t: ctx.state.t,
  now: services.clock.now(),
  timeZone: services.timeZone,
})

async function remind(services: BotServices, ctx: BotContext, chase: Chase): Promise<void> {
  const count = await remindUnits(services, ctx.state.actor, chase)
  await services.screen.show(ctx, chaseResultView(frameOf(services, ctx), count))
}
