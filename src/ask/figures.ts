import { tokenise } from './normalise.ts'

/** The figures of a text, each in one spelling: `99.5%`, `20/6`, `7`. */
export const figuresIn = (text: string): string[] =>
  tokenise(text)
    .filter(({ isNumber }) => isNumber)
    .map(({ text: figure }) => figure)
