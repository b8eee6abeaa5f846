import type { Context } from 'grammy'
import { messageOf, type View } from '../views/view.ts'
import type { Step } from './bridge.ts'

/** A view, or what makes it if it is needed at all. */
export type Viewed = View | (() => View)

/** Shows a view inside a form: a tap edits the message it was on, an answer in words gets a new one; so does a tap asked to stay in sight. */
export function showView(step: Step, ctx: Context, view: Viewed, place: 'here' | 'below' = 'here'): void {
  const tapped = place === 'here' ? ctx.callbackQuery?.message : undefined
  const chat_id = ctx.chat?.id
  step.show(() => {
    const message = messageOf(typeof view === 'function' ? view() : view)
    return tapped
      ? { method: 'editMessageText', payload: { chat_id, message_id: tapped.message_id, ...message } }
      : { method: 'sendMessage', payload: { chat_id, ...message } }
  })
}
