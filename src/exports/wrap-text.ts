import type { Font } from './font.ts'

/** Returns the text without letters the font cannot draw (emoji, foreign scripts), so that no empty boxes appear. */
export const drawable = (font: Font, text: string): string =>
  [...text.normalize('NFC').replace(/\s+/g, ' ')]
    .filter((letter) => font.covers(letter.codePointAt(0) ?? 0))
    .join('')
    .replace(/ +/g, ' ')
    .trim()

/** Returns the lines of the text, none wider than `width` px; a word that alone is wider is broken, nothing is cut away. A number stays with the word after it. */
export function wrapText(font: Font, text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of drawable(font, text)
    .split(/(?<!\d) /)
    .flatMap((each) => breakWord(font, each, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && font.width(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function breakWord(font: Font, word: string, size: number, width: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && font.width(part + letter, size) > width) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part]
}
