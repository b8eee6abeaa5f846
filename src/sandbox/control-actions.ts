import type { BotProcess } from './bot-process.ts'
import { ControlError } from './errors.ts'
import type { Faults } from './faults.ts'
import { getPerson } from './people/acting.ts'
import {
  deleteGroup,
  setBlocked,
  setDeactivated,
  setMember,
  setRestricted,
  upgradeGroup,
} from './people/membership.ts'
import { pressButton } from './people/press.ts'
import { editOwnText, sayStart, sayText, sendFileAs, shareContact } from './people/say.ts'
import type { RateLimits } from './rate-limits.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { WebhookDelivery } from './webhook-delivery.ts'

export interface ControlContext {
  world: TelegramWorld
  queue: UpdateQueue
  webhook: WebhookDelivery
  faults: Faults
  limits: RateLimits
  /** The child process; undefined when the caller runs the bot. */
  bot: BotProcess | undefined
  onClock: (now: Date) => void
}

type Body = Record<string, unknown>
type Action = (context: ControlContext, body: Body) => unknown

/** What `POST /sandbox/<name>` does, by name. */
export const CONTROL_ACTIONS: Readonly<Record<string, Action>> = {
  messages: ({ world }, body) => sayText(world, body),
  start: ({ world }, body) => sayStart(world, body),
  edit: ({ world }, body) => editOwnText(world, body),
  press: ({ world }, body) => pressButton(world, body),
  contact: ({ world }, body) => shareContact(world, body),
  photo: ({ world }, body) => sendFileAs(world, body, 'photo'),
  document: ({ world }, body) => sendFileAs(world, body, 'document'),
  block: done(({ world }, body) => setBlocked(world, body)),
  deactivate: done(({ world }, body) => setDeactivated(world, body)),
  members: done(({ world }, body) => setMember(world, body)),
  restrict: done(({ world }, body) => setRestricted(world, body)),
  'delete-group': done(({ world }, body) => deleteGroup(world, body)),
  upgrade: ({ world }, body) => ({ newChatId: upgradeGroup(world, body) }),
  read: done(markRead),
  clock: moveClock,
  redeliver,
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

function done(act: (context: ControlContext, body: Body) => void): Action {
  return (context, body) => {
    act(context, body)
    return { done: true }
  }
}

function markRead({ world }: ControlContext, { chatId, messageId }: Body): void {
  const log = world.state.logs.get(Number(chatId))
  if (log === undefined) getPerson(world, chatId)
  else if (Number(messageId) > log.readUpTo) {
    world.record({ kind: 'read', chatId: Number(chatId), messageId: Number(messageId) })
  }
}

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

async function controlBot({ bot }: ControlContext, { action }: Body): Promise<{ status: string }> {
  if (bot === undefined) throw new ControlError('the sandbox runs no bot of its own')
  if (action === 'kill') bot.kill()
  else if (action === 'stop') await bot.stop()
  else if (action === 'start') bot.start()
  else if (action === 'restart') await bot.restart()
  else throw new ControlError('action must be start, stop, restart or kill')
  return { status: bot.status }
}
