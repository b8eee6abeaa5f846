import type { OrgUnitId } from '../domain/brand.ts'
import type { Audience } from '../domain/office-answer.ts'
import { askPlan } from '../usecases/ask-plan.ts'
import { findReached } from '../usecases/find-reached.ts'
import type { BotContext } from './context.ts'
import type { BotServices } from './services.ts'
import { answerView } from './views/answer.ts'

/** Answers a question in this chat; in a linked group the group's unit is the place meant. */
export async function answerQuestion(
  services: BotServices,
  ctx: BotContext,
  question: string,
): Promise<void> {
  const { t, actor, isRegistered, conversationKey } = ctx.state
  const asker = accountOf(ctx)
  const id = ctx.update.update_id.toString(36)
  const place = await placeOf(services, ctx)
  const answer = await askPlan(services, { key: conversationKey.key, id, question, asker, ...place })
  if (!answer) return
  const isPrivate = ctx.chat?.type === 'private'
  const reached = isPrivate && isRegistered ? await findReached(services, { actor }, answer) : undefined
  await services.screen.reply(
    ctx,
    answerView(t, answer, {
      id,
      canSendOn: isPrivate && isRegistered && actor.roles.length > 0,
      isBrief: !isPrivate,
      ...(reached && { reached }),
    }),
  )
}

/** What a group may read everybody in it reads: more than a stranger only where it is linked. */
async function placeOf(
  services: BotServices,
  ctx: BotContext,
): Promise<{ readonly home?: OrgUnitId; readonly audience: Audience }> {
  if (ctx.chat && ctx.chat.type !== 'private') {
    const home = (await services.database.groups.findByChat(ctx.chat.id))?.unit
    return home === undefined ? { audience: 'public' } : { home, audience: 'registered' }
  }
  const { actor, isRegistered } = ctx.state
  const home = actor.roles[0]?.unit
  return { audience: isRegistered ? 'registered' : 'public', ...(home !== undefined && { home }) }
}

/** The person; who writes in the name of a group or channel, that one. */
function accountOf({ message, from }: BotContext): string {
  const inItsName = message && 'sender_chat' in message ? message.sender_chat : undefined
  return String(inItsName?.id ?? from?.id)
}
