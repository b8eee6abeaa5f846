import { describe, expect, it } from 'vitest'
import { groupLate, lateDueOn } from '../../src/domain/late-result.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { getPeriod } from '../../src/domain/period.ts'

const FORM = { dueOn: '12-19', locksOn: '12-29', firstPeriod: '2023', lastPeriod: '2026' }
const PERIOD = getPeriod('2026')
const planned = (id: string, day?: string) => ({
  section: { id: 'all', title: { vi: '', en: '' }, levels: [], questions: [] },
  question: { id, elements: [id] as const, isLate: true, ...(day !== undefined && { lateDueOn: day }) },
  asks: [id],
})

describe('a result that comes later', () => {
  it.each([
    ['in the year after, though the plan is over by then', '01-31', '2027-01-31'],
    ['on the very day of the form', '12-19', '2026-12-19'],
    ['a year later, where its day has passed when the form is due', '12-18', '2027-12-18'],
  ])('is due %s', (_, day, dueOn) => {
    expect(lateDueOn(FORM, { lateDueOn: day }, PERIOD)).toBe(dueOn)
  })

  it('is due after a local date of the form, and after the period where the plan prints none', () => {
    const local = toLocalDate('2027-02-10')
    expect(lateDueOn(FORM, { lateDueOn: '01-31' }, PERIOD, local)).toBe('2028-01-31')
    const { dueOn: _, ...undated } = FORM
    expect(lateDueOn(undated, { lateDueOn: '12-20' }, PERIOD)).toBe('2027-12-20')
  })

  it('has no day unless the pack gives it one', () => {
    expect(lateDueOn(FORM, {}, PERIOD)).toBeUndefined()
    expect(groupLate(FORM, [planned('a')], PERIOD)).toEqual([])
  })

  it('is owed with those of the same day, the earliest first', () => {
    const late = [planned('rank', '03-31'), planned('passed', '01-31'), planned('other', '03-31')]
    const groups = groupLate(FORM, late, PERIOD)
    expect(
      groups.map(({ questions, deadline }) => [deadline.dueOn, questions.map(({ question }) => question.id)]),
    ).toEqual([
      ['2027-01-31', ['passed']],
      ['2027-03-31', ['rank', 'other']],
    ])
    expect(groups.every(({ deadline }) => deadline.isLocal && deadline.opensOn === '2026-11-04')).toBe(true)
  })
})
