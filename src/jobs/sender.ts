import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type BeginDeps, beginSending, type Sending } from '../usecases/begin-sending.ts'
import { type RecordDeps, recordSent } from '../usecases/record-sent.ts'
import { Caution } from './caution.ts'

const LONGEST_SLEEP_MS = 2000
const PAUSE_AFTER_FAULT_MS = 1000
const MOST_IN_FLIGHT = 30
const RECORD_TRIES_AT_END = 3

export interface Sender {
  /** Something was queued: look now. */
  wake(): void
  /** Waits for the messages in flight. */
  stop(): Promise<void>
}

/**
 * Sends the outbox as long as the process lives and leads: several messages on their way at once, to different chats, each as soon
 * as the channel has a turn for it.
 */
export function startSender(deps: BeginDeps & RecordDeps, log: Logger): Sender {
  const stopping = new AbortController()
  const caution = new Caution(MOST_IN_FLIGHT)
  const inFlight = new Set<Promise<void>>()
  let waking = new AbortController()

  const pause = (ms: number, ...signals: readonly AbortSignal[]) =>
    sleep(ms, undefined, { signal: AbortSignal.any([stopping.signal, ...signals]) }).catch(() => undefined)

  async function idle(ms: number): Promise<void> {
    await pause(ms, waking.signal)
    if (waking.signal.aborted) waking = new AbortController()
  }

  /** Its fate is kept until the database takes it; until then nothing else is sent to that chat. */
  async function record({ row, fate }: Sending): Promise<void> {
    const outcome = await fate
    caution.note(outcome)
    for (let tries = 1; ; tries++) {
      try {
        return await recordSent(deps, row, outcome)
      } catch (error) {
        log.error({ err: error, outbox: row.id }, 'fate of a message could not be recorded; trying again')
        if (stopping.signal.aborted && tries >= RECORD_TRIES_AT_END) return
        await sleep(PAUSE_AFTER_FAULT_MS)
      }
    }
  }

  function follow(sending: Sending): void {
    const done = record(sending).finally(() => {
      inFlight.delete(done)
      // What had to wait for it can go.
      waking.abort()
    })
    inFlight.add(done)
  }

  async function sendOne(): Promise<void> {
    while (inFlight.size >= caution.mostInFlight) await Promise.race(inFlight)
    await pause(caution.pauseMs())
    const turn = await deps.channel.turn(stopping.signal)
    const sending = turn && (await beginSending(deps, turn))
    if (sending) follow(sending)
    else await idle(LONGEST_SLEEP_MS)
  }

  const done = (async () => {
    while (!stopping.signal.aborted) {
      try {
        if (await deps.database.isLeader()) await sendOne()
        else await pause(LONGEST_SLEEP_MS)
      } catch (error) {
        log.error({ err: error }, 'outbox could not be read')
        await pause(PAUSE_AFTER_FAULT_MS)
      }
    }
    await Promise.all(inFlight)
  })()

  return {
    wake: () => waking.abort(),
    async stop() {
      stopping.abort()
      await done
    },
  }
}
