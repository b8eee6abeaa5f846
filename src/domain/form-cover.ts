import type { ElementCode } from './data-element.ts'
import type { Form } from './form.ts'
import { planForm } from './form-plan.ts'
import { LEVELS, type Level } from './level.ts'

/**
 * True when a unit that hands in `form` has said all that `other` asks: of the same kind of unit and type of period, with every figure of
 * the other among its own. So a school under two plans is asked once, and has reported to both.
 */
export const covers = (form: Form, other: Form): boolean =>
  form.code !== other.code &&
  form.for.kind === other.for.kind &&
  form.periodType === other.periodType &&
  levelsOf(other).every((levels) => isWithin(other, form, levels))

/** Codes of the forms whose reports are reports on this one too. */
export const coveringForms = (
  plans: readonly { readonly forms: readonly Form[] }[],
  form: Form,
): readonly string[] =>
  plans.flatMap(({ forms }) => forms.filter((each) => covers(each, form)).map(({ code }) => code))

const levelsOf = ({ for: { kind, levels } }: Form): readonly (readonly Level[])[] => {
  if (kind !== 'school') return [[]]
  return (levels.length === 0 ? LEVELS : levels).map((level) => [level])
}

function isWithin(other: Form, form: Form, levels: readonly Level[]): boolean {
  const asked = elementsOf(form, levels)
  return [...elementsOf(other, levels)].every((element) => asked.has(element))
}

const elementsOf = (form: Form, levels: readonly Level[]): ReadonlySet<ElementCode> =>
  new Set(planForm(form, levels).flatMap(({ asks }) => asks))
