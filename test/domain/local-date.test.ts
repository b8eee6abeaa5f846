import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addYears,
  daysBetween,
  instantOf,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  toLocalDate,
  weekday,
} from '../../src/domain/local-date.ts'

const VN = 'Asia/Ho_Chi_Minh'

describe('a local day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-6-2', '20260602', '2026-06-31', ''])(
    '«%s» is none',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined()
      expect(() => toLocalDate(text)).toThrow(RangeError)
    },
  )

  it('counts days over months and leap years', () => {
    expect(addDays(toLocalDate('2024-02-28'), 2)).toBe('2024-03-01')
    expect(daysBetween(toLocalDate('2026-12-19'), toLocalDate('2026-11-22'))).toBe(-27)
    expect(addYears(toLocalDate('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(toLocalDate('2024-06-20'), 5)).toBe('2029-06-20')
  })

  it('knows its weekday, Monday first', () => {
    expect(weekday(toLocalDate('2026-11-22'))).toBe(7)
    expect(weekday(toLocalDate('2026-06-20'))).toBe(6)
    expect(weekday(toLocalDate('1969-12-29'))).toBe(1)
  })

  it('changes at local midnight, not at that of Greenwich', () => {
    expect(localDateOf(new Date('2026-06-19T16:59:59Z'), VN)).toBe('2026-06-19')
    expect(localDateOf(new Date('2026-06-19T17:00:00Z'), VN)).toBe('2026-06-20')
    expect(localTimeOf(new Date('2026-06-19T17:00:00Z'), VN)).toBe('00:00')
    expect(instantOf(toLocalDate('2026-11-23'), '07:00', VN).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  })

  it('turns every shown moment back into its instant, also where clocks change', () => {
    const zones = fc.constantFrom(VN, 'UTC', 'Asia/Kathmandu', 'America/New_York')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), zones, (minutes, zone) => {
        const instant = new Date(Date.UTC(2000, 0, 1) + minutes * 60_000)
        const back = instantOf(localDateOf(instant, zone), localTimeOf(instant, zone), zone)
        expect([localDateOf(back, zone), localTimeOf(back, zone)]).toEqual([
          localDateOf(instant, zone),
          localTimeOf(instant, zone),
        ])
      }),
    )
  })
})
