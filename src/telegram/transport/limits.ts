/** What Telegram allows: messages and edits a second over all chats and a minute in a group; how many to one chat at once, then one a second. */
export interface Limits {
  readonly perSecond: number
  readonly chatBurst: number
  readonly groupPerMinute: number
}

export const TELEGRAM_LIMITS: Limits = { perSecond: 30, chatBurst: 15, groupPerMinute: 20 }

/** Of a stand-in that takes all that comes. */
export const NO_LIMITS: Limits = {
  perSecond: Number.POSITIVE_INFINITY,
  chatBurst: Number.POSITIVE_INFINITY,
  groupPerMinute: Number.POSITIVE_INFINITY,
}

/** A group's id is negative; `@name` is a public group's. */
export type ChatKey = number | string
