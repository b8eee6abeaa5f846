import type { LeaveGroup } from '../usecases/ports.ts'
import type { Transport } from './transport/transport.ts'

/** Leaves a group; one the bot is no member of any more is left already. */
export const createLeaveGroup =
  (transport: Transport): LeaveGroup =>
  async (chatId) => {
    const answer = await transport.call('leaveChat', { chat_id: chatId }).catch(() => undefined)
    return answer !== undefined && (answer.ok || answer.error_code === 403 || answer.error_code === 400)
  }
