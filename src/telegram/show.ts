import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, OutboxStore } from '../usecases/ports.ts'
import type { BotContext } from './context.ts'
import type { Effect } from './conversations/effect.ts'
import type { ReplyParams } from './notices/reply.ts'
import { isThreadGone, type Refused } from './read-refusal.ts'
import { type Transport, TransportError, type Upload } from './transport/transport.ts'
import { messageOf, type View } from './views/view.ts'

const PAUSES_MS = [300, 1500]

/** Sends what the bot shows; a tap edits the message it was on, so that a chat does not pile up. */
export interface Screen {
  reply(ctx: BotContext, view: View): Promise<void>
  /** Edits the tapped message; sends a new one where there is none or it can no longer be edited. */
  show(ctx: BotContext, view: View): Promise<void>
  /** Sends a file with an HTML caption of at most 1,024 characters. */
  sendFile(ctx: BotContext, document: Upload, caption: string): Promise<void>
  /** Sends a picture with an HTML caption of at most 1,024 characters. */
  sendPhoto(ctx: BotContext, photo: Upload, caption: string): Promise<void>
  /** Sends a photo or PDF that somebody sent before, `photo:<id>` or `document:<id>`. */
  sendEvidence(ctx: BotContext, evidence: string, caption: string): Promise<void>
  /** Makes a form's calls in order; one whose fate is not known is made again, as a question may be seen twice. Returns the id of the last message; undefined when it comes later. */
  flush(ctx: BotContext, effects: readonly Effect[]): Promise<number | undefined>
}

export interface ScreenDeps {
  readonly transport: Transport
  readonly outbox: Pick<OutboxStore, 'enqueue'>
  readonly clock: Clock
}

/** What Telegram takes only after a while goes through the outbox, so that nobody waits for it with an update in hand. */
export function createScreen({ transport, outbox, clock }: ScreenDeps): Screen {
  async function postpone({ method, payload }: ReplyParams, chatId: number, refused: Refused): Promise<void> {
    const now = clock.now()
    const notBefore = new Date(now.getTime() + (refused.parameters?.retry_after ?? 1) * 1000)
    const message = { chatId, kind: 'reply', params: { method, payload }, locale: 'vi', priority: 0 } as const
    await outbox.enqueue({ ...message, notBefore }, now)
  }

  /** Returns the id of the message; 0 when nothing had changed or nobody is there to read it, undefined when it comes later. */
  async function call(
    method: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<number | undefined> {
    const answer = await transport.call(method, payload)
    if (answer.ok) return idOf(answer.result)
    const { error_code: code, description } = answer
    if (description.includes('message is not modified') || isNobodyThere(code, description)) return 0
    const { chat_id: chatId, ...content } = payload
    if (code === 429 && typeof chatId === 'number' && isText(method)) {
      await postpone({ method, payload: content }, chatId, answer)
      return undefined
    }
    const { message_thread_id: thread, ...unthreaded } = payload
    if (thread !== undefined && isThreadGone(description)) return call(method, unthreaded)
    if (method !== 'editMessageText') throw new Error(`${method}: ${code} ${description}`)
    const { message_id: _gone, ...rest } = payload
    return call('sendMessage', rest)
  }

  async function persistently(effect: Effect): Promise<number | undefined> {
    for (const pauseMs of PAUSES_MS) {
      try {
        return await call(effect.method, effect.payload)
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        await sleep(pauseMs)
      }
    }
    return call(effect.method, effect.payload)
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
    async sendFile(ctx, document, caption) {
      if (!ctx.chat) return
      const place = { chat_id: ctx.chat.id, ...threadOf(ctx) }
      await call('sendDocument', { ...place, document, caption, parse_mode: 'HTML' })
    },
    async sendPhoto(ctx, photo, caption) {
      if (!ctx.chat) return
      const place = { chat_id: ctx.chat.id, ...threadOf(ctx) }
      await call('sendPhoto', { ...place, photo, caption, parse_mode: 'HTML' })
    },
    async sendEvidence(ctx, evidence, caption) {
      if (!ctx.chat) return
      const [kind = '', file] = evidence.split(/:(.*)/s)
      const method = kind === 'photo' ? 'sendPhoto' : 'sendDocument'
      await call(method, {
        chat_id: ctx.chat.id,
        ...threadOf(ctx),
        [kind]: file,
        caption,
        parse_mode: 'HTML',
      })
    },
    async flush(_ctx, effects) {
      let id: number | undefined = 0
      for (const effect of effects) id = await persistently(effect)
      return id
    },
  }
}

/** Blocked, removed from the group, or the chat is gone: `my_chat_member` tells, or has told. */
const isNobodyThere = (code: number, description: string): boolean =>
  code === 403 || description.includes('chat not found')

const isText = (method: string): method is ReplyParams['method'] =>
  method === 'sendMessage' || method === 'editMessageText'

const idOf = (result: unknown): number =>
  typeof result === 'object' && result !== null && 'message_id' in result ? Number(result.message_id) : 0

const threadOf = (ctx: BotContext) => {
  const thread = ctx.message && 'message_thread_id' in ctx.message ? ctx.message.message_thread_id : undefined
  return thread === undefined ? {} : { message_thread_id: thread }
}
