import type { BotContext } from '../context.ts'

/** When the last words of a chat were answered, in Telegram's own seconds; undefined while they are not. */
interface Answered {
  readonly words: string | undefined
  readonly at: number | undefined
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
    /** `at`: moment of the reply; undefined when it could not be delivered. */
    note(ctx: BotContext, at: number | undefined): void {
      chats.set(ctx.state.conversationKey.key, { words: wordsOf(ctx), at })
    },

    /** `lastWords`: those of the chat's last step, as stored. */
    find(ctx: BotContext, lastWords: string | undefined): Repetition {
      const words = wordsOf(ctx)
      const known = chats.get(ctx.state.conversationKey.key)
      if (!known) {
        const isSaidAgain = words !== undefined && words === lastWords
        return isSaidAgain && ctx.state.lastStep?.isPlayedByOther ? 'unanswered' : undefined
      }
      if (known.at === undefined) return 'unanswered'
      return words !== undefined && words === known.words && sentAt(ctx) < known.at ? 'applied' : undefined
    },
  }
}

export const wordsOf = ({ message }: BotContext): string | undefined =>
  message && 'text' in message ? message.text : undefined

const sentAt = ({ message }: BotContext): number => message?.date ?? 0
