import type { SendOutcome } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'

/** Returns what the outcome writes on the message's row. */
export function toOutcomeColumns(outcome: SendOutcome, at: Date): Prisma.OutboxUpdateManyMutationInput {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sentAt: at, messageId: outcome.messageId, error: null }
    case 'retry':
      return { state: 'pending', notBefore: outcome.notBefore, error: outcome.error, sender: null }
    default:
      return { state: outcome.kind, error: outcome.error }
  }
}
