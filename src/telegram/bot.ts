import { Telegraf } from 'telegraf'
import type { Update, UserFromGetMe } from 'telegraf/types'
import { AskGate } from '../usecases/ask-gate.ts'
import type { BotDeps } from './bot-deps.ts'
import { BUTTONS } from './buttons/index.ts'
import { COMMANDS } from './commands/index.ts'
import type { BotContext } from './context.ts'
import { answerForm } from './conversations/answer-question.ts'
import { createBridge } from './conversations/bridge.ts'
import { broadcastForm } from './conversations/broadcast.ts'
import { deadlineForm } from './conversations/deadline.ts'
import { delegateForm } from './conversations/delegate.ts'
import { findForm } from './conversations/find.ts'
import { loadPackForm } from './conversations/load-pack.ts'
import { renameForm } from './conversations/rename.ts'
import { returnForm } from './conversations/return-reason.ts'
import { sectionForm } from './conversations/section.ts'
import { unitForm } from './conversations/unit-change.ts'
import { unlockForm } from './conversations/unlock-reason.ts'
import { errorEdge } from './error-edge.ts'
import { keepMembership } from './membership.ts'
import { refreshMenu } from './menus.ts'
import { openUpdate } from './open-update.ts'
import { loadPackDeps } from './packs.ts'
import { resumeDraft, route } from './route.ts'
import { serialiseByChat } from './serialise.ts'
import type { BotServices } from './services.ts'
import { createScreen } from './show.ts'
import { contextOver, SharedTelegram } from './transport/shared-telegram.ts'

export interface Bot {
  /**
   * Applies one update; resolves when its effects are durable and its replies sent, at once for what is no update. Rejects only when
   * nothing was applied.
   */
  handleUpdate(update: Update): Promise<void>
  readonly username: string
}

/** Telegraf owns updates, routing and menus; the conversations engine owns what happens inside a form. */
export function createBot(deps: BotDeps, token: string, me: UserFromGetMe): Bot {
  const telegram = new SharedTelegram(deps.transport, token)
  const bot = new Telegraf(token, {
    contextType: contextOver(telegram),
    handlerTimeout: Number.POSITIVE_INFINITY,
  })
  bot.botInfo = me
  const screen = createScreen({ ...deps, outbox: deps.database.outbox })
  const bridge = createBridge({
    forms: [
      sectionForm(deps),
      returnForm(deps),
      unlockForm(deps),
      delegateForm(deps),
      unitForm(deps),
      findForm(deps),
      renameForm(deps),
      deadlineForm(deps),
      loadPackForm(loadPackDeps(deps)),
      broadcastForm(deps),
      answerForm(deps),
    ],
    store: deps.database.conversations,
    instance: deps.instance,
    now: () => deps.clock.now(),
    flush: (ctx, effects) => screen.flush(ctx, effects),
    onGone: (ctx, why, submission) => resumeDraft(services, ctx, why, submission),
  })
  const services: BotServices = {
    ...{ ...deps, screen, bridge, askGate: new AskGate() },
    ...{ commands: COMMANDS, username: me.username },
  }

  bot.use(serialiseByChat())
  bot.use(keepMembership(deps))
  bot.use(openUpdate(deps))
  bot.use(async (telegrafCtx, next) => {
    const ctx = telegrafCtx as unknown as BotContext
    await errorEdge(deps, screen)(ctx as never, () => route(services, BUTTONS, ctx))
    await refreshMenu(services, ctx).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'menu not published'),
    )
    await next()
  })
  // Telegraf rejects by its default handler; here the caller decides: a rejected update is delivered again.
  bot.catch((error) => {
    throw error
  })
  return {
    async handleUpdate(update) {
      if (isUpdate(update)) await bot.handleUpdate(update)
    },
    username: me.username,
  }
}

/** Whatever else comes, however often, can never be applied. */
const isUpdate = (update: unknown): boolean =>
  typeof update === 'object' &&
  update !== null &&
  'update_id' in update &&
  Number.isSafeInteger(update.update_id)
