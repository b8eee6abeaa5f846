import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import type { QuestionId } from '../../src/domain/brand.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import type { OfficeAnswer } from '../../src/domain/office-answer.ts'
import { createLibrary } from '../../src/plans/index.ts'
import { shippedLibrary } from './library.ts'

const ANSWER: OfficeAnswer = {
  ...{ id: '1' as QuestionId, plan: 'QY', audience: 'registered' },
  ...{ question: 'Quảng Yên năm 2027 có bao nhiêu trường quốc tế?', text: 'Chưa có trường quốc tế nào.' },
  ...{ answeredOn: toLocalDate('2026-11-20'), keepUntil: toLocalDate('2027-03-31') },
}

let asker: Asker
beforeAll(async () => {
  asker = createAsker(await shippedLibrary())
})

const ask = (question: string, home?: string, office: readonly OfficeAnswer[] = [ANSWER]) =>
  asker.ask(question, { today: '2026-12-01', office, ...(home !== undefined && { home }) })

describe('what the office has answered', () => {
  it('is told to whoever asks the same, in other words and without marks, as the office’s', () => {
    for (const question of [
      'Năm 2027 Quảng Yên có mấy trường quốc tế vậy ạ?',
      'so truong quoc te cua quang yen nam 2027 la bao nhieu',
    ]) {
      const { behaviour, text, citations, parts } = ask(question)
      expect(behaviour, question).toBe('answer')
      expect(text).toContain(ANSWER.text)
      expect(text).toContain('không phải nội dung kế hoạch; dùng đến hết ngày 31/3/2027')
      expect(citations).toEqual([{ document: 'Cán bộ phụ trách trả lời', section: 'ngày 20/11/2026' }])
      expect(parts.map(({ kind }) => kind)).toEqual(['office'])
    }
  })

  it('is of one’s own place when none is named', () => {
    expect(ask('năm 2027 có bao nhiêu trường quốc tế', 'QY').text).toContain(ANSWER.text)
    expect(ask('năm 2027 có bao nhiêu trường quốc tế', 'LB').text).not.toContain(ANSWER.text)
    expect(ask('năm 2027 có bao nhiêu trường quốc tế').text).not.toContain(ANSWER.text)
  })

  it.each([
    'Quảng Yên năm 2028 có bao nhiêu trường quốc tế?',
    'Long Biên năm 2027 có bao nhiêu trường quốc tế?',
    'Quảng Yên năm 2027 có bao nhiêu trường THPT quốc tế?',
    'Quảng Yên năm 2027 có bao nhiêu trường múa?',
    'Quảng Yên năm 2027 có bao nhiêu giáo viên quốc tế dạy bơi?',
  ])('says nothing about another question: %s', (question) => {
    expect(ask(question).text).not.toContain(ANSWER.text)
  })

  it('never stands before what the plan itself says', () => {
    const question = 'Quảng Yên đến năm 2030 có bao nhiêu trường đạt chuẩn quốc gia?'
    const { text } = ask(question, undefined, [{ ...ANSWER, question }])
    expect(text).toContain('62/64')
    expect(text).not.toContain(ANSWER.text)
  })
})

describe('a plan for registered people', () => {
  it('is nothing to strangers, neither figure nor title', async () => {
    const { catalogue, plans } = await shippedLibrary()
    const closed = plans.map((plan) =>
      plan.code === 'QY' ? { ...plan, audience: 'registered' as const } : plan,
    )
    const asked = createAsker(createLibrary(catalogue, closed))
    const question = 'trường mầm non đạt chuẩn quốc gia Quảng Yên đến 2030'
    const context = { today: '2026-12-01' }
    expect(asked.ask(question, { ...context, audience: 'registered' }).text).toContain('19/21')
    const { text, nearest } = asked.ask(question, { ...context, audience: 'public' })
    expect(text).not.toMatch(/19\/21|KH-UBND Quảng Yên/)
    expect(nearest.map(({ plan }) => plan)).not.toContain('Quảng Yên')
  })
})
