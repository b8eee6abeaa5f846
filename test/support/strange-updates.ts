import type { SeededRandom } from '../../src/domain/seeded-random.ts'

/** Someone who sends what they should not, and what they may be told of others. */
export interface Sender {
  readonly id: number
  /** Groups they are in, besides the private chat; Telegram tells their titles truly. */
  readonly groups: readonly { readonly id: number; readonly title: string }[]
}

export interface Strangeness {
  readonly random: SeededRandom
  readonly senders: readonly Sender[]
  /** Ids, codes and receipts that belong to others. */
  readonly foreign: readonly string[]
  /** What a tap may begin with. */
  readonly prefixes: readonly string[]
  readonly commands: readonly string[]
  /** Stands in every text, so that it is found wherever it should not be. */
  readonly mark: string
}

export type StrangeUpdate = Readonly<Record<string, unknown>> & { readonly update_id: number }

const OTHERS_PHONE = '84000000042'
const DAY = 1_796_600_000

/** Returns a maker of updates of every kind Telegram sends, sound and unsound in what people can make unsound. */
export function createStrangeUpdates({ random, ...world }: Strangeness): () => StrangeUpdate {
  let updateId = 800_000_000
  let messageId = 500_000
  const { pick, whole } = random

  const texts = (most = 4096): string => cut(anyText(), most)
  const anyText = (): string =>
    pick<() => string>([
      () =>
        pick(['', ' ', '\u200b\u200b', '\u202e', '\ufeff', '...', '-', '/', '//', '@', '%', ':', '\n\t\n']),
      () =>
        pick(['a', 'ế', '👨‍👩‍👧‍👦', '9', '"', '<', '\u202e', 'e\u0302\u0301', '\u200d', '\u00a0']).repeat(
          whole(1, 4096),
        ),
      () =>
        `${world.mark} ${pick(['18/21', '12abc', '-5', '1.2.3.4', '∞', '٣٤', '１２', '99999999999999999999', '1e9', '0x1F'])}`,
      () =>
        pick(['18/21', '0', 'có', 'chưa', 'không', 'như kỳ trước', '95,5', '1.234', '12 000 000 000 000']),
      () =>
        `${world.mark} <b>đậm</b> <script>alert(1)</script> </pre> &lt; &#x0; <a href="tg://user?id=1">x</a>`,
      () => `${world.mark}'; DROP TABLE "Submission"; -- {{name}} $\{process.env} %s __proto__ constructor`,
      () => 'Tiê\u0301ng Viê\u0323t NFD: đa\u0323t chuâ\u0309n quô\u0301c gia năm 2030?',
      () => `\u202e${world.mark}\u2066 هذا نص عربي \u2069 ${'\u0301'.repeat(whole(1, 200))}`,
      () =>
        Array.from(
          { length: whole(2, 60) },
          () => `${pick(['1', '5', 'Đuối nước', 'lạ', '∅'])}: ${pick(['có', '1/2', '9/3', '', 'x'])}`,
        ).join('\n'),
      () => Array.from({ length: whole(2, 40) }, () => pick(['1', '18/21', 'có', '', ' ', 'NaN'])).join('\t'),
      () =>
        `/${pick(world.commands)}${pick(['', '', '@chitieu_demo_bot', '@other_bot'])} ${pick(['', ...world.foreign, '2026', 'QY', world.mark, '-1'])}`,
      () => `/start ${pick(['', 'nop', 'AAAAAAAAAAAAAAAAAAAAAA', '-', '_'.repeat(64), ...world.foreign])}`,
    ])()

  const sender = () => pick(world.senders)
  const userOf = ({ id }: Sender) => ({
    id,
    is_bot: false,
    first_name: pick(['Nga', '<b>Nga</b>', '\u202eagN', 'N'.repeat(64), '']),
    ...(random.next() < 0.5 && { last_name: pick(['Ngô', '</i>', '']) }),
    ...(random.next() < 0.7 && { language_code: pick(['vi', 'en', 'xx', 'en-GB', '']) }),
  })
  const chatOf = ({ id, groups }: Sender) =>
    random.next() < 0.8 || groups.length === 0
      ? { id, type: 'private', first_name: 'Nga' }
      : { ...pick(groups), type: 'supergroup' }
  const file = () => ({
    file_id: `BQ${whole(1, 1e9)}`,
    file_unique_id: `u${whole(1, 1e9)}`,
    file_size: whole(0, 3e9),
  })
  const other = () => ({ id: whole(1, 1e10), is_bot: random.next() < 0.3, first_name: 'Ai đó' })

  const contents = (): Record<string, unknown> =>
    pick<() => Record<string, unknown>>([
      () => ({
        text: texts(),
        entities: [
          {
            type: pick(['bold', 'bot_command', 'text_mention', 'url', 'hashtag']),
            offset: whole(0, 5000),
            length: whole(0, 5000),
          },
        ],
      }),
      () => ({ text: texts() }),
      () => ({ text: texts() }),
      () => ({ text: texts(), forward_origin: { type: 'hidden_user', sender_user_name: 'Ai', date: DAY } }),
      () => ({
        text: texts(),
        reply_to_message: { message_id: whole(1, 99), date: 0, chat: { id: 1, type: 'private' }, text: 'x' },
        quote: { text: 'x', position: 0 },
      }),
      () => ({ text: texts(), via_bot: other(), link_preview_options: { is_disabled: true } }),
      () => ({
        sticker: {
          ...file(),
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      }),
      () => ({ voice: { ...file(), duration: whole(0, 9999) } }),
      () => ({ video_note: { ...file(), length: 240, duration: 3 } }),
      () => ({ video: { ...file(), width: 1, height: 1, duration: 1 }, caption: texts(1024) }),
      () => ({ animation: { ...file(), width: 1, height: 1, duration: 1 }, document: file() }),
      () => ({ audio: { ...file(), duration: 1 }, caption: texts(1024) }),
      () => ({
        photo: [
          { ...file(), width: 90, height: 90 },
          { ...file(), width: 800, height: 800 },
        ],
        media_group_id: '1',
        caption: texts(1024),
      }),
      () => ({ photo: [] }),
      () => ({
        document: {
          ...file(),
          file_name: pick(['a.pdf', '../../x', '', 'ảnh\u202egnp.exe']),
          mime_type: 'application/x-sh',
        },
      }),
      () => ({
        document: {
          ...file(),
          file_name: pick(['b.xlsx', 'B.XLSX', 'c.xls', 'd.ods']),
          file_size: pick([0, 10, 3e6]),
        },
      }),
      () => ({
        contact: { phone_number: OTHERS_PHONE, first_name: 'Ai đó', user_id: whole(5_200_001, 5_200_090) },
      }),
      () => ({
        contact: {
          phone_number: pick([OTHERS_PHONE, '', 'x'.repeat(300), '+', '０１２']),
          first_name: '',
          vcard: 'BEGIN:VCARD',
        },
      }),
      () => ({ location: { latitude: 20.9, longitude: 106.8, live_period: 60 } }),
      () => ({ venue: { location: { latitude: 0, longitude: 0 }, title: '<b>', address: '' } }),
      () => ({
        poll: {
          id: '1',
          question: texts(300),
          options: [{ text: 'a', voter_count: 0 }],
          type: 'quiz',
          is_closed: false,
        },
      }),
      () => ({ dice: { emoji: '🎲', value: whole(1, 6) } }),
      () => ({ game: { title: 'g', description: '', photo: [] } }),
      () => ({ story: { chat: { id: -100, type: 'channel', title: 's' }, id: 1 } }),
      () => ({
        invoice: { title: 'i', description: '', start_parameter: '', currency: 'VND', total_amount: 1 },
      }),
      () => ({
        successful_payment: {
          currency: 'VND',
          total_amount: 1,
          invoice_payload: 'x',
          telegram_payment_charge_id: '1',
          provider_payment_charge_id: '1',
        },
      }),
      () => ({ users_shared: { request_id: 1, users: [{ user_id: 5_200_010 }] } }),
      () => ({ chat_shared: { request_id: 1, chat_id: -1_002_000_000_001 } }),
      () => ({ web_app_data: { data: texts(4096), button_text: 'x' } }),
      () => ({ new_chat_members: [other(), other()] }),
      () => ({ left_chat_member: other() }),
      () => ({ new_chat_title: '<b>mới</b>' }),
      () => ({ new_chat_photo: [] }),
      () => ({ delete_chat_photo: true }),
      () => ({ group_chat_created: true }),
      () => ({ supergroup_chat_created: true }),
      () => ({ pinned_message: { message_id: 0, date: 0, chat: { id: 1, type: 'private' } } }),
      () => ({ message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } }),
      () => ({
        forum_topic_created: { name: 'x', icon_color: 0 },
        message_thread_id: 5,
        is_topic_message: true,
      }),
      () => ({ video_chat_started: {} }),
      () => ({ video_chat_participants_invited: { users: [other()] } }),
      () => ({ proximity_alert_triggered: { traveler: other(), watcher: other(), distance: 1 } }),
      () => ({ boost_added: { boost_count: 1 } }),
      () => ({ chat_background_set: { type: { type: 'fill' } } }),
      () => ({ giveaway: { chats: [], winners_selection_date: 1, winner_count: 1 } }),
      () => ({ write_access_allowed: { from_request: true } }),
      () => ({ connected_website: 'example.org' }),
      () => ({ passport_data: { data: [], credentials: { data: '', hash: '', secret: '' } } }),
      () => ({ paid_media: { star_count: 1, paid_media: [] } }),
      () => ({ something_of_next_year: { deep: { deeper: [[[{}]]] } } }),
      () => ({}),
    ])()

  const message = (from = sender()) => ({
    message_id: ++messageId,
    date: DAY + (updateId % 100_000),
    from: userOf(from),
    chat: chatOf(from),
    ...contents(),
  })
  const tapData = (): string =>
    pick<() => string>([
      () => [pick(world.prefixes), pick(ACTIONS), pick(world.foreign)].join(':'),
      () => [pick(world.prefixes), pick(ACTIONS), String(whole(0, 3)), pick(world.foreign)].join(':'),
      () => [pick(world.prefixes), pick(world.foreign), pick(['2026', '0', ''])].join(':'),
      () => `f:${pick(['0', '1', '11', '-1', '99', 'x', ''])}:${pick(ACTIONS)}`,
      () => pick(world.prefixes),
      () =>
        pick([
          '',
          ':',
          '::::::::',
          'zz:1:2',
          '💥',
          '\u0301',
          'd:row:NaN:x',
          'x'.repeat(64),
          `n:qy-annual:2026:${pick(world.foreign)}`,
        ]),
    ])().slice(0, 64)
  const tap = (from = sender()) => {
    const chat = chatOf(from)
    const on = pick<() => Record<string, unknown>>([
      () => ({ message: { message_id: whole(1, 50), date: DAY, chat, text: 'x' } }),
      () => ({ message: { message_id: whole(1, 50), date: 0, chat } }),
      () => ({ inline_message_id: 'AAA' }),
      () => ({ message: { message_id: 1, date: DAY, chat, text: 'x' }, game_short_name: 'g' }),
    ])()
    const data = 'game_short_name' in on ? {} : { data: tapData() }
    return { id: String(updateId), from: userOf(from), chat_instance: '1', ...on, ...data }
  }
  const member = (chat: object, status: string) => {
    const from = userOf(sender())
    return {
      chat,
      from,
      date: DAY,
      old_chat_member: { user: from, status: 'left' },
      new_chat_member: { user: from, status },
    }
  }
  const unknownGroup = () => ({
    id: -whole(1e9, 2e9),
    type: pick(['group', 'supergroup']),
    title: '<b>lạ</b>',
  })

  const kinds: readonly (() => Record<string, unknown>)[] = [
    ...Array.from({ length: 12 }, () => () => ({ message: message() })),
    ...Array.from({ length: 8 }, () => () => ({ callback_query: tap() })),
    () => ({ edited_message: { ...message(), edit_date: DAY } }),
    () => ({ edited_message: { ...message(), edit_date: DAY } }),
    () => ({
      channel_post: { ...message(), from: undefined, chat: { id: -1_009, type: 'channel', title: 'k' } },
    }),
    () => ({ edited_channel_post: { ...message(), chat: { id: -1_009, type: 'channel', title: 'k' } } }),
    () => ({ message: { ...message(), chat: unknownGroup() } }),
    () => ({ message: { ...message(), from: undefined, sender_chat: unknownGroup(), chat: unknownGroup() } }),
    () => ({ business_message: { ...message(), business_connection_id: 'b' } }),
    () => ({ inline_query: { id: '1', from: userOf(sender()), query: texts(256), offset: '' } }),
    () => ({ chosen_inline_result: { result_id: '1', from: userOf(sender()), query: '' } }),
    () => ({
      shipping_query: { id: '1', from: userOf(sender()), invoice_payload: '', shipping_address: {} },
    }),
    () => ({
      pre_checkout_query: {
        id: '1',
        from: userOf(sender()),
        currency: 'VND',
        total_amount: 1,
        invoice_payload: '',
      },
    }),
    () => ({ poll: { id: '1', question: 'x', options: [], is_closed: true } }),
    () => ({ poll_answer: { poll_id: '1', user: userOf(sender()), option_ids: [0] } }),
    () => ({
      my_chat_member: member(
        unknownGroup(),
        pick(['member', 'administrator', 'kicked', 'left', 'restricted']),
      ),
    }),
    () => ({ chat_member: member(unknownGroup(), 'member') }),
    () => ({
      chat_join_request: { chat: unknownGroup(), from: userOf(sender()), user_chat_id: 1, date: DAY },
    }),
    () => ({
      message_reaction: {
        chat: unknownGroup(),
        message_id: 1,
        date: DAY,
        old_reaction: [],
        new_reaction: [],
      },
    }),
    () => ({ chat_boost: { chat: unknownGroup(), boost: {} } }),
    () => ({ something_of_next_year: { from: userOf(sender()) } }),
    () => ({}),
  ]
  return () => ({ update_id: ++updateId, ...pick(kinds)() })
}

/** Telegram sends no half of a character. */
const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('')

/** The words buttons are told apart by, and words they are not. */
const ACTIONS = [
  ...['card', 'edit', 'view', 'go', 'row', 'reopen', 'submit', 'done', 'later', 'delete', 'list', 'open'],
  ...[
    'accept',
    'confirm',
    'undo',
    'return',
    'clean',
    'approve',
    'revoke',
    'yes',
    'no',
    'none',
    'last',
    'back',
  ],
  ...[
    'again',
    'skip',
    'pick-0',
    'pick-9',
    'degree-1',
    'zero',
    'lock',
    'give',
    'take',
    'end',
    'to',
    'ask',
    'grant',
  ],
  ...['vi', 'en', '*', '0', '-1', '__proto__', 'constructor', 'toString', ''],
]
