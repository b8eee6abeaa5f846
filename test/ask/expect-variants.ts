import { expect, it } from 'vitest'
import type { Asker } from '../../src/ask/index.ts'
import type { Question } from './grade.ts'
import { gradeAll, shareRight, wrongNumbers } from './grading.ts'
import { MOST_LOST, SEEDS } from './sets.ts'
import { randomFrom, VARIANTS, withCourtesy, withoutMarks, withTypo } from './variants.ts'

/** What is asked, of whom, and the share that is right as it is written. */
export interface WrittenPlain {
  readonly asker: Asker
  readonly questions: readonly Question[]
  readonly plain: number
}

/** Adds the tests that the questions lose little in each other way of writing, and no number turns wrong. */
export function expectLittleLostInVariants(written: () => WrittenPlain, mostMs: number): void {
  const expectLittleLost = (write: (question: string, lang: Question['lang']) => string): void => {
    const { asker, questions, plain } = written()
    const rewritten = questions.map((question) => ({ ...question, q: write(question.q, question.lang) }))
    const { grades, report } = gradeAll(asker, rewritten)
    expect(shareRight(grades), report).toBeGreaterThanOrEqual(plain - MOST_LOST)
    expect(wrongNumbers(grades), report).toEqual([])
  }

  it.each(Object.entries(VARIANTS))(
    'lose at most three points %s',
    (_, write) => expectLittleLost(write),
    mostMs,
  )

  it('lose at most three points with courtesies around', () => expectLittleLost(withCourtesy), mostMs)

  it(
    'lose at most three points with courtesies around, without marks',
    () => expectLittleLost((question, lang) => withoutMarks(withCourtesy(question, lang))),
    mostMs,
  )

  it.each(SEEDS)(
    'lose at most three points with one slip each (seed %i)',
    (seed) => {
      const random = randomFrom(seed)
      expectLittleLost((question) => withTypo(question, random))
    },
    mostMs,
  )
}
