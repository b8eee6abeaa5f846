import type { PlanLibrary } from '../../domain/plan.ts'
import type { T, Texts } from '../../i18n/texts.ts'
import type { NoticeKind } from '../../usecases/notice.ts'
import type { ReminderItem } from '../../usecases/plan-reminders.ts'
import type { DigestRenderer, OutboxRow } from '../../usecases/ports.ts'
import { messageOf, type View } from '../views/view.ts'

/** A rendered message: the method and its payload but for the chat. */
export interface RenderedMessage {
  readonly method: 'sendMessage' | 'sendPhoto' | 'editMessageText'
  readonly payload: object
}

/** Undefined: there is nothing to say any more. */
export type NoticeRenderer = (row: OutboxRow) => Promise<RenderedMessage | undefined>

export interface NoticeDeps {
  readonly library: PlanLibrary
  readonly texts: Texts
  readonly renderer: DigestRenderer
  readonly timeZone: string
  /** For buttons that open in private. */
  readonly username: string
  /** Nobody is reminded now. */
  readonly isQuiet: () => boolean
  /** What of a reminder nobody has seen to meanwhile. */
  readonly stillOwed: (items: readonly ReminderItem[]) => Promise<readonly ReminderItem[]>
}

/** Renders one kind of notice from its parameters, in the reader's language, when it is sent. */
export interface Notice {
  readonly kind: NoticeKind
  /** It has a picture, which takes a while. */
  readonly isDrawn?: true
  /** Undefined: there is nothing to say any more. */
  render(
    deps: NoticeDeps,
    t: T,
    params: never,
  ): Promise<RenderedMessage | undefined> | RenderedMessage | undefined
}

export const asMessage = (view: View): RenderedMessage => ({
  method: 'sendMessage',
  payload: messageOf(view),
})
