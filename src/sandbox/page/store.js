/** What the page knows; views read it, only `refresh` and the listeners in app.js write it. */
export const store = {
  state: {
    persons: [],
    groups: [],
    bot: { id: 0, username: '' },
    now: new Date().toISOString(),
    dueDates: [],
  },
  /** Real moment at which `state.now` was true, to let the clock tick. */
  stateAt: Date.now(),
  chatId: null,
  /** Who writes in a group, by chat id. */
  writers: new Map(),
  chat: { messages: [], keyboard: null },
  commands: [],
  /** Taps the bot has not answered: callback id → key of the button. */
  taps: new Map(),
  /** Chat id → real moment until which the bot is shown typing. */
  typing: new Map(),
  sent: new Map(),
  isConnected: true,
}

export const simulatedNow = () => Date.parse(store.state.now) + (Date.now() - store.stateAt)
export const isGroup = (chatId) => chatId !== null && chatId < 0
export const personOf = (id) => store.state.persons.find((person) => person.telegramId === id)
export const groupOf = (chatId) => store.state.groups.find((group) => group.chatId === chatId)
export const fullName = (person) => [person.firstName, person.lastName].filter(Boolean).join(' ')
export const botStatusIn = (group) =>
  group.members.find((member) => member.userId === store.state.bot.id)?.status ?? 'left'
export const isInside = (status) => status !== 'left' && status !== 'kicked'

/** Returns the id of the person acting in the open chat; undefined in a group without people. */
export function actingId() {
  if (!isGroup(store.chatId)) return store.chatId
  const people = peopleIn(groupOf(store.chatId))
  const chosen = store.writers.get(store.chatId)
  return people.includes(chosen) ? chosen : people[0]
}

export const peopleIn = (group) =>
  (group?.members ?? [])
    .filter(({ userId, status }) => isInside(status) && userId !== store.state.bot.id)
    .map(({ userId }) => userId)

async function readJson(response) {
  const body = await response.json()
  if (!response.ok) throw new Error(body.error ?? response.statusText)
  return body
}

export const get = async (path) => readJson(await fetch(`/sandbox/${path}`))

export const post = async (action, body) =>
  readJson(
    await fetch(`/sandbox/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )

/** Reads the state and the open chat anew. */
export async function refresh() {
  const { chatId } = store
  const writer = actingId()
  const wanted = chatId === null ? [] : [get(`chats/${chatId}`)]
  if (chatId !== null && writer !== undefined)
    wanted.push(get(`commands?personId=${writer}&chatId=${chatId}`))
  const [state, chat, commands] = await Promise.all([get('state'), ...wanted])
  store.state = state
  store.stateAt = Date.now()
  if (chatId !== store.chatId) return
  store.chat = chat ?? { messages: [], keyboard: null }
  store.commands = commands ?? []
}
