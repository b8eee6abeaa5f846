import { heldUnits, scopeFor } from '../../domain/access.ts'
import { listInvitations } from '../../usecases/list-invitations.ts'
import type { BotContext } from '../context.ts'
import type { BotServices, Command } from '../services.ts'
import { inviteStartView, unitChoiceView } from '../views/invitations.ts'

const SHOWN = 8

/** Brings people in: one by one by link and QR code, or a unit's all on paper; shows what is still open. */
export const loimoi: Command = {
  name: 'loimoi',
  aliases: ['lời mời', 'invite'],
  description: 'common:command.loimoi',
  needs: ['invite'],
  place: 'private',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    if (argument.trim() === '') return showInvitations(services, ctx)
    const units = await services.database.units.search(scopeFor(actor, 'invite'), argument.trim(), SHOWN)
    await services.screen.reply(ctx, unitChoiceView(t, units, 'iv:unit'))
  },
}

/** Shows where inviting begins: the actor's own units, searching, and the invitations that are open. */
export async function showInvitations(services: BotServices, ctx: BotContext): Promise<void> {
  const { t, actor } = ctx.state
  const scope = scopeFor(actor, 'invite')
  const held = await Promise.all(
    heldUnits(scope)
      .slice(0, SHOWN)
      .map((unit) => services.database.units.find(scope, unit)),
  )
  const open = await listInvitations(services, actor)
  const units = held.filter((unit) => unit !== undefined)
  const mayReachOthers = scope.roots.length > 0
  await services.screen.show(ctx, inviteStartView(t, units, open.length, mayReachOthers))
}
