import { expect, it } from 'vitest'
import type { Asker } from '../../src/ask/index.ts'
import type { Question } from './grade.ts'
import { answeredWrongly, gradeAll, shareRight, wrongNumbers } from './grading.ts'
import { MOST_ANSWERED_WRONGLY, MOST_LOST, MOST_LOST_IN_STORIES, SEEDS } from './sets.ts'
import { inStory } from './stories.ts'
import { randomFrom, VARIANTS, withCourtesy, withoutMarks, withTypo } from './variants.ts'

/** Adds the tests that stories around the questions, from the seeds, make no number wrong, and that as good as all are read as without. */
export function expectReadInStories(
  written: () => WrittenPlain,
  seeds: readonly number[],
  mostMs: number,
): void {
  it.each(seeds)(
    'are read as without the story around them (seed %i)',
    (seed) => {
      const { asker, questions, plain } = written()
      const random = randomFrom(seed)
      const told = questions.map((question) => ({
        ...question,
        q: inStory(question.q, question.lang, random),
      }))
      const { grades, answers, report } = gradeAll(asker, told)
      const { asked, answered } = answeredWrongly(told, answers)
      expect(shareRight(grades), report).toBeGreaterThanOrEqual(plain - MOST_LOST_IN_STORIES)
      expect(wrongNumbers(grades), report).toEqual([])
      expect(answered.length, `${answered} ${report}`).toBeLessThanOrEqual(asked * MOST_ANSWERED_WRONGLY)
    },
    mostMs,
  )
}

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
