import { beforeAll, describe } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import { expectLittleLostInVariants, expectReadInStories } from './expect-variants.ts'
import type { Question } from './grade.ts'
import { gradeAll, shareRight } from './grading.ts'
import { questionsIn, shippedLibrary } from './library.ts'
import { FILES, SEEDS } from './sets.ts'

const MOST_MS = 600_000

/** Reads the chosen questions before a suite, and how many of them are right as they stand. */
function asking(choose: (all: readonly Question[]) => readonly Question[]) {
  let asked: { readonly asker: Asker; readonly questions: readonly Question[]; readonly plain: number }
  beforeAll(async () => {
    const asker = createAsker(await shippedLibrary())
    const questions = choose(FILES.flatMap(questionsIn))
    asked = { asker, questions, plain: shareRight(gradeAll(asker, questions).grades) }
  }, MOST_MS)
  return () => asked
}

describe('all questions together, written otherwise', () => {
  expectLittleLostInVariants(
    asking((all) => all),
    MOST_MS,
  )
})

describe('all questions that stand alone, in stories', () => {
  const alone = asking((all) => all.filter(({ followup }) => followup === undefined))
  expectReadInStories(alone, SEEDS, MOST_MS)
})
