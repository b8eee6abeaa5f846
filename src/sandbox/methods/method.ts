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

/** One method of the Bot API: the parameters Telegram knows for it, and what it does. */
export interface Method {
  known: readonly string[]
  run: (context: MethodContext) => unknown
}

export type MethodTable = Readonly<Record<string, Method>>

export const SEND_PARAMETERS = [
  'business_connection_id',
  'chat_id',
  'message_thread_id',
  'disable_notification',
  'protect_content',
  'allow_paid_broadcast',
  'message_effect_id',
  'reply_parameters',
  'reply_to_message_id',
  'allow_sending_without_reply',
  'reply_markup',
] as const
export const CAPTION_PARAMETERS = [
  'caption',
  'parse_mode',
  'caption_entities',
  'show_caption_above_media',
] as const
