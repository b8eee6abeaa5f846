import { GROUP, PRINCIPAL } from '../harness.ts'
import {
  BRIEF,
  COMMANDS,
  FILES,
  JSON_READER,
  MESSAGES,
  PUBLISHED,
  type Refusals,
  SERVER,
  to,
} from './refusal.ts'

const commands = (...list: unknown[]) => ({ commands: list })
const album = (...media: object[]) => to({ media })
const photo = { type: 'photo', media: 'x' }
const scope = (fields: object) => ({ commands: [], scope: fields })

export const OTHERS: readonly Refusals[] = [
  {
    source: SERVER,
    method: 'sendPhoto',
    code: 400,
    rows: [['no photo', to({}), 'there is no photo in the request']],
  },
  {
    source: FILES,
    method: 'sendPhoto',
    code: 400,
    rows: [['an unknown file', to({ photo: 'AgACx' }), 'wrong file identifier/HTTP URL specified']],
  },
  {
    source: `${BRIEF}, ${SERVER}`,
    method: 'sendDocument',
    code: 400,
    rows: [
      ['no document', to({}), 'there is no document in the request'],
      [
        '1025 characters of caption',
        to({ document: 'x', caption: 'a'.repeat(1025) }),
        'message caption is too long',
      ],
      [
        'a caption with a stray <',
        to({ document: 'x', caption: '<', parse_mode: 'HTML' }),
        "can't parse entities: Unclosed start tag at byte offset 0",
      ],
    ],
  },
  {
    source: SERVER,
    method: 'sendMediaGroup',
    code: 400,
    rows: [
      ['no media', to({}), 'parameter "media" is required'],
      ['media that is no list', to({ media: photo }), 'expected an Array of InputMedia'],
      ['media that is no JSON', to({ media: '[' }), "can't parse media JSON object"],
      ['media without type', album({ media: 'x' }), 'can\'t parse InputMedia: Can\'t find field "type"'],
    ],
  },
  {
    source: MESSAGES,
    method: 'sendMediaGroup',
    code: 400,
    rows: [['an album of none', album(), 'there are no messages to send']],
  },
  {
    source: SERVER,
    method: 'getFile',
    code: 400,
    rows: [
      ['no file', {}, 'file_id not specified'],
      ['an unknown file', { file_id: 'x' }, 'invalid file_id'],
    ],
  },
  { source: SERVER, method: 'sendMesage', code: 404, rows: [['an unknown method', {}, 'method not found']] },
  {
    source: PUBLISHED,
    method: 'banChatMember',
    code: 501,
    rows: [
      ['a method not built', { chat_id: GROUP, user_id: PRINCIPAL }, 'the sandbox has no banChatMember'],
    ],
  },
  {
    source: SERVER,
    method: 'setMyCommands',
    code: 400,
    rows: [
      ['commands that are no list', { commands: {} }, 'expected an Array of BotCommand'],
      ['commands that are no JSON', { commands: '[' }, "can't parse commands JSON object"],
      ['a command that is a word', commands('nop'), "can't parse BotCommand: expected an Object"],
      ['an unknown scope', scope({ type: 'all' }), "can't parse BotCommandScope: Unsupported type specified"],
      [
        'a scope that is a word',
        { commands: [], scope: '"all"' },
        "can't parse BotCommandScope: BotCommandScope must be an Object",
      ],
      [
        'a chat that is empty',
        scope({ type: 'chat', chat_id: '' }),
        "can't parse BotCommandScope: Empty chat_id specified",
      ],
      ['an unknown chat', scope({ type: 'chat', chat_id: 5 }), 'chat not found'],
      [
        'a member that is none',
        scope({ type: 'chat_member', chat_id: GROUP, user_id: 0 }),
        "can't parse BotCommandScope: Invalid user_id specified",
      ],
      ['another language', { commands: [], language_code: 'vie' }, 'invalid language code specified'],
    ],
  },
  {
    source: JSON_READER,
    method: 'setMyCommands',
    code: 400,
    rows: [
      [
        'no description',
        commands({ command: 'nop' }),
        'can\'t parse BotCommand: Can\'t find field "description"',
      ],
      ['no chat', scope({ type: 'chat' }), 'can\'t parse BotCommandScope: Can\'t find field "chat_id"'],
    ],
  },
  {
    source: COMMANDS,
    method: 'setMyCommands',
    code: 400,
    rows: [
      ['a command with marks', commands({ command: 'nộp', description: 'x' }), 'BOT_COMMAND_INVALID'],
      ['an empty command', commands({ command: '/', description: 'x' }), 'command must be non-empty'],
      [
        '33 letters',
        commands({ command: 'a'.repeat(33), description: 'x' }),
        'command length must not exceed 32',
      ],
      [
        'an empty description',
        commands({ command: 'a', description: ' ' }),
        'command description must be non-empty',
      ],
      [
        '257 letters of description',
        commands({ command: 'a', description: 'ế'.repeat(257) }),
        'command description length must not exceed 256',
      ],
    ],
  },
  {
    source: SERVER,
    method: 'setChatMenuButton',
    code: 400,
    rows: [
      [
        'an unknown button',
        { menu_button: { type: 'x' } },
        "can't parse menu button: MenuButton has unsupported type",
      ],
      ['a button that is no JSON', { menu_button: '{' }, "can't parse menu button JSON object"],
    ],
  },
  {
    source: SERVER,
    method: 'getChatAdministrators',
    code: 400,
    rows: [['a private chat', to({}), 'there are no administrators in the private chat']],
  },
  {
    source: SERVER,
    method: 'getChatMember',
    code: 400,
    rows: [['nobody', { chat_id: GROUP, user_id: 0 }, 'invalid user_id specified']],
  },
  {
    source: 'td/telegram/DialogParticipantManager.cpp',
    method: 'leaveChat',
    code: 400,
    rows: [['a private chat', to({}), "chat member status can't be changed in private chats"]],
  },
  {
    source: `${BRIEF}, telegram-bot-api/Client.cpp`,
    method: 'setWebhook',
    code: 400,
    rows: [
      [
        'an address without HTTP',
        { url: 'ftp://a.vn' },
        'bad webhook: An HTTPS URL must be provided for webhook',
      ],
      [
        'a secret with a space',
        { url: 'https://a.vn', secret_token: 'a b' },
        'secret token contains unallowed characters',
      ],
      ['a secret of 257', { url: 'https://a.vn', secret_token: 'a'.repeat(257) }, 'secret token is too long'],
    ],
  },
  {
    source: PUBLISHED,
    method: 'getUpdates',
    code: 400,
    rows: [
      ['an offset of letters', { offset: 'x' }, 'field "offset" must be of type Number'],
      [
        'updates that are no list',
        { allowed_updates: {} },
        "can't parse allowed_updates: expected an Array of String",
      ],
    ],
  },
]
