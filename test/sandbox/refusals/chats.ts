import { type TestSandbox, WORLD } from '../harness.ts'
import { BRIEF, type Refusals, SERVER } from './refusal.ts'

const BLOCKING = 2001
const DELETED = 2002
const ONLY_IN_GROUP = 2003
const KICKED = -3001
const LEFT = -3002
const REMOVED = -3003
const UPGRADED = -3004
const KICKED_SUPERGROUP = -1_003_001
const LEFT_SUPERGROUP = -1_003_002
const NEVER_IN = -1_003_003
const SILENCED = -1_003_004
const FORUM = -1_003_005
export const UPGRADED_TO = -1_003_104

const person = (telegramId: number) => ({
  telegramId,
  firstName: `P${telegramId}`,
  language: 'vi',
  note: { vi: '', en: '' },
  featured: false,
  isStarted: telegramId !== ONLY_IN_GROUP,
})
const group = (chatId: number, hasBot = true) => ({
  chatId,
  title: `G${chatId}`,
  type: chatId < -1_000_000 ? ('supergroup' as const) : ('group' as const),
  members: [BLOCKING, ONLY_IN_GROUP],
  admins: [BLOCKING],
  hasBot,
})
const IN_GROUPS = [KICKED, LEFT, REMOVED, UPGRADED, KICKED_SUPERGROUP, LEFT_SUPERGROUP, SILENCED, FORUM]

/** The sample world with people and groups that will refuse the bot. */
export const REFUSING_WORLD = {
  ...WORLD,
  persons: [...WORLD.persons, ...[BLOCKING, DELETED, ONLY_IN_GROUP].map(person)],
  groups: [...WORLD.groups, ...IN_GROUPS.map((chatId) => group(chatId)), group(NEVER_IN, false)],
}

/** Lets them refuse; in the forum topic 1 is open, topic 2 closed. */
export async function turnAway({ control }: TestSandbox): Promise<void> {
  await control('block', { personId: BLOCKING })
  await control('deactivate', { personId: DELETED })
  for (const [chatId, status] of [
    [KICKED, 'kicked'],
    [LEFT, 'left'],
    [KICKED_SUPERGROUP, 'kicked'],
    [LEFT_SUPERGROUP, 'left'],
  ])
    await control('members', { chatId, userId: 'bot', status })
  await control('delete-group', { chatId: REMOVED })
  await control('upgrade', { chatId: UPGRADED, newChatId: UPGRADED_TO })
  await control('restrict', { chatId: SILENCED })
  await control('topics', { chatId: FORUM, name: 'Tiến độ' })
  const { threadId } = await control('topics', { chatId: FORUM, name: 'Cũ' })
  await control('topics', { chatId: FORUM, threadId, closed: true })
}

const send = (chat_id: unknown, rest: object = {}) => ({ chat_id, text: 'x', ...rest })
const upgraded = 'group chat was upgraded to a supergroup chat'

export const CHATS: readonly Refusals[] = [
  {
    source: `${BRIEF}, ${SERVER}`,
    method: 'sendMessage',
    code: 403,
    rows: [
      ['a person who has blocked the bot', send(BLOCKING), 'bot was blocked by the user'],
      ['a deleted account', send(DELETED), 'user is deactivated'],
      ['a person met in a group only', send(ONLY_IN_GROUP), "bot can't initiate conversation with a user"],
      ['a group that removed the bot', send(KICKED), 'bot was kicked from the group chat'],
      ['a group the bot has left', send(LEFT), 'bot is not a member of the group chat'],
      ['a deleted group', send(REMOVED), 'the group chat was deleted'],
      [
        'a supergroup that removed the bot',
        send(KICKED_SUPERGROUP),
        'bot was kicked from the supergroup chat',
      ],
      ['a supergroup the bot has left', send(LEFT_SUPERGROUP), 'bot is not a member of the supergroup chat'],
    ],
  },
  {
    source: `${BRIEF}, ${SERVER}`,
    method: 'sendMessage',
    code: 400,
    rows: [
      ['an unknown chat', send(5), 'chat not found'],
      ['a chat id of letters', send('abc'), 'chat not found'],
      ['an unknown username', send('@nobody_here'), 'chat not found'],
      ['a group the bot was never in', send(NEVER_IN), 'chat not found'],
      [
        'a group where it may not write',
        send(SILENCED),
        'not enough rights to send text messages to the chat',
      ],
      ['a group that was upgraded', send(UPGRADED), upgraded],
      ['a topic that is not there', send(FORUM, { message_thread_id: 99 }), 'message thread not found'],
      ['a closed topic', send(FORUM, { message_thread_id: 2 }), 'TOPIC_CLOSED'],
    ],
  },
  {
    source: SERVER,
    method: 'getChatMemberCount',
    code: 400,
    rows: [['an upgraded group', { chat_id: UPGRADED }, upgraded]],
  },
  {
    source: SERVER,
    method: 'editMessageText',
    code: 403,
    rows: [
      [
        'in a group that removed the bot',
        send(KICKED, { message_id: 1 }),
        'bot was kicked from the group chat',
      ],
    ],
  },
  {
    source: 'td/telegram/ForumTopicManager.cpp',
    method: 'createForumTopic',
    code: 400,
    rows: [
      [
        'in a group that is no forum',
        { chat_id: SILENCED, name: 'x' },
        'not enough rights to send text messages to the chat',
      ],
      ['without a name', { chat_id: FORUM }, 'parameter "name" is required'],
      ['without the right to', { chat_id: FORUM, name: 'x' }, 'not enough rights to manage topics'],
    ],
  },
]
