import type { MiddlewareFn } from 'telegraf'
import { DomainError } from '../domain/errors.ts'
import { escapeHtml } from '../i18n/escape-html.ts'
import { renderError } from '../i18n/render-error.ts'
import type { BotDeps } from './bot-deps.ts'
import type { BotContext } from './context.ts'
import { noteRefusal } from './refusals.ts'
import type { Screen } from './show.ts'

/** Turns a refusal into a sentence that says what to do; anything unknown into one neutral sentence with a reference, and a log line. */
export function errorEdge(deps: BotDeps, screen: Screen): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const { t } = ctx.state
      await noteRefusal(deps, ctx, error).catch((failure: unknown) => {
        deps.log.warn({ err: failure, update: ctx.update.update_id }, 'could not write down a refusal')
      })
      const text =
        error instanceof DomainError
          ? renderError(t, error)
          : t('errors:unexpected', { reference: report(deps, ctx, error) })
      await screen.reply(ctx, { text: escapeHtml(text) }).catch((failure: unknown) => {
        deps.log.warn({ err: failure, update: ctx.update.update_id }, 'could not tell of an error')
      })
    }
  }
}

function report(deps: BotDeps, ctx: BotContext, error: unknown): string {
  const reference = Buffer.from(deps.random(4)).toString('hex').toUpperCase()
  deps.log.error({ err: error, reference, update: ctx.update.update_id, kind: ctx.updateType }, 'unexpected')
  return reference
}
