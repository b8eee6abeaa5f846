import type { Entry } from './entry.ts'
import { partsOfNumber } from './entry-words.ts'
import { tokenise } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import type { Sentences } from './render/sentences.ts'
import { supposesYear } from './supposed-year.ts'
import { rowsOfYears, targetOf } from './target-rows.ts'

/** What is said first of a question that supposes a year, level or figure: whether the plan prints it; nothing where none is supposed. */
export function premise(entries: readonly Entry[], query: Query, say: Sentences): string[] {
  const { values, intents } = query
  if (supposesYear(query) && rowsOfYears(entries, query).length === 0) return [say.yearWrong()]
  if (intents.has('verify') && saysOtherLevel(entries, query)) return [say.premiseWrong()]
  const figures = values.filter((value) => /%/.test(value) || intents.has('verify'))
  // «cao hơn 91% của tỉnh không»: the figure is what something is compared with
  if (figures.length === 0 || intents.has('compare')) return []
  const isFigure = entries.every(({ kind }) => kind === 'target' || kind === 'deadline')
  const holds = figures.every((value) => entries.some((entry) => prints(entry, value, query)))
  // a passage holds several figures and dates: it tells by itself whether the one meant is right
  if (!isFigure) return []
  if (holds) return intents.has('verify') ? [say.premiseRight()] : []
  return [say.premiseWrong()]
}

/** «2 trường» is not confirmed by «ngoại ngữ 2»: a target prints it as its value, or says it of the same thing. */
function prints(entry: Entry, value: string, { words }: Query): boolean {
  const target = targetOf(entry)
  const printed = tokenise(`${target?.printed.vi} ${target?.printedCount ?? ''}`).filter(
    ({ isNumber }) => isNumber,
  )
  if (printed.length === 0) return entry.words.has(value)
  const next = words[words.findIndex(({ text }) => text === value) + 1]
  return (
    entry.pairs.has(`${value} ${next?.plain}`) ||
    printed.some((one) => [one, ...partsOfNumber(one)].some(({ text }) => text === value))
  )
}

/** «Xóa mù chữ mức độ 3 đúng không», where level 2 is printed. */
function saysOtherLevel(entries: readonly Entry[], { words }: Query): boolean {
  const [, said] = /(?:^| )(?:muc do|level) (\d)(?: |$)/.exec(plainly(words)) ?? []
  const printed = entries.flatMap(
    (entry) => /mức độ (\d)/u.exec(targetOf(entry)?.printed.vi ?? '')?.[1] ?? [],
  )
  return said !== undefined && printed.length > 0 && !printed.includes(said)
}
