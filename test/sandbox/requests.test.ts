import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  GROUP,
  openChattingSandbox,
  PRINCIPAL,
  STRANGER,
  SUPERGROUP,
  type TestSandbox,
  TOKEN,
} from './harness.ts'

type Case = [what: string, method: string, body: Record<string, unknown>, code: number, words: string]

const to = (rest: object) => ({ chat_id: PRINCIPAL, ...rest })
const button = (fields: object) => ({ inline_keyboard: [[{ text: 'x', ...fields }]] })
const sendWith = (reply_markup: unknown) => to({ text: 'x', reply_markup })
const tooOld = 'query is too old and response timeout expired or query ID is invalid'
const cantParse = "can't parse inline keyboard button: "

const SENDING: Case[] = [
  ['no chat', 'sendMessage', { text: 'x' }, 400, 'chat_id is empty'],
  ['an unknown chat', 'sendMessage', { chat_id: 5, text: 'x' }, 400, 'chat not found'],
  ['a chat id of letters', 'sendMessage', { chat_id: 'abc', text: 'x' }, 400, 'chat not found'],
  ['an unknown username', 'sendMessage', { chat_id: '@nobody_here', text: 'x' }, 400, 'chat not found'],
  ['no text', 'sendMessage', to({}), 400, 'message text is empty'],
  ['only spaces', 'sendMessage', to({ text: ' \n ' }), 400, 'text must be non-empty'],
  ['empty markup', 'sendMessage', to({ text: '<b></b>', parse_mode: 'HTML' }), 400, 'text must be non-empty'],
  ['4097 characters', 'sendMessage', to({ text: 'ế'.repeat(4097) }), 400, 'message is too long'],
  ['more than 32768 bytes', 'sendMessage', to({ text: 'a'.repeat(32_769) }), 400, 'text is too long'],
  [
    'another parse mode',
    'sendMessage',
    to({ text: 'x', parse_mode: 'BBCode' }),
    400,
    'unsupported parse_mode',
  ],
  [
    'a stray <',
    'sendMessage',
    to({ text: 'a <3 b', parse_mode: 'HTML' }),
    400,
    'can\'t parse entities: Unsupported start tag "3" at byte offset 2',
  ],
  [
    'a < at the end',
    'sendMessage',
    to({ text: 'a <3', parse_mode: 'HTML' }),
    400,
    "can't parse entities: Unclosed start tag at byte offset 2",
  ],
  [
    'broken entities',
    'sendMessage',
    to({ text: 'x', entities: '[' }),
    400,
    "can't parse entities JSON object",
  ],
  [
    'a text that is an object',
    'sendMessage',
    to({ text: { a: 1 } }),
    400,
    'field "text" must be of type String',
  ],
  [
    'a reply to nothing',
    'sendMessage',
    to({ text: 'x', reply_parameters: { message_id: 99 } }),
    400,
    'message to be replied not found',
  ],
  [
    'a person who has met the bot in a group only',
    'sendMessage',
    { chat_id: STRANGER, text: 'x' },
    403,
    "bot can't initiate conversation with a user",
  ],
  [
    'a group the bot has never been in',
    'sendMessage',
    { chat_id: SUPERGROUP, text: 'x' },
    400,
    'chat not found',
  ],
]

const TOPICS: Case[] = [
  ['a topic', 'sendMessage', to({ text: 'x', message_thread_id: 7 }), 400, 'message thread not found'],
]

