import { describe, expect, it } from 'vitest'
import { toLocalDate } from '../../src/domain/local-date.ts'
import {
  renderDate,
  renderNumber,
  renderPercent,
  renderShare,
  renderValue,
} from '../../src/domain/render-value.ts'

const pupils = { unit: { vi: 'học sinh', en: 'pupils' } }
const nothing = { unit: { vi: '', en: '' } }

describe('figures as they are shown', () => {
  it('follow the reader’s language', () => {
    expect(renderNumber('1234.5', 'vi')).toBe('1.234,5')
    expect(renderNumber('1234.5', 'en')).toBe('1,234.5')
    expect(renderNumber('123456789012345.678', 'vi')).toBe('123.456.789.012.345,678')
    expect(renderNumber('2.5', 'vi', 0)).toBe('3')
    expect(renderDate(toLocalDate('2026-06-20'), 'vi')).toBe('20/6/2026')
    expect(renderDate(toLocalDate('2026-06-20'), 'en')).toBe('20 Jun 2026')
  })

  it.each([
    ['99.5', '99,5%'],
    ['96.875', '96,88%'],
    ['92.1875', '92,19%'],
    ['100', '100%'],
    ['99.996', '99,99%'],
    ['99.994', '99,99%'],
    ['0', '0%'],
    ['0.001', '<0,01%'],
    ['100.004', '100%'],
  ])('%s percent is shown as %s', (percent, shown) => {
    expect(renderPercent(percent, 'vi')).toBe(shown)
  })

  it('show a share of counts, and nothing where there is none', () => {
    expect(renderShare('62', '64', 'vi')).toBe('96,88%')
    expect(renderShare('0', '0', 'vi')).toBeUndefined()
    expect(renderShare(null, '64', 'vi')).toBeUndefined()
  })

  it('tell each kind of answer in words', () => {
    expect(renderValue({ kind: 'count', count: 0 }, pupils, 'vi')).toBe('0 học sinh')
    expect(renderValue({ kind: 'decimal', decimal: '99.5' }, { unit: { vi: '%', en: '%' } }, 'vi')).toBe(
      '99,5%',
    )
    expect(renderValue({ kind: 'rank', rank: 7, of: 30 }, nothing, 'vi')).toBe('7/30')
    expect(renderValue({ kind: 'missing', reason: 'đang chờ' }, pupils, 'vi')).toBe('chưa có số liệu')
    const recognition = {
      kind: 'recognition',
      yes: true,
      degree: 1,
      decidedOn: '2024-06-20',
      expiresOn: '2029-06-20',
    } as const
    expect(renderValue(recognition, nothing, 'vi')).toBe('có, mức độ 1, ngày 20/6/2024, đến ngày 20/6/2029')
    expect(renderValue(recognition, nothing, 'en')).toBe('yes, level 1, of 20 Jun 2024, until 20 Jun 2029')
  })
})
