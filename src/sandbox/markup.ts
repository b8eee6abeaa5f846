import { badRequest } from './errors.ts'
import type { Params } from './params.ts'
import type { InlineButton, InlineKeyboard, Markup, ReplyButton, ReplyKeyboard } from './types.ts'

const ACTIONS = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
]
const BUTTONS_IN_ROW = 8
const BUTTONS_IN_ALL = 100
const CALLBACK_DATA_BYTES = 64

/**
 * Returns the checked `reply_markup`, undefined when there is none.
 * Throws: ApiError 400 with Telegram's words.
 */
export function readMarkup(params: Params): Markup | undefined {
  const value = params.json('reply_markup', 'reply keyboard markup')
  if (value === undefined) return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('object expected as reply markup')
  }
  const markup = value as Record<string, unknown>
  if ('inline_keyboard' in markup) return { kind: 'inline', value: readInline(markup.inline_keyboard) }
  if ('keyboard' in markup) return { kind: 'reply', value: readReply(markup) }
  if (markup.remove_keyboard === true) return { kind: 'remove' }
  if (markup.force_reply === true) return { kind: 'force' }
  if (Object.keys(markup).length === 0) return undefined
  throw badRequest('object expected as reply markup')
}

/** Returns an inline keyboard; other kinds of markup are refused where a message is edited. */
export function readInlineOnly(params: Params): InlineKeyboard | undefined {
  const markup = readMarkup(params)
  if (markup === undefined) return undefined
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected')
  return markup.value.inline_keyboard.length === 0 ? undefined : markup.value
}

function readRows(value: unknown, field: string): Record<string, unknown>[][] {
  if (!Array.isArray(value)) throw badRequest(`field "${field}" must be of type Array`)
  if (!value.every((row) => Array.isArray(row)))
    throw badRequest(`field "${field}" must be an Array of Arrays`)
  const rows = (value as Record<string, unknown>[][]).filter((row) => row.length > 0)
  if (rows.some((row) => row.length > BUTTONS_IN_ROW) || rows.flat().length > BUTTONS_IN_ALL) {
    throw badRequest('REPLY_MARKUP_TOO_LONG')
  }
  return rows
}

function readInline(value: unknown): InlineKeyboard {
  return { inline_keyboard: readRows(value, 'inline_keyboard').map((row) => row.map(readInlineButton)) }
}

function readInlineButton(button: unknown): InlineButton {
  const refuse = (text: string) => badRequest(`can't parse inline keyboard button: ${text}`)
  if (typeof button !== 'object' || button === null) throw refuse('InlineKeyboardButton must be an Object')
  const known = button as InlineButton
  checkText(known, refuse)
  const actions = ACTIONS.filter((action) => known[action] !== undefined && known[action] !== '')
  if (actions.length === 0) throw refuse('Text buttons are unallowed in the inline keyboard')
  if (actions.length > 1) throw refuse('exactly one action must be used')
  if (known.callback_data !== undefined) checkCallbackData(known.callback_data)
  if (known.url !== undefined) checkUrl(known.url)
  return known
}

function checkText(button: Record<string, unknown>, refuse: (text: string) => Error): void {
  if (button.text === undefined || button.text === '') throw refuse('Can\'t find field "text"')
  if (typeof button.text !== 'string') throw refuse('Field "text" must be of type String')
}

function checkCallbackData(data: unknown): void {
  if (typeof data !== 'string' || Buffer.byteLength(data) > CALLBACK_DATA_BYTES) {
    throw badRequest('BUTTON_DATA_INVALID')
  }
}

function checkUrl(url: unknown): void {
  const refuse = (why: string) => badRequest(`inline keyboard button URL '${String(url)}' is invalid: ${why}`)
  if (typeof url !== 'string') throw refuse('Wrong HTTP URL')
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (protocol === 'tg') return
  if (protocol !== undefined && !['http', 'https'].includes(protocol))
    throw refuse('Unsupported URL protocol')
  const whole = protocol === undefined ? `http://${url}` : url
  if (!URL.canParse(whole) || !/^https?:\/\/[^/\s]+\.[^/\s]+/i.test(whole)) throw refuse('Wrong HTTP URL')
}

function readReply(markup: Record<string, unknown>): ReplyKeyboard {
  const keyboard = readRows(markup.keyboard, 'keyboard').map((row) => row.map(readReplyButton))
  if (keyboard.length === 0) throw badRequest('reply keyboard must have at least one button')
  const flags = ['one_time_keyboard', 'resize_keyboard', 'is_persistent'] as const
  const result: ReplyKeyboard = { keyboard }
  for (const flag of flags) if (markup[flag] === true) result[flag] = true
  const placeholder = markup.input_field_placeholder
  if (typeof placeholder === 'string') result.input_field_placeholder = placeholder
  return result
}

function readReplyButton(button: unknown): ReplyButton {
  if (typeof button === 'string') return readReplyButton({ text: button })
  const refuse = (text: string) => badRequest(`can't parse keyboard button: ${text}`)
  if (typeof button !== 'object' || button === null) throw refuse('KeyboardButton must be an Object')
  checkText(button as Record<string, unknown>, refuse)
  return button as ReplyButton
}