const MARKUP: Case[] = [
  [
    'markup that is no JSON',
    'sendMessage',
    sendWith('{'),
    400,
    "can't parse reply keyboard markup JSON object",
  ],
  ['markup that is a list', 'sendMessage', sendWith([]), 400, 'object expected as reply markup'],
  ['markup of no kind', 'sendMessage', sendWith({ buttons: [] }), 400, 'object expected as reply markup'],
  [
    'a keyboard that is no list',
    'sendMessage',
    sendWith({ inline_keyboard: 1 }),
    400,
    'field "inline_keyboard" must be of type Array',
  ],
  [
    'rows that are no lists',
    'sendMessage',
    sendWith({ inline_keyboard: [1] }),
    400,
    'field "inline_keyboard" must be an Array of Arrays',
  ],
  [
    'a button that is no object',
    'sendMessage',
    sendWith({ inline_keyboard: [[1]] }),
    400,
    `${cantParse}InlineKeyboardButton must be an Object`,
  ],
  [
    'a button without text',
    'sendMessage',
    sendWith({ inline_keyboard: [[{ url: 'https://a.vn' }]] }),
    400,
    `${cantParse}Can't find field "text"`,
  ],
  [
    'a button with a number for text',
    'sendMessage',
    sendWith(button({ text: 5, callback_data: 'a' })),
    400,
    `${cantParse}Field "text" must be of type String`,
  ],
  [
    'a button without action',
    'sendMessage',
    sendWith(button({})),
    400,
    `${cantParse}Text buttons are unallowed in the inline keyboard`,
  ],
  [
    'empty callback data',
    'sendMessage',
    sendWith(button({ callback_data: '' })),
    400,
    `${cantParse}Text buttons are unallowed in the inline keyboard`,
  ],
  [
    'two actions',
    'sendMessage',
    sendWith(button({ callback_data: 'a', url: 'https://a.vn' })),
    400,
    `${cantParse}exactly one action must be used`,
  ],
  [
    '65 bytes of data',
    'sendMessage',
    sendWith(button({ callback_data: 'a'.repeat(65) })),
    400,
    'BUTTON_DATA_INVALID',
  ],
  [
    '66 bytes in 22 letters',
    'sendMessage',
    sendWith(button({ callback_data: 'ế'.repeat(22) })),
    400,
    'BUTTON_DATA_INVALID',
  ],
  [
    'an ftp link',
    'sendMessage',
    sendWith(button({ url: 'ftp://a.vn' })),
    400,
    "inline keyboard button URL 'ftp://a.vn' is invalid: Unsupported URL protocol",
  ],
  [
    'a link that is none',
    'sendMessage',
    sendWith(button({ url: 'xem' })),
    400,
    "inline keyboard button URL 'xem' is invalid: Wrong HTTP URL",
  ],
  [
    'nine buttons in a row',
    'sendMessage',
    sendWith({ inline_keyboard: [Array(9).fill({ text: 'x', callback_data: 'a' })] }),
    400,
    'REPLY_MARKUP_TOO_LONG',
  ],
  [
    '101 buttons',
    'sendMessage',
    sendWith({ inline_keyboard: Array(101).fill([{ text: 'x', callback_data: 'a' }]) }),
    400,
    'REPLY_MARKUP_TOO_LONG',
  ],
  [
    'a phone request in a group',
    'sendMessage',
    { chat_id: GROUP, text: 'x', reply_markup: { keyboard: [[{ text: 'a', request_contact: true }]] } },
    400,
    'phone number can be requested in private chats only',
  ],
]

const EDITING: Case[] = [
  ['no message', 'editMessageText', to({ text: 'y' }), 400, 'message identifier is not specified'],
  [
    'an unknown message',
    'editMessageText',
    to({ message_id: 99, text: 'y' }),
    400,
    'message to edit not found',
  ],
  ["a person's message", 'editMessageText', to({ message_id: 1, text: 'y' }), 400, "message can't be edited"],
  [
    'the same content',
    'editMessageText',
    to({
      message_id: 2,
      text: 'Chào Thầy/Cô',
      reply_markup: { inline_keyboard: [[{ text: 'Nộp', callback_data: 'submit' }]] },
    }),
    400,
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ],
  [
    'the same keyboard',
    'editMessageReplyMarkup',
    to({ message_id: 3 }),
    400,
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ],
  ['an empty text', 'editMessageText', to({ message_id: 2, text: '' }), 400, 'message text is empty'],
  [
    'the text of a photo',
    'editMessageText',
    to({ message_id: 3, text: 'y' }),
    400,
    'there is no text in the message to edit',
  ],
  [
    'the caption of a text',
    'editMessageCaption',
    to({ message_id: 2, caption: 'y' }),
    400,
    'there is no caption in the message to edit',
  ],
  [
    'a caption of 1025 characters',
    'editMessageCaption',
    to({ message_id: 3, caption: 'a'.repeat(1025) }),
    400,
    'message caption is too long',
  ],
  [
    'a reply keyboard',
    'editMessageText',
    to({ message_id: 2, text: 'y', reply_markup: { keyboard: [['a']] } }),
    400,
    'inline keyboard expected',
  ],
  ['deleting nothing', 'deleteMessage', to({}), 400, 'message identifier is not specified'],
  [
    'deleting an unknown message',
    'deleteMessage',
    to({ message_id: 99 }),
    400,
    'message to delete not found',
  ],
  ['an answer to an unknown tap', 'answerCallbackQuery', { callback_query_id: '1' }, 400, tooOld],
  [
    'an answer of 201 characters',
    'answerCallbackQuery',
    { callback_query_id: '1', text: 'a'.repeat(201) },
    400,
    'MESSAGE_TOO_LONG',
  ],
  [
    'an unknown action',
    'sendChatAction',
    to({ action: 'thinking' }),
    400,
    'wrong parameter action in request',
  ],
]

