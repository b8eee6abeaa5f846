import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerMap, planForm } from '../../src/domain/form-plan.ts'
import type { AskedQuestion } from '../../src/domain/given-answer.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { readPastedAnswers } from '../../src/domain/pasted-answers.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { settleAnswers } from '../../src/domain/settle-answers.ts'
import { readShippedLibrary } from '../support/demo.ts'

let library: PlanLibrary
beforeAll(async () => {
  library = await readShippedLibrary()
})

const count = (value: number) => ({ kind: 'count', count: value }) as const

/** What of a message is stored beside a draft's answers, and which lines are not. */
function settle(text: string, answers: AnswerMap = {}, last: AnswerMap = {}) {
  const { form } = library.form('lb-office')
  const context = { locale: 'vi', today: toLocalDate('2026-12-07'), last } as const
  const questions: AskedQuestion[] = planForm(form, []).map(({ asks }) => ({
    elements: asks.map((code) => library.element(code)),
    context,
  }))
  const read = readPastedAnswers(text, questions)
  const { understood, refused } = settleAnswers(read, {
    form,
    answers,
    last,
    element: (code) => library.element(code),
  })
  return {
    kept: Object.assign({}, ...understood.map(({ values }) => values)) as AnswerMap,
    refused: refused.map(({ source, from, problem }) => `${source.line} ${from} ${problem}`),
  }
}

const ABOVE_RATE = 'grade10-pass-rate-above'
const RANKED = 'lower-secondary-schools-ranked'
const ABOVE_AVERAGE = 'grade10-average-above'

describe('answers given at once', () => {
  it('are stored when no rule is against them, whatever the order of part and whole', () => {
    const kept = { [ABOVE_RATE]: count(18), [RANKED]: count(20), [ABOVE_AVERAGE]: count(17) }
    expect(settle('9: 18/20\n10: 17')).toEqual({ kept, refused: [] })
    expect(settle('10: 17\n9: 18/20')).toEqual({ kept, refused: [] })
  })

  it('may raise a part above the draft’s whole together with the whole', () => {
    const before = { [ABOVE_RATE]: count(18), [RANKED]: count(20), [ABOVE_AVERAGE]: count(17) }
    expect(settle('10: 22\n9: 18/23', before).refused).toEqual([])
    expect(settle('10: 22', before)).toEqual({ kept: {}, refused: ['1 rule above-other'] })
  })

  it('that lower a whole below the part in the draft leave it as it is', () => {
    const before = { [ABOVE_AVERAGE]: count(17) }
    expect(settle('9: 15/16', before)).toEqual({ kept: {}, refused: ['1 rule above-other'] })
  })

  it('of which part and whole disagree lose the part, and the whole too if the draft’s part is above it', () => {
    expect(settle('9: 15/16\n10: 17')).toEqual({
      kept: { [ABOVE_RATE]: count(15), [RANKED]: count(16) },
      refused: ['2 rule above-other'],
    })
    expect(settle('9: 15/16\n10: 18', { [ABOVE_AVERAGE]: count(17) })).toEqual({
      kept: {},
      refused: ['1 rule above-other', '2 rule above-other'],
    })
  })

  it('that moved beyond the limit are left to be asked with their reason', () => {
    const last = { [ABOVE_AVERAGE]: count(17) }
    expect(settle('10: 5', {}, last)).toEqual({ kept: {}, refused: ['1 rule moved'] })
    expect(settle('10: 17', {}, last)).toEqual({ kept: { [ABOVE_AVERAGE]: count(17) }, refused: [] })
  })

  it('that lean on one left out are left out too', () => {
    const last = { [RANKED]: count(20) }
    const before = { [ABOVE_RATE]: count(18), [RANKED]: count(20) }
    expect(settle('9: 18/60\n10: 50', before, last)).toEqual({
      kept: {},
      refused: ['1 rule moved', '2 rule above-other'],
    })
  })
})
