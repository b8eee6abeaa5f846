import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../src/domain/local-instant.ts'

describe('an instant written with the office’s clock first', () => {
  it.each([
    ['2026-12-14T00:00:00Z', 'Asia/Ho_Chi_Minh', '2026-12-14T07:00+07:00'],
    ['2026-12-31T23:30:45Z', 'Asia/Ho_Chi_Minh', '2027-01-01T06:30+07:00'],
    ['2026-07-01T12:00:00Z', 'UTC', '2026-07-01T12:00+00:00'],
    ['2026-01-01T02:00:00Z', 'America/St_Johns', '2025-12-31T22:30-03:30'],
  ])('%s in %s', (instant, zone, written) => {
    expect(formatInstant(new Date(instant), zone)).toBe(written)
    expect(new Date(written).getTime()).toBe(Math.floor(Date.parse(instant) / 60_000) * 60_000)
  })
})
