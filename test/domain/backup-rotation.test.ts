import { describe, expect, it } from 'vitest'
import { backupsToForget } from '../../src/domain/backup-rotation.ts'
import { isoWeekOf } from '../../src/domain/iso-week.ts'
import { addDays, type LocalDate, toLocalDate, weekday } from '../../src/domain/local-date.ts'

/** The days whose backups are there when one was made on each day so far on which the machine was on. */
function after(days: readonly LocalDate[]): readonly LocalDate[] {
  let kept: readonly LocalDate[] = []
  for (const day of days) {
    const all = [...kept, day]
    const gone = backupsToForget(all, day)
    kept = all.filter((each) => !gone.includes(each))
  }
  return kept
}
const from = toLocalDate('2026-09-01')
const daily = Array.from({ length: 90 }, (_, index) => addDays(from, index))

describe('backups kept', () => {
  it('are the last seven days and the Sundays of the four weeks before', () => {
    for (const end of [60, 61, 62, 63, 64, 65, 66]) {
      const kept = after(daily.slice(0, end))
      const today = daily[end - 1] ?? from
      expect(kept.slice(-7)).toEqual(daily.slice(end - 7, end))
      const sundays = kept.filter((day) => weekday(day) === 7 && isoWeekOf(day) !== isoWeekOf(today))
      expect(sundays).toHaveLength(4)
      expect(kept.length).toBeLessThanOrEqual(11)
    }
  })

  it('are the last ones of weeks in which the machine was off on Sunday', () => {
    const workdays = daily.filter((day) => weekday(day) <= 5)
    const kept = after(workdays)
    expect(kept.filter((day) => weekday(day) === 5).length).toBeGreaterThanOrEqual(4)
  })

  it('are all there are as long as there are few', () => {
    expect(after(daily.slice(0, 7))).toEqual(daily.slice(0, 7))
    expect(backupsToForget([], from)).toEqual([])
  })
})
