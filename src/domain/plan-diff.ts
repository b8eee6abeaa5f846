import type { Plan } from './plan.ts'

/** What of a list is new, gone or different, by id. */
export interface ListDiff {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

export const PLAN_PARTS = ['targets', 'duties', 'facts', 'forms'] as const
export type PlanDiff = Readonly<Record<(typeof PLAN_PARTS)[number], ListDiff>>

/** Returns how a pack differs from the one loaded before; from none, everything is new. */
export const diffPlans = (before: Plan | undefined, after: Plan): PlanDiff => ({
  targets: diffLists(before?.targets ?? [], after.targets, ({ id }) => id),
  duties: diffLists(before?.duties ?? [], after.duties, ({ id }) => id),
  facts: diffLists(before?.facts ?? [], after.facts, ({ id }) => id),
  forms: diffLists(before?.forms ?? [], after.forms, ({ code }) => code),
})

export function diffLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): ListDiff {
  const old = new Map(before.map((item) => [nameOf(item), contentOf(item)]))
  const now = new Map(after.map((item) => [nameOf(item), contentOf(item)]))
  const names = [...now.keys()]
  return {
    added: names.filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: names.filter((name) => old.has(name) && old.get(name) !== now.get(name)),
  }
}

/** The same for the same content, in whatever order its fields stand: a database keeps them in its own. */
const contentOf = (item: unknown): string =>
  JSON.stringify(item, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
