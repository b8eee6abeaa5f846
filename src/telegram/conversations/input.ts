import type { Context } from 'grammy'
import type { FormConversation, Step } from './bridge.ts'

/** What a person gave while a question stood open. */
export type Input =
  | { readonly kind: 'button'; readonly action: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A photo or a document, as evidence. */
  | { readonly kind: 'file'; readonly fileId: string }
  /** A sticker, a voice message, …: nothing a form can read. */
  | { readonly kind: 'other' }

/**
 * Waits for the next input of the question at `at`.
 * Taps on other buttons are not the form's: they go on to their own handlers, and leave the form where it was.
 * `tapped`: data of the tap that led here; a second tap on the same button says nothing more.
 */
export async function nextInput(
  conversation: FormConversation,
  step: Pick<Step, 'heard'>,
  at: number,
  tapped?: string,
): Promise<{ readonly ctx: Context; readonly input: Input }> {
  const ctx = await conversation.wait()
  step.heard()
  const data = ctx.callbackQuery?.data
  if (data !== undefined) {
    const prefix = `f:${at}:`
    const isOurs = data.startsWith(prefix) && data !== tapped
    if (!isOurs) return conversation.skip({ next: !data.startsWith('f:') })
    return { ctx, input: { kind: 'button', action: data.slice(prefix.length) } }
  }
  if (!ctx.message) return conversation.skip({ next: true })
  return { ctx, input: inputOf(ctx.message) }
}

function inputOf(message: NonNullable<Context['message']>): Input {
  if (message.text !== undefined) return { kind: 'text', text: message.text }
  const fileId = message.photo?.at(-1)?.file_id ?? message.document?.file_id
  return fileId === undefined ? { kind: 'other' } : { kind: 'file', fileId }
}
