import { plainOf, tokenise } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { GREETINGS, HELP, THANKS } from './words/general.ts'

const KINDS = [
  ['greeting', GREETINGS, ['chao', 'hello', 'hi', 'hey', 'alo', 'good']],
  [
    'thanks',
    THANKS,
    ['cam', 'thanks', 'thank', 'tks', 'thks', 'ok', 'oke', 'tot', 'bye', 'great', 'tam', 'vang'],
  ],
  ['help', HELP, ['help', 'tro', 'huong', 'giup', 'lam', 'bot', 'ban', 'you', 'menu']],
] as const

/** What such a message may be made of, without marks. */
const ALLOWED = KINDS.map(([kind, allowed, needed]) => ({
  kind,
  allowed: new Set([...allowed].map(plainOf)),
  needed: new Set<string>(needed),
}))

/** Greeting, thanks, or a question about the bot itself; undefined for anything that asks something. */
export function readSmallTalk(
  question: string,
  vocabulary: Vocabulary,
): 'greeting' | 'thanks' | 'help' | undefined {
  const words = vocabulary.mend(tokenise(question))
  if (words.length === 0) return 'help'
  return ALLOWED.find(
    ({ allowed, needed }) =>
      words.every(({ plain }) => allowed.has(plain)) && words.some(({ plain }) => needed.has(plain)),
  )?.kind
}
