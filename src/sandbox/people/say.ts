import { findMessage } from '../chat-access.ts'
import { ControlError } from '../errors.ts'
import { documentOf, photoOf, storeFile } from '../file-store.ts'
import { findEntities, lengthOf, TEXT_LIMIT } from '../message-text.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { Message } from '../types.ts'
import { logOf } from '../world-state.ts'
import { type Acting, draftMessage, getActing, getPerson } from './acting.ts'
import { botSees } from './privacy.ts'

export interface Wish {
  personId?: unknown
  chatId?: unknown
  replyTo?: unknown
  /** A topic of a forum. */
  threadId?: unknown
}

type Said = Partial<Omit<Message, 'message_id' | 'from' | 'chat' | 'date'>>

/** Telegram's stand-in for administrators who write in the name of their group. */
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }

/** What a person did and the update it became; no update when the bot may not see it. */
export interface Outcome {
  message: Message
  updateId: number | null
}

/** Sends a text as a person. Throws: ControlError. */
export function sayText(world: TelegramWorld, wish: Wish & { text?: unknown; anonymous?: unknown }): Outcome {
  const acting = getActing(world, wish)
  const text = String(wish.text ?? '').trim()
  if (text === '' || lengthOf(text) > TEXT_LIMIT)
    throw new ControlError(`a text has 1 to ${TEXT_LIMIT} characters`)
  const entities = findEntities(text)
  return put(world, acting, wish, entities.length === 0 ? { text } : { text, entities })
}

/** Opens the private chat as a START link does. Throws: ControlError for a payload no link can carry. */
export function sayStart(world: TelegramWorld, wish: Wish & { payload?: unknown }): Outcome {
  const payload = String(wish.payload ?? '')
  if (!/^[A-Za-z0-9_-]{0,64}$/.test(payload))
    throw new ControlError('a start payload has up to 64 of A-Z a-z 0-9 _ -')
  const personId = wish.personId
  return sayText(world, { personId, text: payload === '' ? '/start' : `/start ${payload}` })
}

/** Shares a phone number; one's own unless `contactOf` names another person. Throws: ControlError. */
export function shareContact(world: TelegramWorld, wish: Wish & { contactOf?: unknown }): Outcome {
  const acting = getActing(world, wish)
  const subject = wish.contactOf === undefined ? acting.person : getPerson(world, wish.contactOf)
  if (subject.phone === undefined) throw new ControlError('this person has no phone number in the world file')
  const named = subject.lastName === undefined ? {} : { last_name: subject.lastName }
  const contact = { phone_number: subject.phone.replace(/^\+/, ''), first_name: subject.firstName, ...named }
  return put(world, acting, wish, { contact: { ...contact, user_id: subject.telegramId } })
}

export interface FileWish extends Wish {
  contentBase64?: unknown
  fileName?: unknown
  mimeType?: unknown
  caption?: unknown
}

/** Sends a photo or document as a person. Throws: ControlError; ApiError for a picture Telegram would not take. */
export function sendFileAs(world: TelegramWorld, wish: FileWish, kind: 'photo' | 'document'): Outcome {
  const acting = getActing(world, wish)
  const upload = {
    name: String(wish.fileName ?? (kind === 'photo' ? 'photo.jpg' : 'document.bin')),
    mimeType: String(wish.mimeType ?? (kind === 'photo' ? 'image/jpeg' : 'application/octet-stream')),
    content: Buffer.from(String(wish.contentBase64 ?? ''), 'base64'),
  }
  const file = storeFile(world, upload, kind)
  const media = kind === 'photo' ? { photo: photoOf(file) } : { document: documentOf(file) }
  const caption = String(wish.caption ?? '').trim()
  const entities = findEntities(caption)
  const marked = entities.length === 0 ? {} : { caption_entities: entities }
  return put(world, acting, wish, { ...media, ...(caption === '' ? {} : { caption, ...marked }) })
}