const FILES: Case[] = [
  ['no photo', 'sendPhoto', to({}), 400, 'there is no photo in the request'],
  ['no document', 'sendDocument', to({}), 400, 'there is no document in the request'],
  ['an unknown file', 'sendPhoto', to({ photo: 'AgACx' }), 400, 'wrong file identifier/HTTP URL specified'],
  [
    'a long caption',
    'sendDocument',
    to({ document: 'x', caption: 'a'.repeat(1025) }),
    400,
    'message caption is too long',
  ],
  [
    'getting an unknown file',
    'getFile',
    { file_id: 'x' },
    400,
    'wrong file_id or the file is temporarily unavailable',
  ],
  [
    'forwarding nothing',
    'forwardMessage',
    to({ from_chat_id: PRINCIPAL, message_id: 99 }),
    400,
    'message to forward not found',
  ],
  [
    'copying nothing',
    'copyMessage',
    to({ from_chat_id: PRINCIPAL, message_id: 99 }),
    400,
    'message to copy not found',
  ],
  ['forwarding from nowhere', 'forwardMessage', to({ message_id: 1 }), 400, 'from_chat_id is empty'],
]

const OTHERS: Case[] = [
  ['an unknown method', 'sendMesage', {}, 404, 'method not found'],
  [
    'commands that are no list',
    'setMyCommands',
    { commands: {} },
    400,
    "can't parse commands: expected an Array of BotCommand",
  ],
  [
    'a command with marks',
    'setMyCommands',
    { commands: [{ command: 'nộp', description: 'x' }] },
    400,
    'BOT_COMMAND_INVALID',
  ],
  [
    'a command without description',
    'setMyCommands',
    { commands: [{ command: 'nop', description: ' ' }] },
    400,
    'BOT_COMMAND_DESCRIPTION_INVALID',
  ],
  [
    'an unknown scope',
    'setMyCommands',
    { commands: [], scope: { type: 'all' } },
    400,
    "can't parse BotCommandScope: Unsupported type specified",
  ],
  [
    'a long description',
    'setMyDescription',
    { description: 'a'.repeat(513) },
    400,
    'description is too long',
  ],
  [
    'administrators of a private chat',
    'getChatAdministrators',
    to({}),
    400,
    'there are no administrators in the private chat',
  ],
  [
    'a member nobody knows',
    'getChatMember',
    { chat_id: GROUP, user_id: 5 },
    400,
    'invalid user_id specified',
  ],
  [
    'leaving a private chat',
    'leaveChat',
    to({}),
    400,
    "chat member status can't be changed in private chats",
  ],
  [
    'a webhook without HTTP',
    'setWebhook',
    { url: 'ftp://a.vn' },
    400,
    'bad webhook: An HTTPS URL must be provided for webhook',
  ],
  [
    'a secret with a space',
    'setWebhook',
    { url: 'https://a.vn', secret_token: 'a b' },
    400,
    'secret token contains unallowed characters',
  ],
  [
    'a secret of 257',
    'setWebhook',
    { url: 'https://a.vn', secret_token: 'a'.repeat(257) },
    400,
    'secret token is too long',
  ],
  ['an offset of letters', 'getUpdates', { offset: 'x' }, 400, 'field "offset" must be of type Number'],
  [
    'a boolean of letters',
    'deleteWebhook',
    { drop_pending_updates: 'maybe' },
    400,
    'field "drop_pending_updates" must be of type Boolean',
  ],
]

const PREFIX: Record<number, string> = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found' }

describe('a refused request gets the code and words of Telegram', () => {
  let sandbox: TestSandbox
  beforeAll(async () => {
    sandbox = await openChattingSandbox()
  })
  afterAll(async () => await sandbox.close())

  it.each([...SENDING, ...TOPICS, ...MARKUP, ...EDITING, ...FILES, ...OTHERS])(
    '%s (%s)',
    async (_what, method, body, code, words) => {
      const { status, ok, error_code, description } = await sandbox.call(method, body)
      const refusal = { status, ok, error_code, description }
      expect(refusal).toEqual({
        status: code,
        ok: false,
        error_code: code,
        description: `${PREFIX[code]}: ${words}`,
      })
    },
  )

  it('a wrong token is unauthorized, for calls and files', async () => {
    for (const path of ['/bot1:x/getMe', '/file/bot1:x/photos/file_0.jpg']) {
      const response = await fetch(`${sandbox.server.url}${path}`)
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    }
  })

  it('a body that is no JSON object is refused', async () => {
    const headers = { 'content-type': 'application/json' }
    const url = `${sandbox.server.url}/bot${TOKEN}/sendMessage`
    for (const [body, words] of [
      ['{', "can't parse JSON object"],
      ['[1]', 'object expected'],
    ] as const) {
      const response = await fetch(url, { method: 'POST', headers, body })
      expect(await response.json()).toMatchObject({ error_code: 400, description: `Bad Request: ${words}` })
    }
  })
})
