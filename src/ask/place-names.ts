import type { Plan, PlanLibrary } from '../domain/plan.ts'
import { type Token, tokenise, tokenOf } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'

/** What a plan is called: its aliases, code, short title, the name of its unit, its number. All become one word `@plan:‹code›`. */
export function buildPlaceNames(library: PlanLibrary): PhraseTable<readonly Token[]> {
  return new PhraseTable(
    library.plans.flatMap((plan) => namesOf(plan).map((name) => [name, [tokenOf(planWord(plan))]] as const)),
  )
}

/** The one word that stands for a plan's names. */
export const planWord = ({ code }: Plan): string => `@plan:${code.toLowerCase()}`

export function namesOf(plan: Plan): readonly string[] {
  const unit = plan.units.find(({ code }) => code === plan.unit)?.name
  const number = /^\d{3,}/.exec(plan.key)?.[0]
  const names = [
    ...plan.aliases,
    plan.code,
    plan.shortTitle.vi,
    plan.shortTitle.en,
    plan.key,
    unit ?? '',
    number ?? '',
  ]
  return [
    ...new Set(
      names.map((name) =>
        tokenise(name)
          .map(({ text }) => text)
          .join(' '),
      ),
    ),
  ].filter(Boolean)
}
