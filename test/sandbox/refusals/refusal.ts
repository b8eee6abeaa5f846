import { PRINCIPAL } from '../harness.ts'

/** What is wrong with the request, its body, the words of the refusal behind `Bad Request: ` and the like. */
export type Row = readonly [what: string, body: Record<string, unknown>, words: string]

/** Requests of one method that are refused with one code; `source` is where the words were read. */
export interface Refusals {
  readonly source: string
  readonly method: string
  readonly code: 400 | 403 | 404 | 501
  readonly rows: readonly Row[]
}

export const BRIEF = 'telegram.md'
/** tdlib/telegram-bot-api at 025884ae. */
export const SERVER = 'telegram-bot-api/Client.cpp'
/** tdlib/td. */
export const ENTITIES = 'td/telegram/MessageEntity.cpp'
export const JSON_READER = 'tdutils/td/utils/JsonBuilder.cpp'
export const COMMANDS = 'td/telegram/BotCommand.cpp'
export const MESSAGES = 'td/telegram/MessagesManager.cpp'
export const MARKUP = 'td/telegram/ReplyMarkup.cpp'
export const FILES = 'td/telegram/files/FileManager.cpp'
/** Where Telegram is silent and the sandbox is not. */
export const PUBLISHED = '@grammyjs/types/methods.d.ts'

export const to = (rest: object): Record<string, unknown> => ({ chat_id: PRINCIPAL, ...rest })
export const button = (fields: object) => ({ inline_keyboard: [[{ text: 'x', ...fields }]] })
export const sendWith = (reply_markup: unknown) => to({ text: 'x', reply_markup })
