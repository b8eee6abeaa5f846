import type { Answer, Asker } from '../../src/ask/index.ts'
import { type Grade, grade, type Question } from './grade.ts'
import { askAll } from './library.ts'

export interface Graded {
  readonly grades: readonly Grade[]
  readonly answers: readonly Answer[]
  /** What was not right, for whoever reads a failed test. */
  readonly report: string
}

/** Every question asked and graded. */
export function gradeAll(asker: Asker, questions: readonly Question[]): Graded {
  const { answers } = askAll(asker, questions)
  const grades = questions.map((question, at) => {
    const { behaviour = '', text = '', choices = [], citations = [] } = answers[at] ?? {}
    return grade(question, { behaviour, text, choices: choices.map(({ label }) => label), citations })
  })
  const report = grades
    .flatMap(({ isRight, reasons }, at) =>
      isRight
        ? []
        : [`${questions[at]?.id} ${questions[at]?.q}\n  ${reasons.join('; ')}\n  ${answers[at]?.text}`],
    )
    .join('\n')
  return { grades, answers, report }
}

export const shareRight = (grades: readonly Grade[]): number =>
  grades.filter(({ isRight }) => isRight).length / grades.length

/** The questions that no plan answers, and were answered all the same. */
export const answeredWrongly = (
  questions: readonly Question[],
  answers: readonly Answer[],
): { readonly asked: number; readonly answered: readonly string[] } => {
  const unanswerable = questions.flatMap(({ id, expect: { behaviour } }, at) =>
    behaviour === 'refuse' ? [{ id, did: answers[at]?.behaviour }] : [],
  )
  const answered = unanswerable.filter(({ did }) => did === 'answer').map(({ id }) => id)
  return { asked: unanswerable.length, answered }
}

export const wrongNumbers = (grades: readonly Grade[]): readonly string[] =>
  grades.filter(({ showsWrongNumber }) => showsWrongNumber).map(({ id }) => id)
