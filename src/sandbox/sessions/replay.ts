import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlContext } from '../control-context.ts'
import { ControlError } from '../errors.ts'
import { PEOPLE_ACTIONS } from '../people/actions.ts'
import { TROUBLE_ACTIONS } from '../trouble-actions.ts'
import type { Act } from '../world-event.ts'
import { resetSandbox } from './reset.ts'

const PATIENCE_MS = 30_000
const START_PATIENCE_MS = 120_000
const QUIET_MS = 300
const LOOK_MS = 20

/** Plays a session from an empty sandbox, each act when the bot is done with the one before. Throws: ControlError. */
export async function replaySession(context: ControlContext, acts: readonly Act[]): Promise<void> {
  await resetSandbox(context)
  await until(
    () => context.bot === undefined || context.bot.status === 'ready',
    START_PATIENCE_MS,
    'the bot does not start',
  )
  for (const act of acts) await replayAct(context, act)
}

async function replayAct(context: ControlContext, { action, wish }: Act): Promise<void> {
  const act = PEOPLE_ACTIONS[action] ?? TROUBLE_ACTIONS[action]
  if (act === undefined) throw new ControlError(`no action ${action}`)
  try {
    await act(context, wish)
  } catch (error) {
    const { messageId, ...anywhere } = wish
    // A tap on a message that has another number this time.
    if (action !== 'press' || messageId === undefined) throw error
    await act(context, anywhere)
  }
  context.world.record({ kind: 'act', act: { action, wish } })
  await settle(context)
}

/** Waits until the bot has taken every update and has been silent for a moment. */
async function settle({ world }: ControlContext): Promise<void> {
  let [revision, since] = [world.revision, Date.now()]
  const isQuiet = () => {
    if (world.revision !== revision) [revision, since] = [world.revision, Date.now()]
    return world.state.pending.length === 0 && Date.now() - since >= QUIET_MS
  }
  await until(isQuiet, PATIENCE_MS, 'the bot does not come to rest')
}

async function until(test: () => boolean, patienceMs: number, refusal: string): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(LOOK_MS)) if (test()) return
  throw new ControlError(refusal)
}
