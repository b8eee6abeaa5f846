import { LEVELS, type Level } from '../domain/level.ts'
import type { Target } from '../domain/plan.ts'
import { rememberFor } from '../domain/remember.ts'
import type { Part } from './answer.ts'
import { canonicalWords } from './canonical.ts'
import type { Entry } from './entry.ts'
import { figuresIn } from './figures.ts'
import { languageOf } from './language.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'

/** A note showing the figure of another row of the same passage would be read as part of the answer. */
export function notesOf(
  entries: readonly Entry[],
  parts: readonly Part[],
  { levels, words }: Pick<Query, 'levels' | 'words'>,
): string[] {
  if (parts.length > 3) return []
  const shown = new Set(parts.flatMap(({ printed, printedCount }) => figuresIn(`${printed} ${printedCount}`)))
  const beside = entries.flatMap(neighboursOf)
  const foreign = new Set(beside.flatMap(printedFigures).filter((figure) => !shown.has(figure)))
  return [...new Set(parts.flatMap(({ notes }) => notes))].filter(
    (note) =>
      tellsOfLevels(note, asksByLevel(words) ? LEVELS.slice(0, 2) : levels) ||
      tellsOfEach(note, words) ||
      !figuresIn(note).some((figure) => foreign.has(figure)),
  )
}

const printedFigures = rememberFor(({ printed, printedCount }: Target) =>
  figuresIn(`${printed.vi} ${printedCount ?? ''}`),
)

/** «Mỗi khối mấy lớp». */
const tellsOfEach = (note: string, words: Query['words']): boolean =>
  words.some(({ text }, at) => words[at - 1]?.text === 'mỗi' && note.toLowerCase().includes(`mỗi ${text} `))

/** «Chia theo cấp học». */
const asksByLevel = (words: Query['words']): boolean =>
  words.some(({ text }, at) => text === 'cấp' && /^(?:theo|từng|mỗi)$/.test(words[at - 1]?.text ?? ''))

/** «Gồm 04 mầm non, 03 tiểu học» answers a question for one of them. */
const tellsOfLevels = (note: string, levels: readonly Level[]): boolean =>
  levels.length > 0 &&
  levels.every((level) => canonicalWords(note, languageOf(note)).some(({ text }) => text === `@${level}`))

function neighboursOf(entry: Entry): Target[] {
  const shown = targetOf(entry)
  return shown ? entry.plan.targets.filter((one) => one.id !== shown.id && standsBeside(one, shown)) : []
}

function standsBeside(one: Target, other: Target): boolean {
  const sections = other.section.split(/;\s*/)
  return (
    one.indicator === other.indicator ||
    one.section.split(/;\s*/).some((section) => sections.includes(section))
  )
}
