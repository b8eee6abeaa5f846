import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Asker, createAsker } from '../../src/ask/index.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { type Grade, grade, type Question } from './grade.ts'
import { askAll, questionsIn, shippedLibrary } from './library.ts'
import { randomFrom, VARIANTS, withTypo } from './variants.ts'

const SETS = { 'questions.jsonl': 1, 'own.jsonl': 0.98, 'unanswerable.jsonl': 0.98 } as const
const FILES = Object.keys(SETS)
const SEEDS = [1, 2, 3, 4, 5]
const MOST_LOST = 0.03
/** Some eight hundred questions on a machine that is doing other things as well. */
const MOST_MS = 120_000

let library: PlanLibrary
let asker: Asker
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
})

interface Graded {
  readonly grades: readonly Grade[]
  readonly answers: readonly Answer[]
  readonly report: string
}

function gradeAll(questions: readonly Question[]): Graded {
  const { answers } = askAll(asker, questions)
  const grades = questions.map((question, at) => {
    const { behaviour = '', text = '', choices = [], citations = [] } = answers[at] ?? {}
    return grade(question, { behaviour, text, choices: choices.map(({ label }) => label), citations })
  })
  return { grades, answers, report: failures(questions, answers, grades) }
}

const failures = (
  questions: readonly Question[],
  answers: readonly Answer[],
  grades: readonly Grade[],
): string =>
  grades
    .flatMap(({ isRight, reasons }, at) =>
      isRight
        ? []
        : [`${questions[at]?.id} ${questions[at]?.q}\n  ${reasons.join('; ')}\n  ${answers[at]?.text}`],
    )
    .join('\n')

const shareRight = (grades: readonly Grade[]): number =>
  grades.filter(({ isRight }) => isRight).length / grades.length

const wrongNumbers = (grades: readonly Grade[]): readonly string[] =>
  grades.filter(({ showsWrongNumber }) => showsWrongNumber).map(({ id }) => id)

describe.each(Object.entries(SETS))('%s', (file, bar) => {
  it('is answered right, without a wrong number, and cited', () => {
    const questions = questionsIn(file)
    const { grades, answers, report } = gradeAll(questions)
    const cited = grades.filter(({ isCited }) => isCited !== undefined)
    const unanswerable = questions.flatMap(({ expect: { behaviour } }, at) =>
      behaviour === 'refuse' ? [answers[at]?.behaviour] : [],
    )
    expect(shareRight(grades), report).toBeGreaterThanOrEqual(bar)
    expect(wrongNumbers(grades), report).toEqual([])
    expect(cited.filter(({ isCited }) => !isCited).length, report).toBeLessThanOrEqual(cited.length * 0.02)
    expect(unanswerable.filter((did) => did === 'answer').length, report).toBeLessThanOrEqual(
      unanswerable.length * 0.02,
    )
  })
})

describe('all questions together, written otherwise', () => {
  let questions: readonly Question[]
  let plain: number
  beforeAll(() => {
    questions = FILES.flatMap(questionsIn)
    plain = shareRight(gradeAll(questions).grades)
  })

  const expectLittleLost = (write: (question: string) => string): void => {
    const { grades, report } = gradeAll(questions.map((question) => ({ ...question, q: write(question.q) })))
    expect(shareRight(grades), report).toBeGreaterThanOrEqual(plain - MOST_LOST)
    expect(wrongNumbers(grades), report).toEqual([])
  }

  it.each(Object.entries(VARIANTS))(
    'lose at most three points %s',
    (_, write) => expectLittleLost(write),
    MOST_MS,
  )

  it.each(SEEDS)(
    'lose at most three points with one slip each (seed %i)',
    (seed) => {
      const random = randomFrom(seed)
      expectLittleLost((question) => withTypo(question, random))
    },
    MOST_MS,
  )
})

describe('the questions', () => {
  it('ask for every target and every duty of the plans', () => {
    const asked = new Set(FILES.flatMap(questionsIn).flatMap(({ expect: { facts } }) => facts))
    const all = library.plans.flatMap(({ targets, duties }) => [...targets, ...duties].map(({ id }) => id))
    expect(all.filter((id) => !asked.has(id))).toEqual([])
  })

  it('are as many as promised', () => {
    expect(questionsIn('own.jsonl').length).toBeGreaterThanOrEqual(380)
    expect(questionsIn('unanswerable.jsonl').length).toBeGreaterThanOrEqual(100)
  })
})
