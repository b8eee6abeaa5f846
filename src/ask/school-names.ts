import type { Plan, PlanLibrary } from '../domain/plan.ts'
import { canonicalWords } from './canonical.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { namesOf } from './place-names.ts'

/** Names of schools and sites without the word for their level; a name that is also a place is left to the place. */
export function properNamesOf({ plans }: PlanLibrary): PhraseTable<ReadonlySet<Plan>> {
  const places = new Set(plans.flatMap(namesOf))
  const holders = new Map<string, Set<Plan>>()
  for (const plan of plans)
    for (const name of [
      ...plan.schools.map((school) => school.name),
      ...plan.targets.flatMap(({ names }) => names),
    ]) {
      const bare = bareName(name)
        .map(({ text }) => text)
        .join(' ')
      if (bare !== '' && !places.has(bare)) holders.set(bare, (holders.get(bare) ?? new Set()).add(plan))
    }
  return new PhraseTable(holders)
}

/** «TH Gia Thụy» → «gia thụy». */
export const bareName = (name: string): readonly Token[] =>
  canonicalWords(name).filter(({ text }) => !text.startsWith('@') && text !== 'trường')
