/** Returns the words and phrases of a text in which commas and line ends stand between them. */
export const wordList = (words: string): readonly string[] =>
  words
    .split(/[\n,]+/)
    .map((word) => word.trim())
    .filter(Boolean)
