import type { Message } from './types.ts'
import type { WorldEvent } from './world-event.ts'
import { logOf, newGroup, type WorldState } from './world-state.ts'

const REMEMBERED_UPDATES = 200

type Appliers = {
  [K in WorldEvent['kind']]?: (state: WorldState, event: Extract<WorldEvent, { kind: K }>) => void
}

const APPLIERS: Appliers = {
  message: (state, { message }) => {
    const log = logOf(state, message.chat.id)
    log.messages.set(message.message_id, message)
    log.lastMessageId = Math.max(log.lastMessageId, message.message_id)
    noteHeard(state, message)
  },
  edit: (state, { chatId, messageId, message }) => {
    logOf(state, chatId).messages.set(messageId, message)
    noteHeard(state, message)
  },
  act: (state, { act }) => {
    state.acts.push({ ...act })
  },
  group: (state, { chatId, title, creatorId, memberIds }) => {
    const group = {
      chatId,
      title,
      type: 'group' as const,
      members: memberIds,
      admins: [creatorId],
      hasBot: true,
    }
    state.groups.set(chatId, newGroup(group, state.bot.id))
  },
  delete: (state, { chatId, messageId }) => {
    logOf(state, chatId).messages.delete(messageId)
  },
  update: (state, { update, queuedAt }) => {
    state.pending.push({ update, queuedAt })
    state.recentUpdates.push(update)
    if (state.recentUpdates.length > REMEMBERED_UPDATES) state.recentUpdates.shift()
    state.lastUpdateId = update.update_id
  },
  forget: (state, { below }) => {
    state.pending = state.pending.filter(({ update }) => update.update_id >= below)
  },
  delivered: (state, { updateId }) => {
    state.pending = state.pending.filter(({ update }) => update.update_id !== updateId)
  },
  'allowed-updates': (state, { types }) => {
    state.allowedUpdates = types
  },
  callback: (state, { callback }) => {
    state.callbacks.set(callback.id, callback)
  },
  expire: (state, { id }) => {
    const callback = state.callbacks.get(id)
    if (callback !== undefined) callback.pressedAt = 0
  },
  answer: (state, { id }) => {
    state.callbacks.delete(id)
  },
  person: (state, { kind: _kind, personId, ...changes }) => {
    const person = state.persons.get(personId)
    if (person !== undefined) Object.assign(person, pickFlags(changes))
  },
  member: (state, { chatId, userId, status }) => {
    state.groups.get(chatId)?.members.set(userId, status)
  },
  restrict: (state, { chatId, restricted }) => {
    const group = state.groups.get(chatId)
    if (group !== undefined) group.isRestricted = restricted
  },
  upgrade: (state, { chatId, newChatId }) => {
    const group = state.groups.get(chatId)
    if (group === undefined) return
    state.groups.set(newChatId, {
      ...group,
      chatId: newChatId,
      type: 'supergroup',
      members: new Map(group.members),
      topics: new Map(),
    })
    group.migratedTo = newChatId
  },
  topic: (state, { chatId, threadId, name, isClosed }) => {
    state.groups.get(chatId)?.topics.set(threadId, { name, isClosed })
  },
  'group-deleted': (state, { chatId }) => {
    const group = state.groups.get(chatId)
    if (group !== undefined) group.isDeleted = true
  },
  keyboard: (state, { chatId, messageId, keyboard }) => {
    const log = logOf(state, chatId)
    log.frozen.add(messageId)
    if (keyboard === null) delete log.keyboard
    else if (keyboard !== undefined) log.keyboard = keyboard
  },
  read: (state, { chatId, messageId }) => {
    logOf(state, chatId).readUpTo = messageId
  },
  file: (state, { file }) => {
    state.files.set(file.fileId, file)
  },
  commands: (state, { scope, commands }) => {
    if (commands === null) state.commands.delete(scope)
    else state.commands.set(scope, commands)
  },
  profile: (state, { name, value }) => {
    state.profile.set(name, value)
  },
  webhook: (state, { webhook }) => {
    state.webhook = webhook ?? undefined
  },
}

function noteHeard(state: WorldState, message: Message): void {
  const act = state.acts.at(-1)
  const chatId = act?.wish.chatId ?? act?.wish.personId
  if (act === undefined || message.from.id !== state.bot.id || message.chat.id !== Number(chatId)) return
  act.heard = (message.text ?? message.caption ?? '').split('\n')[0] ?? ''
}

function pickFlags(changes: object): object {
  const flags = ['isStarted', 'isBlocked', 'isDeactivated']
  return Object.fromEntries(Object.entries(changes).filter(([name]) => flags.includes(name)))
}

/** Changes the state by one event; kinds that are only remembered (calls, typing, clock) change nothing. */
export function applyEvent(state: WorldState, event: WorldEvent): void {
  const apply = APPLIERS[event.kind] as ((state: WorldState, event: WorldEvent) => void) | undefined
  apply?.(state, event)
}