/** Forwards a message the person can see to another chat. Throws: ControlError. */
export function forwardAs(
  world: TelegramWorld,
  wish: Wish & { fromChatId?: unknown; messageId?: unknown },
): Outcome {
  const from = getActing(world, { personId: wish.personId, chatId: wish.fromChatId })
  const source = findMessage(world, from.chat.id, Number(wish.messageId))
  if (source === undefined) throw new ControlError('no such message in that chat', 404)
  const { text, entities, caption, caption_entities, photo, document, contact } = source
  const said = { text, entities, caption, caption_entities, photo, document, contact }
  const origin = source.forward_origin ?? {
    type: 'user' as const,
    sender_user: source.from,
    date: source.date,
  }
  const kept = Object.entries(said).filter(([, value]) => value !== undefined)
  return put(world, getActing(world, wish), wish, { ...Object.fromEntries(kept), forward_origin: origin })
}

/** Changes a text a person sent before. Throws: ControlError. */
export function editOwnText(
  world: TelegramWorld,
  wish: Wish & { messageId?: unknown; text?: unknown },
): Outcome {
  const acting = getActing(world, wish)
  const old = findMessage(world, acting.chat.id, Number(wish.messageId))
  if (old?.from.id !== acting.from.id || old.text === undefined)
    throw new ControlError('no such text of this person')
  const text = String(wish.text ?? '').trim()
  const { entities: _old, ...rest } = old
  const entities = findEntities(text)
  const marked = entities.length === 0 ? {} : { entities }
  const message: Message = { ...rest, text, ...marked, edit_date: world.clock.seconds() }
  world.record({ kind: 'edit', chatId: acting.chat.id, messageId: old.message_id, message })
  const isSeen = acting.group === undefined || botSees(world, acting.group, message)
  const update = isSeen ? world.pushUpdate({ edited_message: message }) : undefined
  return { message, updateId: update?.update_id ?? null }
}

function put(
  world: TelegramWorld,
  acting: Acting,
  wish: Wish & { anonymous?: unknown },
  said: Said,
): Outcome {
  const message: Message = {
    ...draftMessage(world, acting),
    ...topicOf(acting, wish),
    ...replyOf(world, acting, wish),
    ...said,
  }
  if (wish.anonymous === true && acting.group !== undefined) {
    message.from = ANONYMOUS
    message.sender_chat = acting.chat
  }
  world.record({ kind: 'message', message })
  if (acting.group === undefined) openPrivateChat(world, acting)
  const isSeen = acting.group === undefined || botSees(world, acting.group, message)
  const update = isSeen ? world.pushUpdate({ message }) : undefined
  return { message, updateId: update?.update_id ?? null }
}

function topicOf({ group }: Acting, { threadId }: Wish): Partial<Message> {
  if (threadId === undefined) return {}
  const topic = group?.topics.get(Number(threadId))
  if (topic === undefined) throw new ControlError(`no topic ${String(threadId)} in this chat`, 404)
  if (topic.isClosed) throw new ControlError('this topic is closed')
  return { message_thread_id: Number(threadId), is_topic_message: true }
}

function replyOf(
  world: TelegramWorld,
  { chat }: Acting,
  { replyTo }: Wish,
): Pick<Message, 'reply_to_message'> {
  if (replyTo === undefined) return {}
  const replied = findMessage(world, chat.id, Number(replyTo))
  if (replied === undefined) throw new ControlError(`no message ${String(replyTo)} in this chat`)
  const { reply_to_message: _deeper, ...shallow } = replied
  return { reply_to_message: shallow }
}

function openPrivateChat(world: TelegramWorld, { person, chat }: Acting): void {
  if (!person.isStarted) world.record({ kind: 'person', personId: person.telegramId, isStarted: true })
  const log = logOf(world.state, chat.id)
  if (log.keyboard?.one_time_keyboard === true) {
    world.record({ kind: 'keyboard', chatId: chat.id, messageId: 0, keyboard: null })
  }
}
