import type { ElementCode, Value } from './data-element.ts'
import type { Form, Question, Section } from './form.ts'
import type { Level } from './level.ts'
import type { DraftAnswer } from './submission.ts'

/** A question of a form as one unit meets it. */
export interface PlannedQuestion {
  readonly section: Section
  readonly question: Question
  /** Elements this question asks; those an earlier question asks already are left out, so one figure is asked once. */
  readonly asks: readonly ElementCode[]
}

const concerns = (levels: readonly Level[], unitLevels: readonly Level[]): boolean =>
  levels.length === 0 || levels.some((level) => unitLevels.includes(level))

/**
 * Returns the questions of the form for a unit teaching these levels, in order; a multi-level school meets each level's section.
 * `only`: ids of the sections a person was given; absent = all.
 */
export function planForm(
  form: Form,
  unitLevels: readonly Level[],
  only?: readonly string[],
): readonly PlannedQuestion[] {
  const planned = planOf(form, unitLevels)
  return only === undefined ? planned : planned.filter(({ section }) => only.includes(section.id))
}

/** The same for every step of every unit of these levels. */
const plans = new WeakMap<Form, Map<string, readonly PlannedQuestion[]>>()

function planOf(form: Form, unitLevels: readonly Level[]): readonly PlannedQuestion[] {
  const byLevels = plans.get(form) ?? new Map<string, readonly PlannedQuestion[]>()
  plans.set(form, byLevels)
  const key = unitLevels.join(' ')
  const planned = byLevels.get(key) ?? buildPlan(form, unitLevels)
  byLevels.set(key, planned)
  return planned
}

function buildPlan(form: Form, unitLevels: readonly Level[]): readonly PlannedQuestion[] {
  const asked = new Set<ElementCode>()
  const planned: PlannedQuestion[] = []
  for (const section of form.sections.filter((each) => concerns(each.levels, unitLevels))) {
    for (const question of section.questions) {
      const asks = question.elements.filter((element) => !asked.has(element))
      for (const element of asks) asked.add(element)
      if (asks.length > 0) planned.push({ section, question, asks })
    }
  }
  return planned
}

export type AnswerMap = Readonly<Record<ElementCode, Value>>

export const answerMap = (answers: readonly Pick<DraftAnswer, 'element' | 'value'>[]): AnswerMap =>
  Object.fromEntries(answers.map(({ element, value }) => [element, value]))

export const isAnswered = ({ asks }: PlannedQuestion, answers: AnswerMap): boolean =>
  asks.every((element) => element in answers)

/** Returns the first question still open, from `from` on; late ones are asked too but hold nothing up. */
export const nextOpen = (
  planned: readonly PlannedQuestion[],
  answers: AnswerMap,
  from = 0,
): number | undefined => {
  const index = planned.findIndex((each, at) => at >= from && !isAnswered(each, answers))
  return index === -1 ? undefined : index
}

/** Late questions without an answer: results still to come. */
export const openLate = (
  planned: readonly PlannedQuestion[],
  answers: AnswerMap,
): readonly PlannedQuestion[] => planned.filter((each) => each.question.isLate && !isAnswered(each, answers))

/** Questions that must be answered (with a figure or a reason why there is none) before submitting. */
export const openRequired = (
  planned: readonly PlannedQuestion[],
  answers: AnswerMap,
): readonly PlannedQuestion[] => planned.filter((each) => !each.question.isLate && !isAnswered(each, answers))
