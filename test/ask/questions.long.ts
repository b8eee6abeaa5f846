import { beforeAll, describe } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import { expectLittleLostInVariants } from './expect-variants.ts'
import type { Question } from './grade.ts'
import { gradeAll, shareRight } from './grading.ts'
import { questionsIn, shippedLibrary } from './library.ts'
import { FILES } from './sets.ts'

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
