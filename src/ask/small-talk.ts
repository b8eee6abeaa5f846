import { plainOf, type Token, tokenise } from './normalise.ts'
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

/** Greeting, thanks, or a question about the bot itself; undefined for anything that asks something. */
export function readSmallTalk(
  question: string,
  vocabulary: Vocabulary,
): 'greeting' | 'thanks' | 'help' | undefined {
  const words = vocabulary.mend(tokenise(question))
  if (words.length === 0) return 'help'
  return KINDS.find(
    ([, allowed, needed]) =>
      isOnly(words, allowed) && words.some(({ plain }) => (needed as readonly string[]).includes(plain)),
  )?.[0]
}

function isOnly(words: readonly Token[], allowed: ReadonlySet<string>): boolean {
  const plains = new Set([...allowed].map(plainOf))
  return words.every(({ plain }) => plains.has(plain))
}
