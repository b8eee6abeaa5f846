import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { expectLittleLostInVariants, expectReadInStories } from './expect-variants.ts'
import type { Question } from './grade.ts'
import { answeredWrongly, gradeAll, shareRight, wrongNumbers } from './grading.ts'
import { questionsIn, shippedLibrary } from './library.ts'
import { FILES, MOST_ANSWERED_WRONGLY, SETS } from './sets.ts'

/** Of the questions written otherwise; all of them are asked by `npm run test:long`. */
const EACH = 36
/** On a machine that is doing other things as well. */
const MOST_MS = 120_000

let library: PlanLibrary
let asker: Asker
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
})

describe.each(Object.entries(SETS))('%s', (file, bar) => {
  it(
    'is answered right, without a wrong number, and cited',
    () => {
      const questions = questionsIn(file)
      const { grades, answers, report } = gradeAll(asker, questions)
      const cited = grades.filter(({ isCited }) => isCited !== undefined)
      const unanswerable = answeredWrongly(questions, answers)
      expect(shareRight(grades), report).toBeGreaterThanOrEqual(bar)
      expect(wrongNumbers(grades), report).toEqual([])
      expect(cited.filter(({ isCited }) => !isCited).length, report).toBeLessThanOrEqual(cited.length * 0.02)
      expect(unanswerable.answered.length, report).toBeLessThanOrEqual(
        unanswerable.asked * MOST_ANSWERED_WRONGLY,
      )
    },
    MOST_MS,
  )
})

describe('questions written otherwise', () => {
  let questions: readonly Question[]
  let plain: number
  beforeAll(() => {
    // one that others go on from is needed with them
    const all = FILES.flatMap(questionsIn)
    const led = new Set(all.flatMap(({ followup }) => followup ?? []))
    questions = all.filter(({ id, followup }, at) => at % EACH === 0 && !followup && !led.has(id))
    plain = shareRight(gradeAll(asker, questions).grades)
  }, MOST_MS)

  expectLittleLostInVariants(() => ({ asker, questions, plain }), MOST_MS)
})

describe('questions in stories', () => {
  let questions: readonly Question[]
  let plain: number
  beforeAll(() => {
    // few of the unanswerable ones may be answered, so all are asked
    questions = FILES.flatMap(questionsIn).filter(
      ({ followup, expect: { behaviour } }, at) => !followup && (at % EACH === 0 || behaviour === 'refuse'),
    )
    plain = shareRight(gradeAll(asker, questions).grades)
  }, MOST_MS)

  expectReadInStories(() => ({ asker, questions, plain }), [1], MOST_MS)
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
    const sealed = FILES.filter((file) => file.startsWith('sealed'))
    expect(sealed.map((file) => questionsIn(file).length)).toEqual(sealed.map(() => 150))
  })
})
