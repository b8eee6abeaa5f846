import { PRINCIPAL } from '../harness.ts'
import { BRIEF, MESSAGES, type Refusals, SERVER, to } from './refusal.ts'

const submit = { inline_keyboard: [[{ text: 'Nộp', callback_data: 'submit' }]] }
const unchanged =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const media = (fields: object) => to({ message_id: 3, media: { type: 'photo', media: 'x', ...fields } })

/** Message 1 is the principal's, 2 the bot's with a button, 3 the bot's photo, 4 forwarded by the bot. */
export const EDITING: readonly Refusals[] = [
  {
    source: BRIEF,
    method: 'editMessageText',
    code: 400,
    rows: [
      ['an unknown message', to({ message_id: 99, text: 'y' }), 'message to edit not found'],
      ["a person's message", to({ message_id: 1, text: 'y' }), "message can't be edited"],
      ['a forwarded message', to({ message_id: 4, text: 'y' }), "message can't be edited"],
      ['the same content', to({ message_id: 2, text: 'Chào Thầy/Cô', reply_markup: submit }), unchanged],
      ['an empty text', to({ message_id: 2, text: '' }), 'message text is empty'],
      ['4097 characters', to({ message_id: 2, text: 'a'.repeat(4097) }), 'message is too long'],
    ],
  },
  {
    source: SERVER,
    method: 'editMessageText',
    code: 400,
    rows: [
      ['neither chat nor message', { text: 'y' }, 'message identifier is not specified'],
      ['no message', to({ text: 'y' }), 'message to edit not found'],
      ['a message before the first', to({ message_id: -1, text: 'y' }), 'message to edit not found'],
      ['no chat', { message_id: 2, text: 'y' }, 'chat_id is empty'],
    ],
  },
  {
    source: MESSAGES,
    method: 'editMessageText',
    code: 400,
    rows: [
      ['the text of a photo', to({ message_id: 3, text: 'y' }), 'there is no text in the message to edit'],
      [
        'a reply keyboard',
        to({ message_id: 2, text: 'y', reply_markup: { keyboard: [['a']] } }),
        'inline keyboard expected',
      ],
    ],
  },
  {
    source: `${BRIEF}, ${MESSAGES}`,
    method: 'editMessageCaption',
    code: 400,
    rows: [
      [
        'the caption of a text',
        to({ message_id: 2, caption: 'y' }),
        'there is no caption in the message to edit',
      ],
      ['1025 characters', to({ message_id: 3, caption: 'a'.repeat(1025) }), 'message caption is too long'],
      ['the same caption', to({ message_id: 3, caption: 'Tuần 24' }), unchanged],
    ],
  },
  {
    source: BRIEF,
    method: 'editMessageReplyMarkup',
    code: 400,
    rows: [['the same keyboard', to({ message_id: 3 }), unchanged]],
  },
  {
    source: SERVER,
    method: 'editMessageMedia',
    code: 400,
    rows: [
      ['no media', to({ message_id: 3 }), 'parameter "media" is required'],
      ['media that is no JSON', to({ message_id: 3, media: '{' }), "can't parse input media JSON object"],
      [
        'media that is a list',
        to({ message_id: 3, media: [] }),
        "can't parse InputMedia: expected an Object",
      ],
      ['media without file', media({ media: '' }), "can't parse InputMedia: media not found"],
      [
        'media of no kind',
        media({ type: 'hologram' }),
        'can\'t parse InputMedia: type "hologram" is unsupported',
      ],
      ['an unknown file', media({}), 'wrong file identifier/HTTP URL specified'],
    ],
  },
  {
    source: SERVER,
    method: 'deleteMessage',
    code: 400,
    rows: [
      ['no chat', { message_id: 2 }, 'chat identifier is not specified'],
      ['no message', to({}), 'message identifier is not specified'],
      ['an unknown message', to({ message_id: 99 }), 'message to delete not found'],
    ],
  },
  {
    source: SERVER,
    method: 'deleteMessages',
    code: 400,
    rows: [['no messages', to({ message_ids: [] }), 'message identifiers are not specified']],
  },
  {
    source: BRIEF,
    method: 'answerCallbackQuery',
    code: 400,
    rows: [
      [
        'an unknown tap',
        { callback_query_id: '1' },
        'query is too old and response timeout expired or query ID is invalid',
      ],
      ['201 characters', { callback_query_id: '1', text: 'a'.repeat(201) }, 'MESSAGE_TOO_LONG'],
    ],
  },
  {
    source: SERVER,
    method: 'forwardMessage',
    code: 400,
    rows: [
      ['from nowhere', to({ message_id: 1 }), 'parameter "from_chat_id" is required'],
      ['an unknown message', to({ from_chat_id: PRINCIPAL, message_id: 99 }), 'message to forward not found'],
      ['from an unknown chat', to({ from_chat_id: 5, message_id: 1 }), 'chat not found'],
    ],
  },
  {
    source: SERVER,
    method: 'copyMessage',
    code: 400,
    rows: [
      ['an unknown message', to({ from_chat_id: PRINCIPAL, message_id: 99 }), 'message to copy not found'],
    ],
  },
]
