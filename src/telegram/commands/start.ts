import type { TextKey } from '../../i18n/text-key.ts'
import { claimInvitation } from '../../usecases/claim-invitation.ts'
import { claimerOf } from '../buttons/join.ts'
import type { BotContext } from '../context.ts'
import { showDetail } from '../digest-detail.ts'
import { parseDetailLink } from '../digest-links.ts'
import { noteTried } from '../refusals.ts'
import { type BotServices, type Command, findCommand, mayUse } from '../services.ts'
import { waitingView } from '../views/join.ts'
import {
  claimedView,
  claimRefusedView,
  consentView,
  contactView,
  strangerView,
  welcomeView,
} from '../views/start.ts'

/** Opens an invitation, or greets. A payload that is a command's name (a button in a group) runs that command. */
export const start: Command = {
  name: 'start',
  aliases: [],
  description: 'common:command.start',
  needs: 'anyone',
  place: 'private',
  async run(services, ctx, argument) {
    const payload = argument.trim()
    const { isRegistered, person, actor } = ctx.state
    const command = payload === '' ? undefined : findCommand(services.commands, payload)
    const isOpen = isRegistered && person.hasConsented && command && mayUse(command, actor)
    if (isOpen && command.name !== 'start') return command.run(services, ctx, '')
    const wanted = parseDetailLink(payload)
    if (wanted && isRegistered && person.hasConsented)
      return showDetail(services, ctx, wanted.detail, wanted.subject, [])
    if (payload !== '' && !command && !wanted) return claim(services, ctx, payload)
    await greet(services, ctx)
  },
}

async function claim(services: BotServices, ctx: BotContext, token: string): Promise<void> {
  const { t } = ctx.state
  const claimer = claimerOf(ctx)
  const outcome = await claimInvitation(services, claimer, token)
  if (outcome.state !== 'ok') await noteTried(services, ctx, `invitation-${outcome.state}`)
  await services.screen.reply(
    ctx,
    outcome.state === 'ok'
      ? claimedView(t, outcome)
      : claimRefusedView(t, outcome.state, claimer.telegramUserId),
  )
}

/** What a person meets at the door: the way in, the contact still asked for, or what they can do. */
export async function greet(services: BotServices, ctx: BotContext): Promise<void> {
  const { person, t, isRegistered, locale } = ctx.state
  if (person.id === '' && ctx.from && services.adminIds.includes(ctx.from.id)) {
    await services.database.people.upsert({ telegramUserId: ctx.from.id, name: ctx.from.first_name, locale })
    return services.screen.reply(ctx, consentView(t))
  }
  const isPending = person.roles.some((role) => role.state === 'pending')
  if (!isRegistered && !isPending) return services.screen.reply(ctx, strangerView(t, ctx.from?.id ?? 0))
  if (!person.hasConsented) return services.screen.reply(ctx, consentView(t))
  if (isRegistered)
    return services.screen.reply(ctx, welcomeView(t, person, ctx.state.actor, services.commands))
  const held = await services.database.people.rolesOf(person.id)
  if (held.every(({ askedVia }) => askedVia === 'request')) return services.screen.reply(ctx, waitingView(t))
  await askContact(services, ctx)
}

/** Asks for the person's own phone by Telegram's button; the only reply keyboard of the bot. */
export async function askContact(
  services: BotServices,
  ctx: BotContext,
  question: TextKey = 'start:contact.ask',
): Promise<void> {
  if (!ctx.chat) return
  const { text, button } = contactView(ctx.state.t, question)
  await services.transport.call('sendMessage', {
    chat_id: ctx.chat.id,
    text,
    parse_mode: 'HTML',
    reply_markup: {
      keyboard: [[{ text: button, request_contact: true }]],
      resize_keyboard: true,
      one_time_keyboard: true,
    },
  })
}
