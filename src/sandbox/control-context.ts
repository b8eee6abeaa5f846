import type { BotProcess } from './bot-process.ts'
import type { Faults } from './faults.ts'
import type { RateLimits } from './rate-limits.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { WebhookDelivery } from './webhook-delivery.ts'

/** What the control actions work on. */
export interface ControlContext {
  world: TelegramWorld
  queue: UpdateQueue
  webhook: WebhookDelivery
  faults: Faults
  limits: RateLimits
  /** The child process; undefined when the caller runs the bot. */
  bot: BotProcess | undefined
  onClock: (now: Date) => void
  /** Removes what the bot keeps, while it does not run. */
  onReset: () => Promise<void>
}

export type Body = Record<string, unknown>
export type Action = (context: ControlContext, body: Body) => unknown
export type Actions = Readonly<Record<string, Action>>

/** An action that answers nothing but that it was done. */
export function done(act: (context: ControlContext, body: Body) => unknown): Action {
  return (context, body) => {
    const doing = act(context, body)
    return doing instanceof Promise ? doing.then(() => ({ done: true })) : { done: true }
  }
}
