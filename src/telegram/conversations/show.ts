import type { Context } from 'grammy'
import { messageOf, type View } from '../views/view.ts'

/** Shows a view inside a form: a tap edits the message it was on, an answer in words gets a new one. */
export async function showView(ctx: Context, view: View): Promise<void> {
  const message = messageOf(view)
  if (ctx.callbackQuery?.message) await ctx.editMessageText(message.text, message)
  else await ctx.reply(message.text, message)
}
