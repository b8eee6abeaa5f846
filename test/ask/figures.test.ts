import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, createAsker, type Part } from '../../src/ask/index.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import type { Question } from './grade.ts'
import { askAll, questionsIn, shippedLibrary } from './library.ts'

let library: PlanLibrary
let questions: readonly Question[]
let answers: readonly Answer[]
const sections = new Map<string, string>()
beforeAll(async () => {
  library = await shippedLibrary()
  for (const plan of library.plans)
    for (const { id, section } of [...plan.targets, ...plan.duties, ...plan.facts])
      sections.set(id, `${plan.key}, ${section}`)
  questions = ['questions.jsonl', 'own.jsonl', 'unanswerable.jsonl'].flatMap(questionsIn)
  answers = askAll(createAsker(library), questions).answers
})

/** Lines that are not the plan's words: its citation, and what is worked out from figures shown above. */
const DERIVED = /^(?:Nguồn|Source):|: chênh |: a difference of/
const WORKED_OUT = /\(ngày cuối được nộp: [^)]*\)|\(last day allowed: [^)]*\)|Hôm nay .*|Today is .*/g

const figuresOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !DERIVED.test(line))
    .flatMap((line) => line.replace(WORKED_OUT, '').match(/\d+(?:[.,/]\d+)*%?/g) ?? [])

/** A refusal names the year or figure that was asked for. */
const isAskedAgain = (figure: string, asked: string, { behaviour }: Answer): boolean =>
  behaviour === 'refuse' && (asked.includes(figure) || /^20\d\d$/.test(figure))

const shownParts = ({ parts, nearest }: Answer): readonly Part[] => [
  ...parts,
  ...nearest.flatMap(({ part }) => (part ? [part] : [])),
]

const citesOf = ({ citations }: Answer): ReadonlySet<string> =>
  new Set(citations.map(({ document, section }) => `${document}, ${section}`))

describe('every answer to every question', () => {
  it('shows no figure that no fact of it prints', () => {
    const strays = answers.flatMap((answer, at) => {
      const { q, today = '' } = questions[at] ?? { q: '' }
      const printed = JSON.stringify([
        shownParts(answer),
        answer.nearest.map(({ plan, label, section }) => [plan, label, section]),
      ])
      const asked = `${q.normalize('NFC')} ${today}`
      return figuresOf(answer.text)
        .filter((figure) => !printed.includes(figure) && !isAskedAgain(figure, asked, answer))
        .map((figure) => `${figure} in: ${answer.text}`)
    })
    expect(strays).toEqual([])
  })

  it('cites each fact it shows by the document and section of that fact', () => {
    for (const answer of answers) {
      if (answer.behaviour === 'refuse') continue
      for (const { id, citation } of answer.parts) {
        expect(`${citation.document}, ${citation.section}`, id).toBe(sections.get(id))
        expect(citesOf(answer).has(sections.get(id) ?? ''), answer.text).toBe(true)
      }
      expect(answer.parts.length === 0 || answer.citations.length > 0, answer.text).toBe(true)
    }
  })

  it('cites all that was expected when it compares', () => {
    const lacking = questions.flatMap(({ kind, q, expect: { facts, behaviour } }, at) => {
      const answer = answers[at]
      if (kind !== 'compare' || behaviour !== 'answer' || !answer) return []
      const cites = citesOf(answer)
      return facts.filter((id) => !cites.has(sections.get(id) ?? id)).map((id) => `${id} in: ${q}`)
    })
    expect(lacking).toEqual([])
  })

  it('refuses with figures of the plan that was asked about only', () => {
    for (const answer of answers)
      if (answer.behaviour === 'refuse')
        expect(new Set(shownParts(answer).map(({ plan }) => plan)).size, answer.text).toBeLessThanOrEqual(1)
  })
})
