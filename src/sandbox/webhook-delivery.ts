import { setTimeout as sleep } from 'node:timers/promises'
import { postSplit } from './post-split.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { Update } from './types.ts'
import type { UpdateQueue } from './update-queue.ts'

const LONGEST_PAUSE_STEPS = 6
const ANSWER_TIMEOUT_MS = 60_000

export interface WebhookOptions {
  world: TelegramWorld
  queue: UpdateQueue
  /** Executes a method that came in the answer to an update. */
  execute: (method: string, parameters: Record<string, unknown>) => Promise<void>
  /** First pause after a failure in milliseconds; doubles up to 64-fold. */
  pauseMs: number
}

/** Carries updates to the webhook: those of one chat in order, chats side by side, again until answered 2xx. */
export class WebhookDelivery {
  readonly #options: WebhookOptions
  readonly #busyChats = new Set<number>()
  #stop = new AbortController()
  lastError: { date: number; message: string } | undefined

  constructor(options: WebhookOptions) {
    this.#options = options
    options.world.changes.on('entry', ({ kind }) => {
      if (kind === 'update') this.pump()
    })
  }

  /** Begins anew with the webhook now set: earlier attempts end, pending updates are sent. */
  restart(): void {
    this.close()
    this.#stop = new AbortController()
    this.lastError = undefined
    this.pump()
  }

  close(): void {
    this.#stop.abort()
    this.#busyChats.clear()
  }

  /** Starts as many deliveries as order and connections allow. */
  pump(): void {
    const { world, queue } = this.#options
    const { webhook } = world.state
    if (webhook === undefined || this.#stop.signal.aborted || queue.isHeld) return
    queue.dropExpired()
    for (const update of queue.repeats.splice(0)) {
      if (!this.#start(update, webhook.maxConnections)) queue.repeats.push(update)
    }
    for (const { update } of world.state.pending) this.#start(update, webhook.maxConnections)
  }

  #start(update: Update, maxConnections: number): boolean {
    const chatId = chatOf(update)
    if (this.#busyChats.has(chatId) || this.#busyChats.size >= maxConnections) return false
    this.#busyChats.add(chatId)
    void this.#deliver(update, this.#stop.signal)
    return true
  }

  async #deliver(update: Update, signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      if (await this.#post(update, signal)) break
      const pause = this.#options.pauseMs * 2 ** Math.min(failures, LONGEST_PAUSE_STEPS)
      await sleep(pause, undefined, { signal }).catch(() => undefined)
    }
    if (signal.aborted) return
    this.#options.world.record({ kind: 'delivered', updateId: update.update_id })
    this.#busyChats.delete(chatOf(update))
    this.pump()
  }

  async #post(update: Update, signal: AbortSignal): Promise<boolean> {
    const { webhook } = this.#options.world.state
    if (webhook === undefined) return false
    const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)])
    const secret = webhook.secretToken
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (secret !== undefined) headers['x-telegram-bot-api-secret-token'] = secret
    const sending = postSplit(webhook.url, headers, JSON.stringify(update), limit)
    const answer = await sending.catch(() => undefined)
    if (answer === undefined) return this.#failed('Connection refused')
    if (answer.status < 200 || answer.status > 299) {
      return this.#failed(`Wrong response from the webhook: ${answer.status} ${answer.statusText}`)
    }
    await this.#obey(answer.body)
    return true
  }

  #failed(message: string): false {
    this.lastError = { date: this.#options.world.clock.seconds(), message }
    return false
  }

  async #obey(answer: string): Promise<void> {
    const { method, ...parameters } = readObject(answer)
    if (typeof method === 'string') await this.#options.execute(method, parameters)
  }
}

function chatOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? update.chat_member?.chat.id ?? 0
}

/** Returns the object in an answer, an empty one when there is none: any 2xx is success, whatever its body. */
function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
