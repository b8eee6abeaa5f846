import type { UnitChangeId } from '../../domain/brand.ts'
import { undoUnits } from '../../usecases/change-units.ts'
import { getUnitCard } from '../../usecases/get-unit-card.ts'
import type { BotContext } from '../context.ts'
import { UNIT_TASKS, unitForm } from '../conversations/unit-change.ts'
import { applyRoster } from '../roster.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { childrenView, unitView } from '../views/unit.ts'
import { findAction } from './find-action.ts'

type UnitAction = (services: BotServices, ctx: BotContext, code: string, more: string) => Promise<void>

const ACTIONS: Readonly<Record<string, UnitAction>> = {
  see: (services, ctx, code) => showUnit(services, ctx, code),
  async below(services, ctx, code, from) {
    const card = await getUnitCard(services, ctx.state.actor, code)
    await services.screen.show(ctx, childrenView(ctx.state.t, card, Number(from) || 0))
  },
  async find(services, ctx) {
    await services.bridge.enter(ctx, unitForm(services), { formVersion: 1, task: 'find', unit: '', name: '' })
  },
  async undo(services, ctx, id) {
    const { t, actor } = ctx.state
    await undoUnits(services, actor, id as UnitChangeId)
    await services.screen.show(ctx, { text: t('units:undone') })
  },
  async template(services, ctx) {
    const { t } = ctx.state
    const bytes = await services.rosterFile.build(t.locale)
    await services.screen.sendFile(ctx, { bytes, filename: t('roster:file') }, t('roster:caption'))
  },
  load: (services, ctx) => applyRoster(services, ctx),
  leave: (services, ctx) => services.screen.show(ctx, { text: ctx.state.t('roster:left') }),
}

/** Buttons of /donvi and of the list of units. */
export const unitButton: ButtonHandler = {
  prefix: 'dv',
  async run(services, ctx, [action = '', code = '', more = '']) {
    const task = UNIT_TASKS.find((each) => each === action)
    if (!task) return findAction(ACTIONS, action)?.(services, ctx, code, more)
    const { unit } = await getUnitCard(services, ctx.state.actor, code)
    await services.bridge.enter(ctx, unitForm(services), {
      formVersion: 1,
      task,
      unit: code,
      name: unit.name,
    })
  },
}

/** Shows a unit with what the person may do with it. */
export async function showUnit(services: BotServices, ctx: BotContext, code: string): Promise<void> {
  const { t, actor } = ctx.state
  await services.screen.show(ctx, unitView(t, await getUnitCard(services, actor, code)))
}
