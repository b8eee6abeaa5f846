import type { BotContext } from './context.ts'
import type { Effect } from './conversations/recorder.ts'
import type { Transport } from './transport/transport.ts'
import { messageOf, type View } from './views/view.ts'

/** Sends what the bot shows; a tap edits the message it was on, so that a chat does not pile up. */
export interface Screen {
  reply(ctx: BotContext, view: View): Promise<void>
  /** Edits the tapped message; sends a new one where there is none or it can no longer be edited. */
  show(ctx: BotContext, view: View): Promise<void>
  flush(ctx: BotContext, effects: readonly Effect[]): Promise<void>
}

export function createScreen(transport: Transport): Screen {
  async function call(method: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await transport.call(method, payload)
    if (answer.ok || answer.description.includes('message is not modified')) return
    if (method !== 'editMessageText') throw new Error(`${method}: ${answer.error_code} ${answer.description}`)
    const { message_id: _gone, ...rest } = payload
    await call('sendMessage', rest)
  }

  return {
    async reply(ctx, view) {
      if (!ctx.chat) return
      await call('sendMessage', { chat_id: ctx.chat.id, ...threadOf(ctx), ...messageOf(view) })
    },
    async show(ctx, view) {
      const message = ctx.callbackQuery?.message
      if (!ctx.chat) return
      if (!message) return this.reply(ctx, view)
      await call('editMessageText', {
        chat_id: ctx.chat.id,
        message_id: message.message_id,
        ...messageOf(view),
      })
    },
    async flush(_ctx, effects) {
      for (const { method, payload } of effects) await call(method, payload)
    },
  }
}

const threadOf = (ctx: BotContext) => {
  const thread = ctx.message && 'message_thread_id' in ctx.message ? ctx.message.message_thread_id : undefined
  return thread === undefined ? {} : { message_thread_id: thread }
}
