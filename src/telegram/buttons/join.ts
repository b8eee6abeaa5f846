import { ROLES, type Role } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { REQUESTABLE, registerStranger, requestAccess } from '../../usecases/request-access.ts'
import type { BotContext } from '../context.ts'
import { findForm } from '../conversations/find.ts'
import type { ButtonAction, ButtonHandler } from '../services.ts'
import { joinConsentView, joinRoleView } from '../views/join.ts'
import { findAction } from './find-action.ts'

const ACTIONS: Readonly<Record<string, ButtonAction>> = {
  async start(services, ctx) {
    const { t, person } = ctx.state
    if (person.id === '' || !person.hasConsented) return services.screen.show(ctx, joinConsentView(t))
    await services.bridge.enter(ctx, findForm(services), { formVersion: 1, what: 'join' })
  },
  async agree(services, ctx) {
    const { person } = ctx.state
    if (person.isSuspended) throw new DomainError('not-allowed')
    if (person.id === '' || !person.hasConsented) await registerStranger(services, claimerOf(ctx))
    await services.bridge.enter(ctx, findForm(services), { formVersion: 1, what: 'join' })
  },
  async decline(services, ctx) {
    await services.screen.show(ctx, { text: ctx.state.t('people:join.declined') })
  },
  async unit(services, ctx, [code = '']) {
    await services.screen.show(ctx, joinRoleView(ctx.state.t, code, REQUESTABLE))
  },
  async role(services, ctx, [role, code = '']) {
    const { t, person } = ctx.state
    const wanted = ROLES.find((each): each is Role => each === role)
    if (!wanted) throw new DomainError('button-invalid')
    const unit = await requestAccess(services, person, { role: wanted, unit: code })
    if (!unit) return
    const facts = { role: t(`common:role.${wanted}`), unit: unit.name }
    await services.screen.show(ctx, { text: t.html('people:join.asked', facts) })
  },
}

/** Buttons of those who ask to be let in; strangers may press them. */
export const joinButton: ButtonHandler = {
  prefix: 'jo',
  isOpenToAll: true,
  async run(services, ctx, [action = '', ...parts]) {
    if (ctx.chat?.type !== 'private') throw new DomainError('button-invalid')
    await findAction(ACTIONS, action)(services, ctx, parts)
  },
}

/** Who writes, as Telegram names them. */
export function claimerOf({ from, state }: BotContext) {
  if (!from) throw new DomainError('not-registered')
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ')
  return { telegramUserId: from.id, name, locale: state.locale }
}
