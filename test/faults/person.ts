import { setTimeout as sleep } from 'node:timers/promises'
import type { SandboxServer } from '../../src/sandbox/main.ts'
import type { Screens, Shown } from './screens.ts'

/** What a person does next: words, or a tap on a button of the message shown. */
export type Input = { readonly say: string } | { readonly press: string }

/** One way of behaving, decided from what is on the screen alone. */
export interface Behaviour {
  readonly personId: number
  /** Undefined: there is nothing to do for now. */
  decide(shown: Shown | undefined): Input | undefined
  /** Told of what answered an input; not of what came unasked. */
  answered?(input: Input, before: Shown | undefined, after: Shown): void
  readonly isDone: boolean
  /** How long one leaves it after each answer, in ms. */
  readonly restMs?: number
}

export interface Pace {
  /** How long one thinks before each input, in ms. */
  readonly thinkMs: () => number
  /** After how long without an answer one does the same again. */
  readonly patienceMs: number
}

const IDLE_MS = 150

/** Acts as the person until done or stopped; does the same again where no answer came, as people do. */
export async function act(
  sandbox: SandboxServer,
  screens: Screens,
  who: Behaviour,
  pace: Pace,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !who.isDone) {
    const before = screens.latest(who.personId)
    const input = who.decide(before)
    if (!input) {
      await screens.next(who.personId, before?.seq ?? 0, IDLE_MS)
      continue
    }
    await sleep(pace.thinkMs())
    // Something came while thinking: people look again.
    if ((screens.latest(who.personId)?.seq ?? 0) !== (before?.seq ?? 0)) continue
    await give(sandbox, who.personId, input, before)
    const after = await screens.next(who.personId, before?.seq ?? 0, pace.patienceMs)
    if (after) who.answered?.(input, before, after)
    await sleep(who.restMs ?? 0)
  }
}

async function give(
  sandbox: SandboxServer,
  personId: number,
  input: Input,
  shown: Shown | undefined,
): Promise<void> {
  const [action, wish] =
    'say' in input
      ? ['messages', { text: input.say }]
      : ['press', { data: input.press, messageId: shown?.id }]
  const response = await fetch(`${sandbox.url}/sandbox/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId, ...wish }),
  })
  // The message was edited meanwhile and the button is gone: the person looks again.
  if (response.status === 404) return
  if (!response.ok) throw new Error(`${action}: ${await response.text()}`)
}
