import type { Actions, Body, ControlContext } from './control-context.ts'
import { done } from './control-context.ts'
import { ControlError } from './errors.ts'

const LONGEST_HOLD_MS = 60_000

function moveClock({ world, onClock }: ControlContext, { advanceMs, to }: Body): { now: string } {
  const current = world.clock.now()
  const moment = to === undefined ? current + Number(advanceMs) : Date.parse(String(to))
  if (!Number.isFinite(moment)) throw new ControlError('give advanceMs (a number) or to (an ISO moment)')
  if (moment < current) throw new ControlError('the clock goes forward only')
  world.setTime(moment)
  const now = new Date(world.clock.now())
  onClock(now)
  return { now: now.toISOString() }
}

function redeliver({ world, queue, webhook }: ControlContext, { updateId }: Body): { updateId: number } {
  const known = world.state.recentUpdates
  const update =
    updateId === undefined ? known.at(-1) : known.find((each) => each.update_id === Number(updateId))
  if (update === undefined) throw new ControlError('no such update', 404)
  queue.repeat(update)
  webhook.pump()
  return { updateId: update.update_id }
}

function hold({ queue, webhook }: ControlContext, body: Body): void {
  const ms = Math.min(LONGEST_HOLD_MS, Math.max(0, Number(body.ms) || 0))
  queue.hold(ms)
  setTimeout(() => webhook.pump(), ms).unref()
}

function expire({ world }: ControlContext, { callbackId }: Body): void {
  const id = callbackId === undefined ? [...world.state.callbacks.keys()].at(-1) : String(callbackId)
  if (id === undefined || !world.state.callbacks.has(id)) throw new ControlError('no tap waits', 404)
  world.record({ kind: 'expire', id })
}

async function controlBot({ bot }: ControlContext, { action }: Body): Promise<{ status: string }> {
  if (bot === undefined) throw new ControlError('the sandbox runs no bot of its own')
  if (action === 'kill') bot.kill()
  else if (action === 'stop') await bot.stop()
  else if (action === 'start') bot.start()
  else if (action === 'restart') await bot.restart()
  else throw new ControlError('action must be start, stop, restart or kill')
  return { status: bot.status }
}

/** Time and trouble: the clock, failures, deliveries, the bot's process. */
export const TROUBLE_ACTIONS: Actions = {
  clock: moveClock,
  redeliver,
  hold: done(hold),
  expire: done(expire),
  faults: ({ faults }, body) => faults.order(body),
  'clear-faults': done(({ faults }) => faults.clear()),
  latency: ({ faults }, { ms }) => {
    faults.latencyMs = Math.max(0, Number(ms) || 0)
    return { latencyMs: faults.latencyMs }
  },
  limits: ({ limits }, { enabled }) => {
    limits.isOn = enabled !== false
    return { enabled: limits.isOn }
  },
  bot: controlBot,
}
