import { badRequest } from './errors.ts'
import { readInlineButton } from './inline-button.ts'
import { JsonFields } from './json-fields.ts'
import type { Params } from './params.ts'
import type { InlineKeyboard, Markup, ReplyButton, ReplyKeyboard } from './types.ts'

const BUTTONS_IN_ROW = 8
const BUTTONS_IN_ALL = 100
const REPLY_FLAGS = ['one_time_keyboard', 'resize_keyboard', 'is_persistent'] as const

/**
 * Returns the checked `reply_markup`, undefined when there is none.
 * Throws: ApiError 400 with Telegram's words.
 */
export function readMarkup(params: Params): Markup | undefined {
  const value = params.json('reply_markup', 'reply keyboard markup')
  if (value === undefined) return undefined
  const markup = new JsonFields(value, { expected: 'object expected as reply markup' })
  const keyboard = markup.list('keyboard')
  if (keyboard !== undefined) return { kind: 'reply', value: readReply(keyboard, markup) }
  const inline = markup.list('inline_keyboard')
  if (inline !== undefined) return { kind: 'inline', value: readInline(inline, markup) }
  const [isRemoved, isForced] = [markup.boolean('remove_keyboard'), markup.boolean('force_reply')]
  if (isRemoved) return { kind: 'remove' }
  if (isForced) return { kind: 'force' }
  if (markup.isEmpty) return undefined
  // Telegram would drop markup of no kind it knows without a word.
  throw badRequest('object expected as reply markup')
}

/** Returns an inline keyboard; other kinds of markup are refused where a message is edited. */
export function readInlineOnly(params: Params): InlineKeyboard | undefined {
  const markup = readMarkup(params)
  if (markup === undefined) return undefined
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected')
  return markup.value.inline_keyboard.length === 0 ? undefined : markup.value
}

function readRows(value: unknown[], refusal: Error): unknown[][] {
  if (!value.every((row) => Array.isArray(row))) throw refusal
  const rows = (value as unknown[][]).filter((row) => row.length > 0)
  if (rows.some((row) => row.length > BUTTONS_IN_ROW) || rows.flat().length > BUTTONS_IN_ALL) {
    throw badRequest('reply markup is too long')
  }
  return rows
}

function readInline(value: unknown[], markup: JsonFields): InlineKeyboard {
  const refusal = markup.refuse(
    'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  )
  return { inline_keyboard: readRows(value, refusal).map((row) => row.map(readInlineButton)) }
}

function readReply(value: unknown[], markup: JsonFields): ReplyKeyboard {
  const rows = readRows(value, markup.refuse('Field "keyboard" must be an Array of Arrays'))
  const keyboard = rows.map((row) => row.map(readReplyButton))
  markup.boolean('selective')
  const result: ReplyKeyboard = { keyboard }
  for (const flag of REPLY_FLAGS) if (markup.boolean(flag)) result[flag] = true
  const placeholder = markup.string('input_field_placeholder')
  if (placeholder !== '') result.input_field_placeholder = placeholder
  return result
}

function readReplyButton(value: unknown): ReplyButton {
  if (typeof value === 'string') return { text: value }
  const expected = 'KeyboardButton must be a String or an Object'
  const button = new JsonFields(value, { of: 'keyboard button', expected })
  const text = button.requiredString('text')
  if (button.boolean('request_contact')) return { text, request_contact: true }
  if (button.boolean('request_location')) return { text, request_location: true }
  return { text }
}
