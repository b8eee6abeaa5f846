import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Asker, createAsker } from '../../src/ask/index.ts'
import { type Grade, grade, type Question } from './grade.ts'
import { askAll, questionsIn, shippedLibrary } from './library.ts'

const SETS = { 'questions.jsonl': 0.97, 'own.jsonl': 0.95 } as const
const MARKS = /[\u0300-\u036f]/g
const unmarked = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
const OTHER_PLACEMENT: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['ỏe', 'oẻ'],
  ['òe', 'oè'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
]
const otherPlacement = (text: string): string =>
  OTHER_PLACEMENT.reduce(
    (out, [a, b]) => (out.includes(a) ? out.replaceAll(a, b) : out.replaceAll(b, a)),
    text.normalize('NFC'),
  )

const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'without marks': unmarked,
  'without marks and capitals': (text) => unmarked(text).toLowerCase(),
  'in NFD': (text) => text.normalize('NFD'),
  'in capitals': (text) => text.toUpperCase(),
  'with the other tone placement': otherPlacement,
  'with zero-width characters': (text) => text.replaceAll(' ', ' \u200b'),
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

let asker: Asker
beforeAll(async () => {
  asker = createAsker(await shippedLibrary())
})

function gradeAll(questions: readonly Question[]): { grades: Grade[]; report: string; times: number[] } {
  const { answers, times } = askAll(asker, questions)
  const grades = questions.map((question, at) => {
    const { behaviour = '', text = '', choices = [], citations = [] } = answers[at] ?? {}
    return grade(question, { behaviour, text, choices: choices.map(({ label }) => label), citations })
  })
  return { grades, report: failures(questions, answers, grades), times }
}

const shareRight = (grades: readonly Grade[]): number =>
  grades.filter(({ isRight }) => isRight).length / grades.length

describe.each(Object.entries(SETS))('%s', (file, bar) => {
  it('is answered right, without a wrong number, and cited', () => {
    const { grades, report } = gradeAll(questionsIn(file))
    const cited = grades.filter(({ isCited }) => isCited !== undefined)
    expect(shareRight(grades), report).toBeGreaterThanOrEqual(bar)
    expect(
      grades.filter(({ showsWrongNumber }) => showsWrongNumber),
      report,
    ).toEqual([])
    expect(cited.filter(({ isCited }) => isCited).length / cited.length, report).toBeGreaterThanOrEqual(0.98)
  })

  it.each(Object.keys(VARIANTS))('loses at most three points when written %s', (name) => {
    const questions = questionsIn(file)
    const write = VARIANTS[name] ?? String
    const plain = shareRight(gradeAll(questions).grades)
    const { grades, report } = gradeAll(questions.map((question) => ({ ...question, q: write(question.q) })))
    expect(shareRight(grades), report).toBeGreaterThanOrEqual(plain - 0.03)
    expect(
      grades.filter(({ showsWrongNumber }) => showsWrongNumber),
      report,
    ).toEqual([])
  })

  it('takes at most 30 ms a question', () => {
    const { times } = gradeAll(questionsIn(file))
    const sorted = times.toSorted((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThanOrEqual(30)
  })
})
