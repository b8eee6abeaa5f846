/** Cut off its ending it would be another word: «them». */
const KEPT = new Set(['theme'])

/** «Running», «getting». */
const DOUBLED = /(?<=[aeiou])([dgmnpt])\1$/

/** The word without English plural and verb endings; Vietnamese syllables stay as they are. */
export function englishStem(word: string): string {
  if (word.length < 5 || KEPT.has(word) || !/^[a-z]+$/.test(word)) return word
  if (/i(?:es|ed)$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/ing$/.test(word) && word.length > 6) return word.slice(0, -3).replace(DOUBLED, '$1')
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2)
  if (/s$/.test(word)) return englishStem(word.slice(0, -1))
  if (/[^e]ed$/.test(word)) return word.slice(0, -2)
  if (/e$/.test(word)) return word.slice(0, -1)
  return word
}

/** Phrases as their words read once stemmed, beside the phrases themselves. */
export const stemmed = (phrases: Iterable<string>): readonly string[] =>
  [...phrases].flatMap((phrase) => [phrase, phrase.split(' ').map(englishStem).join(' ')])
