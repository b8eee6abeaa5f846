import { GROUP } from '../harness.ts'
import { BRIEF, button, JSON_READER, MARKUP, PUBLISHED, type Refusals, SERVER, sendWith } from './refusal.ts'

const cantParse = "can't parse inline keyboard button: "
const x = { text: 'x', callback_data: 'a' }
const keyboardWith = (fields: object) => sendWith({ keyboard: [[{ text: 'A' }]], ...fields })

export const KEYBOARDS: readonly Refusals[] = [
  {
    source: SERVER,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['markup that is no JSON', sendWith('{'), "can't parse reply keyboard markup JSON object"],
      ['markup that is a list', sendWith([]), 'object expected as reply markup'],
      [
        'rows that are no lists',
        sendWith({ inline_keyboard: [1] }),
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
      ],
      [
        'rows of keys that are no lists',
        sendWith({ keyboard: [1] }),
        'field "keyboard" must be an Array of Arrays',
      ],
      [
        'a button that is no object',
        sendWith({ inline_keyboard: [[1]] }),
        `${cantParse}InlineKeyboardButton must be an Object`,
      ],
      [
        'a key that is a number',
        sendWith({ keyboard: [[1]] }),
        "can't parse keyboard button: KeyboardButton must be a String or an Object",
      ],
      [
        'a button without action',
        sendWith(button({})),
        `${cantParse}Text buttons are unallowed in the inline keyboard`,
      ],
      [
        'empty callback data',
        sendWith(button({ callback_data: '' })),
        `${cantParse}Text buttons are unallowed in the inline keyboard`,
      ],
      [
        'nine buttons in a row',
        sendWith({ inline_keyboard: [Array(9).fill(x)] }),
        'reply markup is too long',
      ],
      ['101 buttons', sendWith({ inline_keyboard: Array(101).fill([x]) }), 'reply markup is too long'],
    ],
  },
  {
    source: JSON_READER,
    method: 'sendMessage',
    code: 400,
    rows: [
      [
        'a keyboard that is no list',
        sendWith({ inline_keyboard: 1 }),
        'field "inline_keyboard" must be of type Array',
      ],
      [
        'a button without text',
        sendWith({ inline_keyboard: [[{ url: 'https://a.vn' }]] }),
        `${cantParse}Can't find field "text"`,
      ],
      [
        'a button with yes for text',
        sendWith(button({ text: true, callback_data: 'a' })),
        `${cantParse}Field "text" must be of type String`,
      ],
      [
        'a key without text',
        sendWith({ keyboard: [[{}]] }),
        'can\'t parse keyboard button: Can\'t find field "text"',
      ],
      [
        'a keyboard maybe gone',
        sendWith({ remove_keyboard: 'yes' }),
        'field "remove_keyboard" must be of type Boolean',
      ],
      [
        'a reply maybe forced',
        sendWith({ force_reply: 'yes' }),
        'field "force_reply" must be of type Boolean',
      ],
      [
        'a keyboard maybe once',
        keyboardWith({ one_time_keyboard: 'yes' }),
        'field "one_time_keyboard" must be of type Boolean',
      ],
      [
        'a keyboard maybe kept',
        keyboardWith({ is_persistent: 'yes' }),
        'field "is_persistent" must be of type Boolean',
      ],
      [
        'a keyboard maybe for some',
        keyboardWith({ selective: 'yes' }),
        'field "selective" must be of type Boolean',
      ],
    ],
  },
  {
    source: `${BRIEF}, ${MARKUP}`,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['65 bytes of data', sendWith(button({ callback_data: 'a'.repeat(65) })), 'BUTTON_DATA_INVALID'],
      ['66 bytes in 22 letters', sendWith(button({ callback_data: 'ế'.repeat(22) })), 'BUTTON_DATA_INVALID'],
      [
        'an ftp link',
        sendWith(button({ url: 'ftp://a.vn' })),
        "inline keyboard button URL 'ftp://a.vn' is invalid: Unsupported URL protocol",
      ],
      [
        'a link that is none',
        sendWith(button({ url: 'xem' })),
        "inline keyboard button URL 'xem' is invalid: Wrong HTTP URL",
      ],
      [
        'a web app without TLS',
        sendWith(button({ web_app: { url: 'http://a.vn' } })),
        "inline keyboard button Web App URL 'http://a.vn' is invalid: Only HTTPS links are allowed",
      ],
      ['a pay button without invoice', sendWith(button({ pay: true })), 'BUTTON_TYPE_INVALID'],
      ['nothing to copy', sendWith(button({ copy_text: { text: '' } })), 'BUTTON_COPY_TEXT_INVALID'],
      [
        'a phone request in a group',
        { chat_id: GROUP, text: 'x', reply_markup: { keyboard: [[{ text: 'a', request_contact: true }]] } },
        'phone number can be requested in private chats only',
      ],
    ],
  },
  {
    source: `${BRIEF}; Telegram takes the first action, or no keyboard, without a word`,
    method: 'sendMessage',
    code: 400,
    rows: [
      [
        'two actions',
        sendWith(button({ callback_data: 'a', url: 'https://a.vn' })),
        `${cantParse}exactly one action must be used`,
      ],
      ['markup of no kind', sendWith({ buttons: [] }), 'object expected as reply markup'],
    ],
  },
  {
    source: PUBLISHED,
    method: 'editMessageReplyMarkup',
    code: 400,
    rows: [
      [
        'a text beside it',
        { chat_id: GROUP, message_id: 1, text: 'x' },
        'unknown parameter "text" in editMessageReplyMarkup',
      ],
    ],
  },
]
