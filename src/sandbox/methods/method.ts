import type { Params } from '../params.ts'
import type { RateLimits } from '../rate-limits.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { UpdateQueue } from '../update-queue.ts'
import type { WebhookDelivery } from '../webhook-delivery.ts'

export interface MethodContext {
  world: TelegramWorld
  queue: UpdateQueue
  webhook: WebhookDelivery
  limits: RateLimits
  params: Params
  /** Aborted when the caller has hung up. */
  signal: AbortSignal
}

/** What one method of the Bot API does; its parameters are in published.json. */
export type Method = (context: MethodContext) => unknown

export type MethodTable = Readonly<Record<string, Method>>
