import { beforeAll, describe } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import { expectLittleLostInVariants, expectReadInStories } from './expect-variants.ts'
import type { Question } from './grade.ts'
import { gradeAll, shareRight } from './grading.ts'
import { questionsIn, shippedLibrary } from './library.ts'
import { FILES, SEEDS } from './sets.ts'

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

  expectLittleLostInVariants(() => ({ asker, questions, plain }), MOST_MS)
})

describe('all questions that stand alone, in stories', () => {
  let asker: Asker
  let questions: readonly Question[]
  let plain: number
  beforeAll(async () => {
    asker = createAsker(await shippedLibrary())
    const all = FILES.flatMap(questionsIn)
    questions = all.filter(({ followup }) => followup === undefined)
    plain = shareRight(gradeAll(asker, questions).grades)
  }, MOST_MS)

  expectReadInStories(() => ({ asker, questions, plain }), SEEDS, MOST_MS)
})
