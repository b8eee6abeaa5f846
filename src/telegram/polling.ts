import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Update } from 'telegraf/types'
import type { Bot } from './bot.ts'
import type { Transport } from './transport/transport.ts'

/** Kinds of update the bot reads. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const

const LONG_POLL_S = 50
const LONGEST_PAUSE_MS = 30_000
const LAST_CALL = { timeoutMs: 2000 }

export interface PollingOptions {
  readonly transport: Transport
  readonly bot: Bot
  readonly log: Logger
  readonly longPollS?: number
}

/**
 * Asks for updates until stopped. Our own loop, for Telegraf's ends on an uncaught error, a 401 or a 409, and acknowledges a batch
 * that was never applied. A batch is acknowledged once all of it is applied; one that was not comes again.
 */
export function startPolling({ transport, bot, log, longPollS = LONG_POLL_S }: PollingOptions): {
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  let offset = 0

  async function pollOnce(): Promise<void> {
    const payload = { offset, timeout: longPollS, allowed_updates: ALLOWED_UPDATES }
    const answer = await transport.call('getUpdates', payload, {
      signal: stopping.signal,
      timeoutMs: (longPollS + 15) * 1000,
    })
    if (!answer.ok) throw new Error(`getUpdates: ${answer.error_code} ${answer.description}`)
    const updates = answer.result as readonly Update[]
    const applied = await Promise.allSettled(updates.map((update) => bot.handleUpdate(update)))
    for (const each of applied) if (each.status === 'rejected') throw each.reason
    const last = updates.at(-1)
    if (last) offset = last.update_id + 1
  }

  const done = (async () => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await pollOnce()
        failures = 0
      } catch (error) {
        if (stopping.signal.aborted) return
        failures++
        log.warn({ err: error, failures }, 'updates could not be fetched or applied; trying again')
        await sleep(Math.min(500 * 2 ** failures, LONGEST_PAUSE_MS), undefined, {
          signal: stopping.signal,
        }).catch(() => undefined)
      }
    }
  })()

  return {
    async stop() {
      stopping.abort()
      await done
      // Acknowledges what was applied, so that the next start is not told of it again.
      if (offset > 0)
        await transport.call('getUpdates', { offset, timeout: 0, limit: 1 }, LAST_CALL).catch(() => undefined)
    },
  }
}
