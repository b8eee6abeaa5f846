import { type BotChat, findMessage, getWritableChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { Message } from '../types.ts'
import { readMessageIds } from './forward.ts'
import type { MethodContext, MethodTable } from './method.ts'

const DELETABLE_SECONDS = 48 * 60 * 60

function deleteMessage({ world, params }: MethodContext): true {
  if (!params.has('chat_id')) throw badRequest('chat identifier is not specified')
  const messageId = params.integer('message_id') ?? 0
  if (messageId === 0) throw badRequest('message identifier is not specified')
  const target = getWritableChat(world, params)
  const message = findMessage(world, target.chat.id, messageId)
  if (message === undefined) throw badRequest('message to delete not found')
  checkDeletable(world, target, message)
  world.record({ kind: 'delete', chatId: target.chat.id, messageId })
  return true
}

/** Those that are not there are skipped, as Telegram does. */
function deleteMessages({ world, params }: MethodContext): true {
  const ids = readMessageIds(params)
  const target = getWritableChat(world, params)
  const messages = ids.flatMap((id) => findMessage(world, target.chat.id, id) ?? [])
  for (const message of messages) checkDeletable(world, target, message)
  for (const { message_id: messageId } of messages)
    world.record({ kind: 'delete', chatId: target.chat.id, messageId })
  return true
}

function checkDeletable(world: TelegramWorld, target: BotChat, message: Message): void {
  const isOwn = message.from.id === world.state.bot.id
  const mayRemoveOthers =
    !('group' in target) || isAdministrator(target.group.members.get(world.state.bot.id))
  if (!isOwn && !mayRemoveOthers) throw badRequest("message can't be deleted")
  if (world.clock.seconds() - message.date > DELETABLE_SECONDS) {
    throw badRequest("message can't be deleted for everyone")
  }
}

function isAdministrator(status: string | undefined): boolean {
  return status === 'administrator' || status === 'creator'
}

/** The methods that remove messages. */
export const DELETE_METHODS: MethodTable = { deleteMessage, deleteMessages }
