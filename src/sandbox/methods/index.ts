import { ANSWER_METHODS } from './answer.ts'
import { CHAT_METHODS } from './chats.ts'
import { DELETE_METHODS } from './delete.ts'
import { EDIT_METHODS } from './edit.ts'
import { FORWARD_METHODS } from './forward.ts'
import type { MethodTable } from './method.ts'
import { PROFILE_METHODS } from './profile.ts'
import { SEND_METHODS } from './send.ts'
import { TOPIC_METHODS } from './topics.ts'
import { UPDATE_METHODS } from './updates.ts'

/** The methods the sandbox can do, by their published names. */
export const METHODS: MethodTable = {
  ...UPDATE_METHODS,
  ...SEND_METHODS,
  ...FORWARD_METHODS,
  ...EDIT_METHODS,
  ...DELETE_METHODS,
  ...ANSWER_METHODS,
  ...PROFILE_METHODS,
  ...CHAT_METHODS,
  ...TOPIC_METHODS,
}
