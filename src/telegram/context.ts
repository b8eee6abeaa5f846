import type { Context } from 'telegraf'
import type { Actor } from '../domain/access.ts'
import type { Locale } from '../domain/text.ts'
import type { T } from '../i18n/texts.ts'
import type { ConversationRow, LastStep, Person } from '../usecases/ports.ts'

/** What the middleware knows of an update before any handler runs. */
export interface UpdateState {
  /** The registered person; an unregistered one has no roles and the id of nobody. */
  readonly person: Person
  readonly isRegistered: boolean
  readonly actor: Actor
  readonly locale: Locale
  readonly t: T
  readonly conversation?: ConversationRow
  readonly lastStep?: LastStep
  /** The update was applied before, and its reply may not have been sent. */
  readonly isToShowAgain: boolean
  readonly conversationKey: { readonly key: string; readonly expectedRevision: number }
}

/** Telegraf's context with the update's state. */
export type BotContext = Omit<Context, 'state'> & { state: UpdateState }

/** `<chat>:<person>`: a form opened in a chat belongs to one person. */
export const conversationKeyOf = (ctx: Context): string | undefined =>
  ctx.chat && ctx.from ? `${ctx.chat.id}:${ctx.from.id}` : undefined
