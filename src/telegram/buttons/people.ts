import { systemScope } from '../../domain/access.ts'
import type { PersonId, RoleId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { decideRole } from '../../usecases/decide-access.ts'
import { getPersonCard, listPending } from '../../usecases/find-people.ts'
import { endRole, reinvitePerson, suspendPerson } from '../../usecases/manage-people.ts'
import { showPeople } from '../commands/nguoidung.ts'
import type { BotContext } from '../context.ts'
import { findForm } from '../conversations/find.ts'
import type { BotServices, ButtonAction, ButtonHandler } from '../services.ts'
import { endRoleView, pendingView, personCardView } from '../views/people.ts'
import { findAction } from './find-action.ts'
import { inviteDeps, sendInvitation } from './invite.ts'

const ACTIONS: Readonly<Record<string, ButtonAction>> = {
  start: (services, ctx) => showPeople(services, ctx),
  find: (services, ctx) => services.bridge.enter(ctx, findForm(services), { formVersion: 1, what: 'person' }),
  pending: (services, ctx) => showPending(services, ctx),
  ok: (services, ctx, [id]) => decide(services, ctx, id, 'approve'),
  no: (services, ctx, [id]) => decide(services, ctx, id, 'revoke'),
  card: (services, ctx, [id]) => showCard(services, ctx, id),
  async off(services, ctx, [id]) {
    await suspendPerson(services, ctx.state.actor, id as PersonId, true)
    await showCard(services, ctx, id)
  },
  async on(services, ctx, [id]) {
    await suspendPerson(services, ctx.state.actor, id as PersonId, false)
    await showCard(services, ctx, id)
  },
  async end(services, ctx, [id]) {
    const held = await services.database.people.findRole(systemScope, id as RoleId)
    const card = held && (await getPersonCard(services, ctx.state.actor, held.person))
    if (!held || !card?.isManageable) throw new DomainError('role-not-found')
    await services.screen.show(
      ctx,
      endRoleView(ctx.state.t, held, `pe:ended:${id}`, `pe:card:${held.person}`),
    )
  },
  async ended(services, ctx, [id]) {
    const { t } = ctx.state
    const { name, role, unitName } = await endRole(services, ctx.state.actor, id as RoleId)
    const facts = { name, role: t(`common:role.${role}`), unit: unitName }
    await services.screen.show(ctx, { text: t.html('people:end.done', facts) })
  },
  async again(services, ctx, [id]) {
    const { t, actor } = ctx.state
    const { held, link, expiresAt } = await reinvitePerson(inviteDeps(services), actor, id as PersonId)
    await sendInvitation(services, ctx, { role: held.role, unit: held.unitName, link, expiresAt })
    await services.screen.show(ctx, { text: t.html('people:again.done', { name: held.name }) })
  },
}

/** Buttons of /nguoidung and of the cards that ask for a decision. */
export const peopleButton: ButtonHandler = {
  prefix: 'pe',
  async run(services, ctx, [action = '', ...parts]) {
    await findAction(ACTIONS, action)(services, ctx, parts)
  },
}

async function showCard(services: BotServices, ctx: BotContext, id: string | undefined): Promise<void> {
  const card = await getPersonCard(services, ctx.state.actor, id as PersonId)
  await services.screen.show(ctx, personCardView(ctx.state.t, card))
}

async function showPending(services: BotServices, ctx: BotContext): Promise<void> {
  const waiting = await listPending(services, ctx.state.actor)
  await services.screen.show(ctx, pendingView(ctx.state.t, services.timeZone, waiting))
}

async function decide(
  services: BotServices,
  ctx: BotContext,
  id: string | undefined,
  decision: 'approve' | 'revoke',
): Promise<void> {
  const { t, actor } = ctx.state
  const { person, unit, role } = await decideRole(services, actor, id as RoleId, decision)
  const facts = { name: person.name, role: t(`common:role.${role}`), unit: unit.name }
  await services.screen.show(ctx, {
    text: t.html(decision === 'approve' ? 'start:access.approved' : 'start:access.revoked', facts),
    buttons: [[{ text: t('people:pending.others'), data: 'pe:pending' }]],
  })
}
