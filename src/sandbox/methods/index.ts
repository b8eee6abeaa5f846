import { ANSWER_METHODS } from './answer.ts'
import { CHAT_METHODS } from './chats.ts'
import { EDIT_METHODS } from './edit.ts'
import type { Method, MethodTable } from './method.ts'
import { PROFILE_METHODS } from './profile.ts'
import { SEND_METHODS } from './send.ts'
import { UPDATE_METHODS } from './updates.ts'

const METHODS: MethodTable = {
  ...UPDATE_METHODS,
  ...SEND_METHODS,
  ...EDIT_METHODS,
  ...ANSWER_METHODS,
  ...PROFILE_METHODS,
  ...CHAT_METHODS,
}

const BY_NAME = new Map(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]),
)

/** Returns a method by its name in any case, with the name as Telegram writes it. */
export const findMethod = (name: string): { name: string; method: Method } | undefined =>
  BY_NAME.get(name.toLowerCase())
