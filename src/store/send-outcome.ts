import type { SendOutcome } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'

/** Returns what the outcome writes on the message's row. */
export function toOutcomeColumns(outcome: SendOutcome, at: Date): Prisma.OutboxUpdateManyMutationInput {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sentAt: at, endedAt: at, messageId: outcome.messageId, error: null }
    case 'retry':
      return { ...PENDING, notBefore: outcome.notBefore, error: outcome.error }
    case 'moved':
      return { ...PENDING, notBefore: at, chatId: outcome.chatId, threadId: null, error: outcome.error }
    case 'out-of-topic':
      return { ...PENDING, notBefore: at, threadId: null, error: outcome.error }
    case 'in-doubt':
      return { state: 'in-doubt', endedAt: at, error: outcome.error }
    default:
      return { state: outcome.kind, endedAt: at, reason: outcome.reason, error: outcome.error }
  }
}

const PENDING = { state: 'pending', sender: null } as const
