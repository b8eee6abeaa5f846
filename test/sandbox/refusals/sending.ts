import { PRINCIPAL } from '../harness.ts'
import { BRIEF, ENTITIES, JSON_READER, PUBLISHED, type Refusals, SERVER, to } from './refusal.ts'

const html = (text: string) => to({ text, parse_mode: 'HTML' })
const marked = (...entities: object[]) => to({ text: 'hello', entities })
const link = (url: string) => marked({ type: 'text_link', offset: 0, length: 5, url })
const reply = (reply_parameters: unknown) => to({ text: 'x', reply_parameters })

export const SENDING: readonly Refusals[] = [
  {
    source: BRIEF,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['no text', to({}), 'message text is empty'],
      ['an empty text', to({ text: '' }), 'message text is empty'],
      ['4097 characters', to({ text: 'ế'.repeat(4097) }), 'message is too long'],
      ['4097 characters of two units each', to({ text: '😀'.repeat(4097) }), 'message is too long'],
      ['more than 32768 bytes', to({ text: 'a'.repeat(32_769) }), 'text is too long'],
      ['a topic that is none', to({ text: 'x', message_thread_id: 7 }), 'message thread not found'],
    ],
  },
  {
    source: `${BRIEF}, ${ENTITIES}`,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['a stray <', html('a <3 b'), 'can\'t parse entities: Unsupported start tag "3" at byte offset 2'],
      ['an unknown tag', html('ế<x>y'), 'can\'t parse entities: Unsupported start tag "x" at byte offset 3'],
      ['a < at the end', html('a <3'), "can't parse entities: Unclosed start tag at byte offset 2"],
      ['an end without begin', html('a</b>'), "can't parse entities: Unexpected end tag at byte offset 1"],
      [
        'crossed tags',
        html('<b><i>x</b></i>'),
        'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
      ],
      [
        'a tag left open',
        html('<b>x'),
        'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
      ],
      [
        'a span of another class',
        html('<span class="x">y</span>'),
        'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0',
      ],
      ['only spaces', to({ text: ' \n ' }), 'text must be non-empty'],
      ['markup around nothing', html('<b></b>'), 'text must be non-empty'],
      [
        'formatting behind the end',
        marked({ type: 'bold', offset: 100, length: 1 }),
        'entity begins after the end of the text at UTF-16 offset 100',
      ],
      [
        'formatting over the end',
        marked({ type: 'bold', offset: 0, length: 100 }),
        'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
      ],
      [
        'formatting before the begin',
        marked({ type: 'bold', offset: -1, length: 1 }),
        'receive an entity with incorrect offset -1',
      ],
      ['a link to nowhere', link('not-a-url'), "entity URL 'not-a-url' is invalid: Wrong HTTP URL"],
      ['a link that is empty', link(''), "entity URL '' is invalid: URL host is empty"],
    ],
  },
  {
    source: SERVER,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['no chat', { text: 'x' }, 'chat_id is empty'],
      ['no chat and no text', {}, 'message text is empty'],
      ['another parse mode', to({ text: 'x', parse_mode: 'BBCode' }), 'unsupported parse_mode'],
      [
        'formatting of no known kind',
        marked({ type: 'loud', offset: 0, length: 1 }),
        "can't parse MessageEntity: Unsupported type specified",
      ],
      [
        'formatting that is no object',
        to({ text: 'x', entities: [1] }),
        "can't parse MessageEntity: expected an Object",
      ],
      ['a reply that is no JSON', reply('{'), "can't parse reply parameters JSON object"],
      ['a reply that is a list', reply([]), 'object expected as reply parameters'],
      ['a reply to nothing', reply({ message_id: 99 }), 'message to be replied not found'],
      [
        'a preview that is a list',
        to({ text: 'x', link_preview_options: [] }),
        'object expected as link preview options',
      ],
    ],
  },
  {
    source: JSON_READER,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['a reply without message', reply({ quote: 'x' }), 'can\'t find field "message_id"'],
      [
        'formatting without offset',
        marked({ type: 'bold', length: 1 }),
        'can\'t parse MessageEntity: Can\'t find field "offset"',
      ],
      [
        'a link without address',
        marked({ type: 'text_link', offset: 0, length: 1 }),
        'can\'t parse MessageEntity: Can\'t find field "url"',
      ],
      [
        'a preview neither on nor off',
        to({ text: 'x', link_preview_options: { is_disabled: 'yes' } }),
        'field "is_disabled" must be of type Boolean',
      ],
    ],
  },
  {
    source: PUBLISHED,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['an unknown parameter', to({ text: 'x', colour: 'red' }), 'unknown parameter "colour" in sendMessage'],
      [
        'a misspelt parameter',
        to({ text: 'x', parsemode: 'HTML' }),
        'unknown parameter "parsemode" in sendMessage',
      ],
      ['a text that is an object', to({ text: { a: 1 } }), 'field "text" must be of type String'],
      [
        'a switch that is a word',
        to({ text: 'x', disable_notification: 'maybe' }),
        'field "disable_notification" must be of type Boolean',
      ],
    ],
  },
  {
    source: PUBLISHED,
    method: 'sendMessage',
    code: 501,
    rows: [['Markdown', to({ text: '*x*', parse_mode: 'MarkdownV2' }), 'the sandbox reads HTML only']],
  },
  {
    source: SERVER,
    method: 'sendChatAction',
    code: 400,
    rows: [
      ['an unknown action', { chat_id: PRINCIPAL, action: 'thinking' }, 'wrong parameter action in request'],
    ],
  },
]
