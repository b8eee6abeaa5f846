import { getJson } from './server.js'

/** One column with a chat in it. */
const newPane = () => ({
  chatId: null,
  /** Oldest first; earlier ones are fetched when scrolled to. */
  messages: [],
  hasEarlier: false,
  keyboard: null,
  commands: [],
  /** Number of the last ledger entry that `messages` knows. */
  revision: 0,
  /** Entries heard while messages are being read; null when none are. */
  late: null,
  /** Who writes in a group; the first who may when undefined. */
  writerId: undefined,
  /** Topic one writes in; null is none. */
  threadId: null,
  /** What the next text does: `{ kind: 'reply' | 'edit', message }`. */
  aim: null,
})

/** What the page knows. */
export const store = {
  state: {
    persons: [],
    groups: [],
    bot: { id: 0, username: '' },
    now: new Date().toISOString(),
    dueDates: [],
    faults: [],
    sessions: [],
  },
  /** Real moment at which `state.now` was true, to let the clock tick. */
  stateAt: Date.now(),
  panes: [newPane(), newPane()],
  /** Place of the pane that the list opens chats in. */
  active: 0,
  isSplit: false,
  /** Taps the bot has not answered: callback id → key of the button. */
  taps: new Map(),
  /** Chat id → real moment until which the bot is shown typing. */
  typing: new Map(),
  sent: new Map(),
  isConnected: true,
}

export const simulatedNow = () => Date.parse(store.state.now) + (Date.now() - store.stateAt)
export const shownPanes = () => store.panes.slice(0, store.isSplit ? 2 : 1)
export const activePane = () => store.panes[store.isSplit ? store.active : 0]
export const isGroup = (chatId) => chatId !== null && chatId < 0
export const personOf = (id) => store.state.persons.find((person) => person.telegramId === id)
export const groupOf = (chatId) => store.state.groups.find((group) => group.chatId === chatId)
export const fullName = (person) => [person.firstName, person.lastName].filter(Boolean).join(' ')
export const botStatusIn = (group) =>
  group.members.find((member) => member.userId === store.state.bot.id)?.status ?? 'left'
export const isInside = (status) => status !== 'left' && status !== 'kicked'
export const isRow = (chatId) => chatId !== null && (personOf(chatId) ?? groupOf(chatId)) !== undefined

/** Returns the id of the person acting in a pane's chat; undefined in a group without people. */
export function actingId(pane) {
  if (!isGroup(pane.chatId)) return pane.chatId
  const people = peopleIn(groupOf(pane.chatId))
  return people.includes(pane.writerId) ? pane.writerId : people[0]
}

export const peopleIn = (group) =>
  (group?.members ?? [])
    .filter(({ userId, status }) => isInside(status) && userId !== store.state.bot.id)
    .map(({ userId }) => userId)

/** Reads the state anew. */
export async function refreshState() {
  store.state = await getJson('state')
  store.stateAt = Date.now()
}

/** Loads a chat into a pane; null empties it. */
export async function loadPane(pane, chatId) {
  Object.assign(pane, newPane(), { chatId, writerId: pane.writerId })
  if (chatId === null) return
  await reloadPane(pane)
  await loadCommands(pane)
}

/** Reads a pane's messages anew: some may have been missed. */
export async function reloadPane(pane) {
  const { chatId } = pane
  if (chatId === null) return
  const late = []
  pane.late = late
  const { messages, hasEarlier, keyboard, revision } = await getJson(`chats/${chatId}`)
  if (pane.chatId !== chatId || pane.late !== late) return
  Object.assign(pane, { messages, hasEarlier, keyboard, revision, late: null })
  for (const entry of late) applyToPane(pane, entry)
}

/** Reads the command menu of whoever writes in the pane. */
export async function loadCommands(pane) {
  const { chatId } = pane
  const writer = actingId(pane)
  if (chatId === null || writer === undefined) return
  const commands = await getJson(`commands?personId=${writer}&chatId=${chatId}`)
  if (pane.chatId === chatId && actingId(pane) === writer) pane.commands = commands
}

/** Puts the messages before the first into the pane. */
export async function loadEarlier(pane) {
  const { chatId, messages } = pane
  if (!pane.hasEarlier || messages.length === 0) return
  pane.hasEarlier = false
  const chat = await getJson(`chats/${chatId}?before=${messages[0].message_id}`)
  if (pane.chatId !== chatId) return
  pane.messages = [...chat.messages, ...pane.messages]
  pane.hasEarlier = chat.hasEarlier
}

/** Lets a pane know of a ledger entry. */
export function applyToPane(pane, entry) {
  const chatId = entry.message?.chat.id ?? entry.chatId
  if (chatId !== pane.chatId || pane.chatId === null) return
  if (pane.late !== null) {
    pane.late.push(entry)
    return
  }
  if (entry.seq <= pane.revision) return
  pane.revision = entry.seq
  if (entry.kind === 'message') pane.messages.push(entry.message)
  if (entry.kind === 'keyboard' && entry.keyboard !== undefined) pane.keyboard = entry.keyboard
  if (entry.kind === 'delete')
    pane.messages = pane.messages.filter(({ message_id: id }) => id !== entry.messageId)
  if (entry.kind !== 'edit') return
  const place = pane.messages.findIndex(({ message_id: id }) => id === entry.messageId)
  if (place !== -1) pane.messages[place] = entry.message
}
