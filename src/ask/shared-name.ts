import type { Plan } from '../domain/plan.ts'
import type { Candidate } from './candidate.ts'
import type { Entry } from './entry.ts'
import { normalise } from './normalise.ts'
import type { Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { bareName } from './school-names.ts'
import { targetOf } from './target-rows.ts'
import type { Weights } from './weights.ts'

/** What says more than this besides the name tells which school is meant. */
const MOST_BESIDES = 0.3

/** «Trường Gia Thụy được giao việc gì», where schools of two levels are called so: which? Undefined else. */
export function whichSchool(
  ranked: readonly Candidate[],
  { words, names, levels }: Query,
  plan: Plan,
  weights: Weights,
): Outcome | undefined {
  const [name] = names
  if (!name || levels.length > 0 || words[name.from - 1]?.text.startsWith('@')) return undefined
  const besides = words.filter((_, at) => at < name.from || at >= name.to)
  if (besides.reduce((sum, word) => sum + weights.cost(word), 0) > MOST_BESIDES) return undefined
  const said = plainly(words.slice(name.from, name.to))
  const namesakes = plan.schools.filter((school) => plainly(bareName(school.name)) === said)
  const options = namesakes.flatMap((school) => ranked.find(({ entry }) => tellsOf(entry, school.name)) ?? [])
  const entries = [...new Set(options.map(({ entry }) => entry))]
  return entries.length < 2 ? undefined : { kind: 'ask', options: entries }
}

/** Whether what is shown names the school in full. */
const tellsOf = (entry: Entry, name: string): boolean =>
  targetOf(entry)?.names.includes(name) ??
  ('duty' in entry.source && normalise(entry.source.duty.text.vi).includes(normalise(name)))
