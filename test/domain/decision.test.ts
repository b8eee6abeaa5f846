import { describe, expect, it } from 'vitest'
import type { ElementType } from '../../src/domain/data-element.ts'
import { parseDecision, recognitionExpiry } from '../../src/domain/decision.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { parseValue } from '../../src/domain/numbers.ts'

const today = toLocalDate('2026-11-22')
const degrees = [1, 2]
const whole = { decisionNumber: '123/QĐ-UBND', decidedOn: '2024-06-20' }

describe('a decision of recognition', () => {
  it.each([
    ['123/QĐ-UBND ngày 20/6/2024', whole],
    ['Quyết định số 123/QĐ-UBND ngày 20 tháng 6 năm 2024', whole],
    ['QĐ 123/qđ-ubnd, 20.6.2024', whole],
    ['123/QĐ-UBND', { decisionNumber: '123/QĐ-UBND' }],
    ['45/2024/QĐ-BGDĐT 1/7/2024', { decisionNumber: '45/2024/QĐ-BGDĐT', decidedOn: '2024-07-01' }],
    [
      'mức độ 2, 123/QĐ-UBND ngày 20/6/2024, đến ngày 20/6/2029',
      { ...whole, degree: 2, expiresOn: '2029-06-20' },
    ],
    ['đạt mức 1', { degree: 1 }],
    ['ngày 20/6/24', { decidedOn: '2024-06-20' }],
  ])('«%s» is read', (text, decision) => {
    expect(parseDecision(text, today, degrees)).toEqual({ kind: 'decision', decision })
  })

  it.each([
    ['123/QĐ-UBND ngày 20/6', 'date-year-missing'],
    ['123/QĐ-UBND ngày 31/6/2024', 'date-impossible'],
    ['123/QĐ-UBND ngày 20/6/2027', 'date-in-future'],
    ['123/QĐ-UBND ngày 20/6/2024 đến 20/6/2023', 'dates-reversed'],
    ['mức độ 3', 'degree-unknown'],
    ['123/QĐ-UBND và 124/QĐ-UBND', 'decision-unclear'],
    ['chắc là năm ngoái', 'decision-unclear'],
    ['45', 'decision-unclear'],
  ])('«%s» is refused: %s', (text, problem) => {
    expect(parseDecision(text, today, degrees)).toMatchObject({ kind: 'problem', problem })
  })

  it('expires so many years later when nothing else is printed', () => {
    expect(recognitionExpiry(toLocalDate('2024-02-29'), 5)).toBe('2029-02-28')
  })

  it('answers the recognition question with yes, no or the decision itself', () => {
    const type: ElementType = { kind: 'recognition', degrees, lastsYears: 5 }
    const read = (text: string) => parseValue(type, text, { locale: 'vi', today })
    expect(read('có')).toMatchObject({ value: { kind: 'recognition', yes: true } })
    expect(read('chưa')).toMatchObject({ value: { kind: 'recognition', yes: false } })
    expect(read('123/QĐ-UBND ngày 20/6/2024')).toMatchObject({
      value: { kind: 'recognition', yes: true, ...whole },
      echo: 'có, 123/QĐ-UBND ngày 20/6/2024',
    })
    expect(read('không rõ')).toEqual({ kind: 'unavailable' })
    expect(read('không, 123/QĐ-UBND')).toMatchObject({ problem: 'decision-unclear' })
  })
})
