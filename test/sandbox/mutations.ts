/** One call of the bot, as the sandbox took it. */
export interface BotCall {
  readonly method: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A way to spoil a valid call, and the refusal it must meet: code and description. */
export interface Mutation {
  readonly name: string
  readonly methods: RegExp
  /** Returns the spoiled parameters; undefined where this call has nothing to spoil in that way. */
  readonly spoil: (parameters: BotCall['parameters']) => Record<string, unknown> | undefined
  readonly refusal: readonly [code: number, words: string]
}

const WRITES = /^(sendMessage|editMessageText)$/
const CAPTIONED = /^(sendPhoto|sendDocument)$/
const IN_CHAT = /^(sendMessage|editMessageText|sendPhoto|sendDocument|sendChatAction)$/
const ALL = /./

const bad = (words: string) => [400, `Bad Request: ${words}`] as const
const cantParse = "can't parse inline keyboard button: "

interface Buttons {
  inline_keyboard: Record<string, unknown>[][]
}

/** Changes a copy of the first button; undefined for a message without buttons. */
function onButton(change: (button: Record<string, unknown>) => void): Mutation['spoil'] {
  return (parameters) => {
    const markup = structuredClone(parameters.reply_markup) as Buttons | undefined
    const button = markup?.inline_keyboard?.[0]?.[0]
    if (button === undefined) return undefined
    change(button)
    return { ...parameters, reply_markup: markup }
  }
}

const set =
  (changes: Record<string, unknown>): Mutation['spoil'] =>
  (parameters) => ({ ...parameters, ...changes })
const inHtml =
  (text: string): Mutation['spoil'] =>
  (parameters) =>
    parameters.parse_mode === 'HTML' ? { ...parameters, text } : undefined

export const MUTATIONS: readonly Mutation[] = [
  { name: 'no text', methods: WRITES, spoil: set({ text: '' }), refusal: bad('message text is empty') },
  {
    name: 'only spaces',
    methods: WRITES,
    spoil: set({ text: ' \n' }),
    refusal: bad('text must be non-empty'),
  },
  {
    name: 'too long',
    methods: WRITES,
    spoil: set({ text: 'ế'.repeat(4097) }),
    refusal: bad('message is too long'),
  },
  {
    name: 'a stray <',
    methods: WRITES,
    spoil: inHtml('đạt <95%'),
    refusal: bad("can't parse entities: Unclosed start tag at byte offset 7"),
  },
  {
    name: 'a tag left open',
    methods: WRITES,
    spoil: inHtml('<b>Đã nộp'),
    refusal: bad('can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
  },
  {
    name: 'a misspelt parse mode',
    methods: WRITES,
    spoil: set({ parse_mode: 'HMTL' }),
    refusal: bad('unsupported parse_mode'),
  },
  {
    name: 'data of 65 bytes',
    methods: WRITES,
    spoil: onButton((button) => Object.assign(button, { callback_data: `${'ế'.repeat(21)}ab` })),
    refusal: bad('BUTTON_DATA_INVALID'),
  },
  {
    name: 'a button without words',
    methods: WRITES,
    spoil: onButton((button) => Reflect.deleteProperty(button, 'text')),
    refusal: bad(`${cantParse}Can't find field "text"`),
  },
  {
    name: 'a button that does nothing',
    methods: WRITES,
    spoil: onButton((button) => Object.assign(button, { callback_data: '', url: '' })),
    refusal: bad(`${cantParse}Text buttons are unallowed in the inline keyboard`),
  },
  {
    name: 'a keyboard without rows',
    methods: WRITES,
    spoil: (parameters) =>
      parameters.reply_markup === undefined
        ? undefined
        : { ...parameters, reply_markup: { inline_keyboard: [{ text: 'x', callback_data: 'a' }] } },
    refusal: bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
  },
  {
    name: 'another message',
    methods: /^editMessageText$/,
    spoil: set({ message_id: 987_654 }),
    refusal: bad('message to edit not found'),
  },
  { name: 'no chat', methods: IN_CHAT, spoil: set({ chat_id: undefined }), refusal: bad('chat_id is empty') },
  { name: 'another chat', methods: IN_CHAT, spoil: set({ chat_id: 12_345 }), refusal: bad('chat not found') },
  {
    name: 'a topic of no forum',
    methods: /^sendMessage$/,
    spoil: set({ message_thread_id: 4711 }),
    refusal: bad('message thread not found'),
  },
  {
    name: 'a reply to nothing',
    methods: /^sendMessage$/,
    spoil: set({ reply_parameters: { message_id: 987_654 } }),
    refusal: bad('message to be replied not found'),
  },
  {
    name: 'a caption too long',
    methods: CAPTIONED,
    spoil: set({ caption: 'a'.repeat(1025) }),
    refusal: bad('message caption is too long'),
  },
  {
    name: 'no photo',
    methods: /^sendPhoto$/,
    spoil: set({ photo: undefined }),
    refusal: bad('there is no photo in the request'),
  },
  {
    name: 'another tap',
    methods: /^answerCallbackQuery$/,
    spoil: set({ callback_query_id: '42' }),
    refusal: bad('query is too old and response timeout expired or query ID is invalid'),
  },
  {
    name: 'a second answer',
    methods: /^answerCallbackQuery$/,
    spoil: (parameters) => ({ ...parameters }),
    refusal: bad('query is too old and response timeout expired or query ID is invalid'),
  },
  {
    name: 'an answer too long',
    methods: /^answerCallbackQuery$/,
    spoil: set({ text: 'a'.repeat(201) }),
    refusal: bad('MESSAGE_TOO_LONG'),
  },
  {
    name: 'a command with marks',
    methods: /^setMyCommands$/,
    spoil: set({ commands: [{ command: 'nộp', description: 'x' }] }),
    refusal: bad('BOT_COMMAND_INVALID'),
  },
  {
    name: 'a scope of no kind',
    methods: /^setMyCommands$/,
    spoil: set({ scope: { type: 'everyone' } }),
    refusal: bad("can't parse BotCommandScope: Unsupported type specified"),
  },
  {
    name: 'an unknown parameter',
    methods: ALL,
    spoil: set({ parsemode: 'HTML' }),
    refusal: [400, 'unknown parameter "parsemode"'],
  },
]
