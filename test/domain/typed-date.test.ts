import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, toLocalDate } from '../../src/domain/local-date.ts'
import { renderDate } from '../../src/domain/render-value.ts'
import { parseDate, parseLastDay } from '../../src/domain/typed-date.ts'

const today = toLocalDate('2026-11-22')
const gist = (text: string, on: LocalDate = today): unknown => {
  const parsed = parseDate(text, on)
  if (parsed.kind === 'date') return parsed.date
  if (parsed.kind === 'choices') return parsed.readings
  return parsed.kind === 'problem' ? parsed.problem : parsed.kind
}

describe('a date as people type it', () => {
  it.each([
    ['20/6', '2026-06-20'],
    ['20-6-2026', '2026-06-20'],
    ['20.6', '2026-06-20'],
    ['20/06/26', '2026-06-20'],
    ['ngày 20 tháng 6', '2026-06-20'],
    ['ngay 20 thang 6', '2026-06-20'],
    ['ngày 20 tháng 6 năm 2024', '2024-06-20'],
    ['20 tháng 6/2024', '2024-06-20'],
    ['ngày 20/6/2024', '2024-06-20'],
    ['mùng 5 tháng 9', '2026-09-05'],
    ['2024-02-29', '2024-02-29'],
    ['20 Jun 2026', '2026-06-20'],
    ['hôm nay', '2026-11-22'],
    ['31/6', 'date-impossible'],
    ['29/2/2025', 'date-impossible'],
    ['6/20/2026', 'date-impossible'],
    ['20', 'date-unclear'],
    ['20/6/202', 'date-unclear'],
    ['20/6-2026', 'date-unclear'],
    ['tháng 6', 'date-unclear'],
    ['２０/6', 'date-unclear'],
    ['chưa có', 'unavailable'],
    ['-', 'unavailable'],
  ])('«%s» is %s', (text, expected) => {
    expect(gist(text)).toBe(expected)
  })

  it('asks which year when another one’s day is nearer', () => {
    expect(gist('20/12', toLocalDate('2027-01-05'))).toEqual(['2026-12-20', '2027-12-20'])
    expect(gist('5/1', toLocalDate('2026-12-20'))).toEqual(['2026-01-05', '2027-01-05'])
  })

  it('takes the day before where «trước» excludes it', () => {
    expect(parseLastDay('trước ngày 20/6', today)).toEqual({ kind: 'date', date: '2026-06-19' })
    expect(parseLastDay('truoc 1/3/2027', today)).toEqual({ kind: 'date', date: '2027-02-28' })
    expect(parseLastDay('đến hết ngày 20/6', today)).toEqual({ kind: 'date', date: '2026-06-20' })
    expect(parseLastDay('20/6', today)).toEqual({ kind: 'date', date: '2026-06-20' })
  })

  it('reads back every day as it is shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9000, max: 9000 }),
        fc.constantFrom('vi' as const, 'en' as const),
        (shift, locale) => {
          const date = addDays(today, shift)
          expect(gist(renderDate(date, locale)), renderDate(date, locale)).toBe(date)
        },
      ),
    )
  })
})
