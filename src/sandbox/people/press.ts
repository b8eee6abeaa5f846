import { randomInt } from 'node:crypto'
import { findMessage } from '../chat-access.ts'
import { ControlError } from '../errors.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { InlineButton, Message } from '../types.ts'
import { getActing } from './acting.ts'

export interface PressWish {
  personId?: unknown
  chatId?: unknown
  /** Newest message with such a button when missing. */
  messageId?: unknown
  /** The button's callback data, or its text. */
  data?: unknown
  text?: unknown
}

export interface Pressed {
  callbackId: string
  updateId: number | null
  messageId: number
  data: string
}

/** Taps an inline button as a person; the tap spins until the bot answers. Throws: ControlError without such a button. */
export function pressButton(world: TelegramWorld, wish: PressWish): Pressed {
  const acting = getActing(world, wish)
  const { message, button } = findButton(world, acting.chat.id, wish)
  const data = button.callback_data
  if (data === undefined) throw new ControlError(`the button "${button.text}" has no callback data`)
  const id = `${acting.from.id}${String(randomInt(1_000_000_000)).padStart(9, '0')}`
  const messageId = message.message_id
  const callback = { id, personId: acting.from.id, chatId: acting.chat.id, messageId, data }
  world.record({ kind: 'callback', callback: { ...callback, pressedAt: world.clock.now() } })
  const chat_instance = String(Math.abs(acting.chat.id) * 7)
  const update = world.pushUpdate({ callback_query: { id, from: acting.from, message, chat_instance, data } })
  return { callbackId: id, updateId: update?.update_id ?? null, messageId, data }
}

function findButton(
  world: TelegramWorld,
  chatId: number,
  wish: PressWish,
): { message: Message; button: InlineButton } {
  const log = world.state.logs.get(chatId)
  const named = wish.messageId === undefined ? undefined : findMessage(world, chatId, Number(wish.messageId))
  const messages = wish.messageId === undefined ? [...(log?.messages.values() ?? [])].reverse() : [named]
  for (const message of messages) {
    const button = message?.reply_markup?.inline_keyboard.flat().find((each) => fits(each, wish))
    if (message !== undefined && button !== undefined) return { message, button }
  }
  throw new ControlError(`no button ${JSON.stringify(wish.data ?? wish.text)} in chat ${chatId}`, 404)
}

function fits(button: InlineButton, { data, text }: PressWish): boolean {
  return data === undefined ? button.text === text : button.callback_data === data
}
