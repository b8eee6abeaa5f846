import { type Entry, sectionOf } from './entry.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'

/** More than these are to choose from. */
const MOST_TOLD = 6
const MOST_OFFERED = 10

/** «Mục II.5 của kế hoạch gồm những việc gì»: what a plan says in the place that is named by its number; undefined where none is. */
export function inSection(entries: readonly Entry[], { words }: Query): Outcome | undefined {
  const [, number] = NUMBERED.exec(plainly(words)) ?? []
  if (number === undefined) return undefined
  const section = number.trim().toUpperCase().replaceAll(' ', '\\.')
  const isThere = new RegExp(`(?:^|[ .])${section}(?:[ ,;]|$)`)
  const rows = entries.filter((entry) => isThere.test(sectionOf(entry)))
  if (rows.length === 0) return undefined
  return rows.length <= MOST_TOLD
    ? answerWith(rows.toSorted((a, b) => Number(isTarget(a)) - Number(isTarget(b))))
    : { kind: 'ask', options: rows.slice(0, MOST_OFFERED) }
}

const isTarget = ({ kind }: Entry): boolean => kind === 'target'

const NUMBERED = /(?:^| )(?:muc|phan|section) ((?:[abc] )?[ivx]+(?: \d+)*)(?: |$)/
