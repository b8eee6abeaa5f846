import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { recordSent, type SendDeps, type Sent, sendNext } from '../usecases/send-outbox.ts'

const LONGEST_SLEEP_MS = 2000
const PAUSE_AFTER_FAULT_MS = 1000

export interface Sender {
  /** Something was queued: look now. */
  wake(): void
  /** Waits for the message in flight. */
  stop(): Promise<void>
}

/** Sends the outbox, one message at a time, as long as the process lives. */
export function startSender(deps: SendDeps, log: Logger): Sender {
  const stopping = new AbortController()
  let waking = new AbortController()
  /** Kept until the database takes it: another message must not leave before this one's fate is written down. */
  let unrecorded: Sent | undefined

  async function pause(ms: number): Promise<void> {
    const signal = AbortSignal.any([stopping.signal, waking.signal])
    await sleep(ms, undefined, { signal }).catch(() => undefined)
    if (waking.signal.aborted) waking = new AbortController()
  }

  async function sendOne(): Promise<boolean> {
    unrecorded ??= await sendNext(deps)
    if (!unrecorded) return false
    await recordSent(deps, unrecorded)
    unrecorded = undefined
    return true
  }

  const done = (async () => {
    while (!stopping.signal.aborted) {
      try {
        if (!(await sendOne())) await pause(LONGEST_SLEEP_MS)
      } catch (error) {
        log.error({ err: error }, 'outbox could not be read or recorded')
        await pause(PAUSE_AFTER_FAULT_MS)
      }
    }
  })()

  return {
    wake: () => waking.abort(),
    async stop() {
      stopping.abort()
      await done
    },
  }
}
