import type { BotContext } from '../context.ts'

/** The last words of a chat and the message that answered them; undefined while none has. */
interface Answered {
  readonly words: string | undefined
  readonly by: number | undefined
}

/**
 * applied: the words were answered after they had been sent again; there is nothing left to do.
 * unanswered: what was said last was applied, but its reply may never have been seen; the question is shown again.
 */
export type Repetition = 'applied' | 'unanswered' | undefined

/**
 * Knows words that are said again only because no answer came, while the bot was away or Telegram out of reach: taken as the
 * answer to a question nobody has seen yet, they would be a wrong figure.
 */
export function createRepetitions() {
  const chats = new Map<string, Answered>()
  return {
    /** `by`: id of the reply; undefined when it could not be delivered. */
    note(ctx: BotContext, by: number | undefined): void {
      chats.set(ctx.state.conversationKey.key, { words: wordsOf(ctx), by })
    },

    /** `lastWords`: those of the chat's last step, as stored. */
    find(ctx: BotContext, lastWords: string | undefined): Repetition {
      const words = wordsOf(ctx)
      const known = chats.get(ctx.state.conversationKey.key)
      if (!known) {
        const isSaidAgain = words !== undefined && words === lastWords
        return isSaidAgain && ctx.state.lastStep?.isPlayedByDead ? 'unanswered' : undefined
      }
      if (known.by === undefined) return 'unanswered'
      return words !== undefined && words === known.words && isBefore(ctx, known.by) ? 'applied' : undefined
    },
  }
}

export const wordsOf = ({ message }: BotContext): string | undefined =>
  message && 'text' in message ? message.text : undefined

/** A chat numbers its messages in the order of their coming. */
const isBefore = ({ message }: BotContext, id: number): boolean =>
  message !== undefined && message.message_id < id
