import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import type { Question } from './grade.ts'
import { gradeAll, shareRight, wrongNumbers } from './grading.ts'
import { questionsIn, shippedLibrary } from './library.ts'
import { FILES, MOST_LOST, SEEDS } from './sets.ts'
import { randomFrom, VARIANTS, withTypo } from './variants.ts'

const MOST_MS = 600_000

describe('all questions together, written otherwise', () => {
  let asker: Asker
  let questions: readonly Question[]
  let plain: number
  beforeAll(async () => {
    asker = createAsker(await shippedLibrary())
    questions = FILES.flatMap(questionsIn)
    plain = shareRight(gradeAll(asker, questions).grades)
  }, MOST_MS)

  const expectLittleLost = (write: (question: string) => string): void => {
    const { grades, report } = gradeAll(
      asker,
      questions.map((question) => ({ ...question, q: write(question.q) })),
    )
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
