import type { OrgUnitId } from '../domain/brand.ts'
import { askPlan } from '../usecases/ask-plan.ts'
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
  const id = ctx.update.update_id.toString(36)
  const home = await homeOf(services, ctx)
  const answer = await askPlan(services, { key: conversationKey.key, id, question, ...(home && { home }) })
  const isPrivate = ctx.chat?.type === 'private'
  await services.screen.reply(
    ctx,
    answerView(t, answer, id, isPrivate && isRegistered && actor.roles.length > 0),
  )
}

async function homeOf(services: BotServices, ctx: BotContext): Promise<OrgUnitId | undefined> {
  if (ctx.chat && ctx.chat.type !== 'private')
    return (await services.database.groups.findByChat(ctx.chat.id))?.unit
  return ctx.state.actor.roles[0]?.unit
}
