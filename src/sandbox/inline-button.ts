import { badRequest } from './errors.ts'
import { JsonFields } from './json-fields.ts'
import type { InlineButton } from './types.ts'

const ACTIONS = [
  'url',
  'callback_data',
  'callback_game',
  'pay',
  'switch_inline_query',
  'switch_inline_query_chosen_chat',
  'switch_inline_query_current_chat',
  'login_url',
  'web_app',
  'copy_text',
]
const CALLBACK_DATA_BYTES = 64
const COPY_TEXT_LENGTH = 256

/** Returns one button of an inline keyboard, checked. Throws: ApiError 400 with Telegram's words. */
export function readInlineButton(value: unknown): InlineButton {
  const expected = 'InlineKeyboardButton must be an Object'
  const button = new JsonFields(value, { of: 'inline keyboard button', expected })
  const text = button.requiredString('text')
  const callbackData = button.string('callback_data')
  const url = button.string('url')
  const isEmpty = (action: string) =>
    (action === 'url' || action === 'callback_data') && button.string(action) === ''
  const actions = ACTIONS.filter((action) => button.has(action) && !isEmpty(action))
  if (actions.length === 0) throw button.refuse('Text buttons are unallowed in the inline keyboard')
  // Telegram would take the first and drop the others.
  if (actions.length > 1) throw button.refuse('exactly one action must be used')
  if (Buffer.byteLength(callbackData) > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  if (url !== '') checkUrl(url)
  checkWebApp(button)
  checkCopyText(button)
  if (button.has('pay') || button.has('callback_game')) throw badRequest('BUTTON_TYPE_INVALID')
  return { ...(value as InlineButton), text }
}

function checkUrl(url: string): void {
  const refuse = (why: string) => badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`)
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (protocol === 'tg') return
  if (protocol !== undefined && !['http', 'https'].includes(protocol))
    throw refuse('Unsupported URL protocol')
  const whole = protocol === undefined ? `http://${url}` : url
  if (!URL.canParse(whole) || !/^https?:\/\/[^/\s]+\.[^/\s]+/i.test(whole)) throw refuse('Wrong HTTP URL')
}

function checkWebApp(button: JsonFields): void {
  const url = button.object('web_app')?.requiredString('url')
  if (url !== undefined && !/^https:\/\//i.test(url)) {
    throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`)
  }
}

function checkCopyText(button: JsonFields): void {
  const text = button.object('copy_text')?.requiredString('text')
  if (text === undefined) return
  if (text === '' || [...text].length > COPY_TEXT_LENGTH) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}
