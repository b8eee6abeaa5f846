import { type GivenAnswer, type LineRefused, type LineSource, refuseLine } from './given-answer.ts'
import { type AskedElements, createLabelMatcher, type LabelMatch } from './label-match.ts'
import { answerOf, type Find, type PastedLines } from './pasted-parts.ts'
import { readPastedTable } from './pasted-table.ts'
import { cleanText } from './search-key.ts'

const NUMBER_ALONE = /^(?:câu|cau|dòng|dong|mục|muc|stt|row)?\s*(\d{1,2})\s*[.)]?$/iu
const LEADING_NUMBER = /^(?:(?:câu|cau|dòng|dong|mục|muc|stt|row)\s*)?(\d{1,2})\s*[.)]\s+(?=\S)/iu
/** Not the one of «18:21». */
const COLON = /(?<!\d\s?)[:=]|(?<=\p{L}.*)[:=](?=\s)|(?<=^\d+)[:=](?=\s)/gu
const BULLET = /^[-–—•*+]\s+/u

/** Returns the lines of a pasted text: «label: value», «5: value», cells copied from a spreadsheet. Empty lines are passed over. */
export function readPastedLines(text: string, questions: readonly AskedElements[]): PastedLines {
  const match = createLabelMatcher(questions)
  const find: Find = (label) => findNumber(label, questions.length) ?? match(label)
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({
      source: { line: index + 1, text: shorten(line) },
      line: line.replace(/[ \u00A0]+$/u, ''),
    }))
    .filter(({ line }) => cleanText(line) !== '')
  const table = rows.filter(({ line }) => line.includes('\t'))
  const plain = rows
    .filter(({ line }) => !line.includes('\t'))
    .map(({ line, source }) => readLine(line, source, find))
  const cells = readPastedTable(
    table.map(({ line, source }) => ({ source, cells: line.split('\t').map(cleanText) })),
    questions,
    match,
  )
  return {
    given: [...plain.flatMap((each) => ('value' in each ? [each] : [])), ...cells.given],
    refused: [...plain.flatMap((each) => ('problem' in each ? [each] : [])), ...cells.refused],
    isInOrder: cells.isInOrder ?? false,
  }
}

/** Returns the line's answer; where several colons could end the label, the first label that is known. */
function readLine(line: string, source: LineSource, find: Find): GivenAnswer | LineRefused {
  const text = cleanText(line).replace(BULLET, '')
  const numbered = LEADING_NUMBER.exec(text)
  const rest = text.slice(numbered?.[0].length ?? 0)
  const splits = [...splitsOf(rest, COLON), ...splitsOf(rest, /\s+[-–—]\s+/gu)]
  let isAmbiguous = false
  for (const [label, value] of splits) {
    const match = find(label)
    if (match.kind === 'question') return answerOf(match, value, source)
    isAmbiguous ||= match.kind === 'ambiguous'
  }
  const isBareValue = numbered !== null && !splits.some(([label]) => /\p{L}/u.test(label))
  const byNumber = isBareValue ? find(numbered[1] ?? '') : undefined
  if (byNumber?.kind === 'question') return answerOf(byNumber, rest, source)
  return refuseLine(source, isAmbiguous ? 'label-ambiguous' : 'label-unknown')
}

const splitsOf = (text: string, sign: RegExp): readonly (readonly [string, string])[] =>
  [...text.matchAll(sign)].map((found) => [
    text.slice(0, found.index).trim(),
    text.slice(found.index + found[0].length).trim(),
  ])

function findNumber(label: string, count: number): LabelMatch | undefined {
  const number = Number(NUMBER_ALONE.exec(cleanText(label))?.[1] ?? 0)
  return number >= 1 && number <= count ? { kind: 'question', at: number - 1 } : undefined
}

const LONGEST_SAID = 60
const shorten = (line: string): string => {
  const text = cleanText(line)
  return text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID).trimEnd()}…` : text
}
