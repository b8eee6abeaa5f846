import type { Context } from 'grammy'
import type { Document } from 'grammy/types'
import type { FormConversation, Step } from './bridge.ts'

/** What a person gave while a question stood open. */
export type Input =
  | { readonly kind: 'button'; readonly action: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A photo or a PDF, as evidence: `photo:<id>` or `document:<id>`. */
  | { readonly kind: 'file'; readonly file: string }
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
  const photo = message.photo?.at(-1)
  if (photo) return { kind: 'file', file: `photo:${photo.file_id}` }
  const { document } = message
  return document && isPicture(document)
    ? { kind: 'file', file: `document:${document.file_id}` }
    : { kind: 'other' }
}

/** A PDF, or a picture sent as a file. */
const isPicture = ({ mime_type: type = '', file_name: name = '' }: Document): boolean =>
  type === 'application/pdf' || type.startsWith('image/') || /\.(?:pdf|jpe?g|png|heic)$/i.test(name)
