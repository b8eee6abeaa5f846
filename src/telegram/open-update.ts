import type { Context, MiddlewareFn } from 'telegraf'
import type { PersonId } from '../domain/brand.ts'
import type { Locale } from '../domain/text.ts'
import { actorOf } from '../usecases/actor-of.ts'
import type { Person, UpdateContext } from '../usecases/ports.ts'
import type { BotDeps } from './bot-deps.ts'
import { type BotContext, conversationKeyOf } from './context.ts'

/**
 * Reads all an update needs in one round trip, answers a tap at once, and keeps a redelivered update from being applied again.
 * Where the process that applied it died before its reply, the current question is shown again.
 */
export function openUpdate(deps: BotDeps): MiddlewareFn<Context> {
  return async (telegrafCtx, next) => {
    if (telegrafCtx.callbackQuery) answerTap(deps, telegrafCtx.callbackQuery.id)
    const key = conversationKeyOf(telegrafCtx)
    const opened = await deps.database.conversations.openUpdate(
      { updateId: telegrafCtx.update.update_id, key, telegramUserId: telegrafCtx.from?.id },
      deps.instance,
      deps.clock.now(),
    )
    const ctx = telegrafCtx as unknown as BotContext
    ctx.state = stateOf(deps, telegrafCtx, opened, key)
    if (!opened.isProcessed || ctx.state.isToShowAgain) await next()
  }
}

const isUnanswered = ({ update }: Context, { isProcessed, lastStep }: UpdateContext): boolean =>
  isProcessed && lastStep !== undefined && lastStep.updateId === update.update_id && lastStep.isPlayedByDead

/** Not waited for: the spinning stops while the work goes on; a tap too old to answer is no fault. */
function answerTap(deps: BotDeps, id: string): void {
  deps.transport.call('answerCallbackQuery', { callback_query_id: id }).catch((error: unknown) => {
    deps.log.debug({ err: error }, 'tap not answered')
  })
}

function stateOf(
  deps: BotDeps,
  ctx: Context,
  opened: UpdateContext,
  key: string | undefined,
): BotContext['state'] {
  const person = opened.person ?? stranger(ctx, deps.defaultLocale)
  const actor = actorOf(person, deps.adminIds)
  return {
    person,
    isRegistered: opened.person !== undefined && actor.roles.length > 0,
    actor,
    locale: person.locale,
    t: deps.texts.for(person.locale),
    ...(opened.conversation && { conversation: opened.conversation }),
    ...(opened.lastStep && { lastStep: opened.lastStep }),
    isToShowAgain: isUnanswered(ctx, opened),
    conversationKey: { key: key ?? '', expectedRevision: opened.conversationRevision },
  }
}

const stranger = (ctx: Context, fallback: Locale): Person => ({
  id: '' as PersonId,
  ...(ctx.from && { telegramUserId: ctx.from.id }),
  name: ctx.from?.first_name ?? '',
  locale: ctx.from?.language_code?.startsWith('en') ? 'en' : fallback,
  hasConsented: false,
  isSuspended: false,
  roles: [],
})
