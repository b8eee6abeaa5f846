import { isIn } from '../chat-access.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { Message } from '../types.ts'
import type { Group } from '../world-state.ts'

/**
 * Tells whether the bot gets to see a message of a group in privacy mode: commands, replies to it,
 * mentions of it by command and service messages; as an administrator everything.
 */
export function botSees(world: TelegramWorld, group: Group, message: Message): boolean {
  const { bot } = world.state
  if (!isIn(group, bot.id)) return false
  if (group.members.get(bot.id) === 'administrator') return true
  if (isService(message)) return true
  if (message.reply_to_message?.from.id === bot.id) return true
  return namesBotByCommand(message, bot.username ?? '')
}

function isService(message: Message): boolean {
  return (
    message.new_chat_members !== undefined ||
    message.left_chat_member !== undefined ||
    message.migrate_to_chat_id !== undefined ||
    message.migrate_from_chat_id !== undefined
  )
}

function namesBotByCommand(message: Message, username: string): boolean {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const commands = entities.filter(({ type }) => type === 'bot_command')
  return commands.some(({ offset, length }) => {
    const [, addressee] = text.slice(offset, offset + length).split('@')
    return addressee === undefined ? offset === 0 : addressee.toLowerCase() === username.toLowerCase()
  })
}
