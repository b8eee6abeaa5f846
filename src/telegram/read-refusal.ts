import type { Failure, OutboxRow, SendOutcome } from '../usecases/ports.ts'
import { retryLater } from './retry-later.ts'
import type { ApiAnswer } from './transport/transport.ts'

export type Refused = Extract<ApiAnswer, { ok: false }>

/** Returns what Telegram's refusal says of a message's fate. Source: descriptions of the Bot API server. */
export function readRefusal(row: OutboxRow, refused: Refused, now: Date): SendOutcome {
  const { error_code: code, description: error, parameters } = refused
  if (code === 429) {
    const notBefore = new Date(now.getTime() + (parameters?.retry_after ?? 1) * 1000)
    const isLate = retryLater(row, error, now)
    return isLate.kind === 'dropped' ? isLate : { kind: 'retry', error, notBefore }
  }
  // A wrong or withdrawn token says nothing of the message.
  if (code >= 500 || code === 401 || code === 404) return retryLater(row, error, now)
  if (parameters?.migrate_to_chat_id !== undefined)
    return { kind: 'moved', chatId: parameters.migrate_to_chat_id, error }
  if (isThreadGone(error) && row.threadId !== undefined) return { kind: 'out-of-topic', error }
  if (error.includes('message is not modified')) return { kind: 'dropped', reason: 'nothing-to-say', error }
  const isGroup = row.chatId < 0
  return { kind: 'failed', reason: (isGroup ? groupFailure : personFailure)(code, error), error }
}

/** True when the topic a message was meant for is closed or not there. */
export const isThreadGone = (description: string): boolean =>
  description.includes('message thread not found') || description.includes('TOPIC_CLOSED')

function personFailure(code: number, description: string): Failure {
  if (/deactivated/i.test(description)) return 'deactivated'
  if (description.includes("can't initiate") || description.includes('chat not found')) return 'not-started'
  return code === 403 ? 'blocked' : 'refused'
}

const OUT_OF_GROUP = /kicked|not a member|was deleted|chat not found/
const SILENCED =
  /not enough rights|have no rights|FORBIDDEN|RESTRICTED|TOPIC_CLOSED|need administrator rights/

function groupFailure(code: number, description: string): Failure {
  if (OUT_OF_GROUP.test(description)) return 'out-of-group'
  return code === 403 || SILENCED.test(description) ? 'no-rights' : 'refused'
}
