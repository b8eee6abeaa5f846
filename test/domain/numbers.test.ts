import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementType, Value } from '../../src/domain/data-element.ts'
import { compareDecimals } from '../../src/domain/figures.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { parseValue } from '../../src/domain/numbers.ts'
import type { AnswerContext } from '../../src/domain/parsed.ts'
import { renderValue, showValue } from '../../src/domain/render-value.ts'
import type { Locale } from '../../src/domain/text.ts'

const COUNT: ElementType = { kind: 'count' }
const SCORE: ElementType = { kind: 'decimal', min: '0', max: '1000000', decimals: 6 }
const PERCENT: ElementType = { kind: 'decimal', min: '0', max: '100', decimals: 2 }
const YES_NO: ElementType = { kind: 'yes-no' }
const LEVEL: ElementType = { kind: 'level', min: 1, max: 3 }
const RANK: ElementType = { kind: 'rank' }
const RECOGNITION: ElementType = { kind: 'recognition', degrees: [1, 2], lastsYears: 5 }
const vi: AnswerContext = { locale: 'vi', today: toLocalDate('2026-11-22') }
const en: AnswerContext = { ...vi, locale: 'en' }

const read = (type: ElementType, text: string, context: AnswerContext = vi) => parseValue(type, text, context)
/** The one figure understood, or how else the answer was taken. */
const gist = (type: ElementType, text: string, context: AnswerContext = vi): unknown => {
  const parsed = read(type, text, context)
  if (parsed.kind === 'value') return figure(parsed.value)
  if (parsed.kind === 'choices') return parsed.readings.map(figure)
  return parsed.kind === 'problem' ? parsed.problem : parsed.kind
}
const figure = (value: Value): unknown => {
  if (value.kind === 'count') return value.count
  if (value.kind === 'decimal') return value.decimal
  if (value.kind === 'yes-no') return value.yes
  if (value.kind === 'level') return value.level
  return value
}

describe('a count', () => {
  it.each([
    ['45', 45],
    ['0', 0],
    ['05', 5],
    ['1.234', 1234],
    ['12.345.678', 12345678],
    ['1 234', 1234],
    ['1\u2009234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234', 1234],
    ['\u200b45\ufeff', 45],
    ['45.', 45],
    ['45 em', 45],
    ['45em', 45],
    ['45 cháu', 45],
    ['45 trẻ', 45],
    ['45 hs', 45],
    ['45 HS', 45],
    ['45 hoc sinh', 45],
    ['3 lớp', 3],
    ['18 trường', 18],
    ['18 trường'.normalize('NFD'), 18],
    ['dạ 45 em ạ', 45],
    ['có 45 em', 45],
    ['1.234 em', 1234],
    ['2 nghìn', 2000],
    ['2 ngàn em', 2000],
    ['hai mươi mốt', 21],
    ['hai muoi mot', 21],
    ['hai mươi tư', 24],
    ['hai lăm', 25],
    ['Ba mươi lăm học sinh', 35],
    ['mười', 10],
    ['mười lăm', 15],
    ['muoi lam', 15],
    ['năm học sinh', 5],
    ['một trăm linh hai', 102],
    ['một trăm hai mươi', 120],
    ['một nghìn hai trăm ba mươi tư', 1234],
    ['một nghìn không trăm linh năm', 1005],
    ['hai ngàn', 2000],
    ['hai triệu', 2000000],
    ['1000000000', 1000000000],
  ])('«%s» is %i', (text, count) => {
    expect(read(COUNT, text)).toMatchObject({ kind: 'value', value: { kind: 'count', count } })
  })

  it.each([
    ['một trăm hai', [120, 102]],
    ['hai nghìn ba', [2300, 2003]],
    ['sau', [6]],
    ['nam', [5]],
  ])('«%s» is offered as %j, as it is no sure reading', (text, readings) => {
    expect(gist(COUNT, text)).toEqual(readings)
  })

  it.each([
    ['', 'empty'],
    ['\u200b', 'empty'],
    ['４５', 'full-width-digits'],
    ['٤٥', 'full-width-digits'],
    ['½', 'full-width-digits'],
    ['1O', 'letters-for-digits'],
    ['l8', 'letters-for-digits'],
    ['O', 'letters-for-digits'],
    ['12abc', 'glued-letters'],
    ['1e5', 'glued-letters'],
    ['0x1F', 'glued-letters'],
    ['12 abc', 'noun-unknown'],
    ['1,2,3', 'separators'],
    ['1.2.3', 'separators'],
    ['1.2345.678', 'separators'],
    ['1 23', 'separators'],
    ['45,', 'separators'],
    ['1,234.5', 'separators'],
    ['007', 'leading-zeros'],
    ['0912345678', 'leading-zeros'],
    ['--5', 'sign'],
    ['+5', 'sign'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['âm 5', 'negative'],
    ['∞', 'infinite'],
    ['Infinity', 'infinite'],
    ['NaN', 'infinite'],
    ['99,5', 'not-whole'],
    ['99.5', 'not-whole'],
    ['45,0', 'not-whole'],
    ['1.00', 'not-whole'],
    ['1,000', 'comma-for-count'],
    ['0,000', 'not-whole'],
    ['chín phẩy năm', 'not-whole'],
    ['1,234', 'comma-for-count'],
    ['1,234 em', 'comma-for-count'],
    ['1,234,567', 'separators'],
    ['1000000001', 'too-large'],
    ['2.000.000.000', 'too-large'],
    ['45%', 'percent-not-asked'],
    ['bốn mươi phần trăm', 'percent-not-asked'],
    ['18/21', 'ratio-not-expected'],
    ['khoảng 45', 'not-exact'],
    ['~45', 'not-exact'],
    ['hơn 45', 'not-exact'],
    ['45-50', 'not-exact'],
    ['45 đến 50', 'not-exact'],
    ['45?', 'not-exact'],
    ['45 em 3 lớp', 'two-figures'],
    ['1\t234', 'two-figures'],
    ['1\n234', 'two-figures'],
    ['ba bảy', 'not-a-number'],
    ['hai mươi năm', 'not-a-number'],
    ['dư', 'not-a-number'],
    ['xin chào', 'not-a-number'],
    ['có', 'not-a-number'],
    ['hết', 'no-denominator'],
    ['như cũ', 'no-last-value'],
  ])('«%s» is refused: %s', (text, problem) => {
    expect(read(COUNT, text)).toMatchObject({
      kind: 'problem',
      problem,
      params: { example: expect.any(String) },
    })
  })

  it('shows «1.234» as the way to write what was typed as «1,234»', () => {
    expect(read(COUNT, '1,234')).toMatchObject({ params: { example: '1.234' } })
  })

  it('offers «1,234» to who reads English, and takes what can be nothing else', () => {
    expect(gist(COUNT, '1,234', en)).toEqual([1234])
    expect(gist(COUNT, '1,234,567', en)).toBe(1234567)
    expect(gist(COUNT, '1.234', en)).toBe(1234)
  })

  it('echoes the noun that was typed', () => {
    expect(read(COUNT, '1234 cháu')).toMatchObject({ echo: '1.234 cháu' })
    expect(read(COUNT, 'ba lớp')).toMatchObject({ echo: '3 lớp' })
    expect(read(COUNT, '7 giấy chứng nhận', { ...vi, unit: 'giấy chứng nhận' })).toMatchObject({
      value: { count: 7 },
    })
  })

  it('keeps to the most the element allows', () => {
    expect(read({ kind: 'count', max: 20 }, '21')).toMatchObject({
      problem: 'out-of-range',
      params: { min: 0, max: 20 },
    })
    expect(gist({ kind: 'count', max: 110 }, 'một trăm hai')).toBe(102)
  })

  it.each([
    'không có',
    'chưa có',
    'k có',
    'Ko có',
    'khong co',
    '-',
    '–',
    'chưa',
    'không rõ',
    'chưa có số liệu',
    'n/a',
  ])('«%s» is not available, never 0', (text) => {
    expect(read(COUNT, text)).toEqual({ kind: 'unavailable' })
  })

  it.each(['không', 'Không ạ', 'ko', 'k', 'khong', 'không có em nào', 'không em', 'none'])(
    '«%s» is asked back',
    (text) => {
      expect(read(COUNT, text)).toEqual({ kind: 'ask-zero' })
      expect(read(SCORE, text)).toEqual({ kind: 'ask-zero' })
    },
  )

  it.each(['hết', 'đủ', 'tất cả', 'tat ca', 'đủ ạ', '100%'])('«%s» is all of a known denominator', (text) => {
    expect(read(COUNT, text, { ...vi, denominator: 30 })).toEqual({ kind: 'all' })
  })

  it.each(['như cũ', 'như kỳ trước', 'nhu cu'])('«%s» is last period’s value where there is one', (text) => {
    expect(read(COUNT, text, { ...vi, last: { kind: 'count', count: 0 } })).toEqual({ kind: 'last' })
    expect(gist(COUNT, text, { ...vi, last: { kind: 'missing', reason: 'x' } })).toBe('no-last-value')
  })
})

describe('a decimal', () => {
  it.each([
    ['99,5', '99.5'],
    ['99.5', '99.5'],
    ['99,5%', '99.5'],
    ['99.5 %', '99.5'],
    ['99,50', '99.5'],
    ['1.234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1 234.5', '1234.5'],
    ['0,123', '0.123'],
    ['0.123', '0.123'],
    ['1234.567', '1234.567'],
    ['1,234', '1.234'],
    ['12.345.678', 'out-of-range'],
    ['chín mươi chín phẩy năm', '99.5'],
    ['chin muoi chin phay nam', '99.5'],
    ['không phẩy không năm', '0.05'],
    ['tám chấm hai mươi lăm', '8.25'],
    ['chín mươi phần trăm', '90'],
    ['8,5 điểm', '8.5'],
    ['1 234.567', 'separators'],
    ['99,5,1', 'separators'],
    ['45 em', 'noun-unknown'],
    ['99,1234567', 'too-many-decimals'],
    ['1e3', 'glued-letters'],
    ['1.000.000.001', 'too-large'],
    ['không có', 'unavailable'],
  ])('«%s» is %s', (text, expected) => {
    expect(gist(SCORE, text)).toBe(expected)
  })

  it('offers both readings of «1.234»', () => {
    expect(gist(SCORE, '1.234')).toEqual(['1234', '1.234'])
    expect(gist(SCORE, '1,234', en)).toEqual(['1234', '1.234'])
    expect(gist(SCORE, '1,234.5', en)).toBe('1234.5')
  })

  it('drops a reading the scale has no room for, and never takes one only because the other has too many places', () => {
    expect(gist({ ...SCORE, max: '10' }, '1.234')).toBe('1.234')
    expect(gist({ ...SCORE, decimals: 2 }, '1.234')).toEqual(['1234'])
    expect(gist(PERCENT, '1.234')).toBe('too-many-decimals')
    expect(gist(PERCENT, '100,5')).toBe('out-of-range')
  })

  it('reads a minus only where the scale goes below 0', () => {
    expect(gist({ ...SCORE, min: '-10' }, '-2,5')).toBe('-2.5')
    expect(gist(SCORE, '-2,5')).toBe('negative')
  })

  it('refuses a percentage where another unit is asked', () => {
    expect(gist(SCORE, '8%', { ...vi, unit: 'điểm' })).toBe('percent-not-asked')
    expect(gist(PERCENT, '8%', { ...vi, unit: '%' })).toBe('8')
  })
})

describe('yes and no', () => {
  it.each(['có', 'Có ạ', 'rồi', 'đạt', 'x', 'X', 'co', 'dat', 'yes'])('«%s» is yes', (text) => {
    expect(gist(YES_NO, text)).toBe(true)
  })
  it.each(['không', 'chưa', 'chưa đạt', 'ko', 'k', 'chua dat', 'không có', 'no'])('«%s» is no', (text) => {
    expect(gist(YES_NO, text)).toBe(false)
  })
  it.each([
    ['0', 'not-yes-or-no'],
    ['1', 'not-yes-or-no'],
    ['đat', 'not-yes-or-no'],
    ['-', 'unavailable'],
    ['không rõ', 'unavailable'],
  ])('«%s» is neither: %s', (text, expected) => {
    expect(gist(YES_NO, text)).toBe(expected)
  })
})

describe('levels and ranks', () => {
  it.each([
    ['mức độ 3', 3],
    ['Mức 3', 3],
    ['3', 3],
    ['muc do 2', 2],
    ['mức hai', 2],
    ['level 1', 1],
    ['4', 'out-of-range'],
    ['0', 'out-of-range'],
    ['mức cao', 'not-a-level'],
    ['3,5', 'not-a-level'],
    ['chưa có', 'unavailable'],
    ['không', 'unavailable'],
  ])('the level «%s» is %s', (text, expected) => {
    expect(gist(LEVEL, text)).toBe(expected)
  })

  it('asks «không» back where the scale starts at 0', () => {
    expect(gist({ kind: 'level', min: 0, max: 3 }, 'không')).toBe('ask-zero')
  })

  it.each([
    ['7/30', { kind: 'rank', rank: 7, of: 30 }],
    ['7 trên 30', { kind: 'rank', rank: 7, of: 30 }],
    ['thứ 7', { kind: 'rank', rank: 7 }],
    ['hạng 7/30', { kind: 'rank', rank: 7, of: 30 }],
    ['xếp thứ 7', { kind: 'rank', rank: 7 }],
    ['thứ tư', { kind: 'rank', rank: 4 }],
    ['nhất', { kind: 'rank', rank: 1 }],
    ['7th', { kind: 'rank', rank: 7 }],
    ['31/30', 'rank-beyond-field'],
    ['0/30', 'not-a-rank'],
    ['7/30/2', 'not-a-rank'],
    ['23%', 'not-a-rank'],
    ['-', 'unavailable'],
  ])('the rank «%s» is %j', (text, expected) => {
    expect(gist(RANK, text)).toEqual(expected)
  })

  it('fills in the known size of the field and refuses another', () => {
    expect(gist({ kind: 'rank', of: 30 }, '7')).toEqual({ kind: 'rank', rank: 7, of: 30 })
    expect(gist({ kind: 'rank', of: 30 }, '7/29')).toBe('rank-field-differs')
  })
})

const locales = fc.constantFrom<Locale>('vi', 'en')
const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`.replace(/\.?0+$/, '') || '0')
  .map((text) => (text === '' ? '0' : text))

describe('whatever is typed', () => {
  const nouns = { vi: 'học sinh', en: 'pupils' }
  const dates = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const cases: fc.Arbitrary<readonly [ElementType, Value]> = fc.oneof(
    fc.nat({ max: 1_000_000_000 }).map((count) => [COUNT, { kind: 'count', count }] as const),
    decimals.map((decimal) => [SCORE, { kind: 'decimal', decimal }] as const),
    fc.boolean().map((yes) => [YES_NO, { kind: 'yes-no', yes }] as const),
    fc.integer({ min: 1, max: 3 }).map((level) => [LEVEL, { kind: 'level', level }] as const),
    fc.integer({ min: 1, max: 63 }).map((rank) => [RANK, { kind: 'rank', rank, of: 63 }] as const),
    fc.integer({ min: 1, max: 9999 }).map((rank) => [RANK, { kind: 'rank', rank }] as const),
    fc.constant([RECOGNITION, { kind: 'recognition', yes: false }] as const),
    dates.map(
      (decidedOn) =>
        [
          RECOGNITION,
          {
            kind: 'recognition',
            yes: true,
            degree: 2,
            decisionNumber: '123/QĐ-UBND',
            decidedOn,
            expiresOn: `${Number(decidedOn.slice(0, 4)) + 5}-03-01`,
          },
        ] as const,
    ),
  )

  it('the shown form of every value reads back as that value, or offers it', () => {
    fc.assert(
      fc.property(cases, locales, ([type, value], locale) => {
        const unit = type.kind === 'count' || type.kind === 'decimal' ? nouns : { vi: '', en: '' }
        const shown = renderValue(value, { unit }, locale)
        const parsed = parseValue(type, shown, {
          locale,
          unit: unit[locale],
          today: toLocalDate('2026-11-22'),
        })
        if (parsed.kind === 'value') expect(parsed.value, shown).toEqual(value)
        else expect(parsed.kind === 'choices' ? parsed.readings : parsed, shown).toContainEqual(value)
      }),
      { numRuns: 1500 },
    )
  })

  it('what has no figure is never shown as 0, and 0 is never taken as missing', () => {
    const missing: Value = { kind: 'missing', reason: 'đang thống kê' }
    for (const locale of ['vi', 'en'] as const) {
      expect(parseValue(COUNT, showValue(missing, '', locale), { locale })).toEqual({ kind: 'unavailable' })
      expect(gist(COUNT, '0', { ...vi, locale })).toBe(0)
      expect(gist(SCORE, '0,0', { ...vi, locale })).toBe('0')
    }
  })

  /** What a text says by the two strict notations alone; everything else must not become a number by itself. */
  const strict = (text: string): string | undefined => {
    const bare = text.replace(/\s?%$/, '').trim()
    if (/^[1-9]\d{0,2}((\.| )\d{3})+(,\d+)?$/.test(bare)) return bare.replace(/[. ]/g, '').replace(',', '.')
    return /^\d+([.,]\d+)?$/.test(bare) || /^\d{1,3}( \d{3})+\.\d+$/.test(bare)
      ? bare.replace(/ /g, '').replace(',', '.')
      : undefined
  }

  it('no writing of digits becomes a number other than the one it spells', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...'0123456789., -+%/OlemK∞５'),
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(typed, fc.constantFrom(COUNT, SCORE), (text, type) => {
        const parsed = read(type, text)
        if (parsed.kind !== 'value') return
        const clean = text
          .trim()
          .replace(/\s+/g, ' ')
          .replace(/(?<=[\p{L}\p{N}%])\s?\.$/u, '')
        const said = strict(clean.replace(/\s?em$/, ''))
        expect(said, text).toBeDefined()
        expect(compareDecimals(String(figure(parsed.value)), said ?? ''), text).toBe(0)
      }),
      { numRuns: 20_000 },
    )
  })

  const NUMBER_WORD = /(?<!\p{L})(?:khong|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram)(?!\p{L})/u
  const plainOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

  it('any text at all is answered, and without a digit only number words make a figure', () => {
    const letters = fc.string({ unit: 'grapheme', maxLength: 12 })
    const words = fc.array(
      fc.constantFrom(...'hai ba mươi trăm phẩy em có không chưa ạ hết nghìn'.split(' ')),
    )
    const typed = fc.oneof(
      letters,
      words.map((each) => each.join(' ')),
    )
    fc.assert(
      fc.property(typed, fc.constantFrom(COUNT, SCORE, LEVEL, RANK), (text, type) => {
        const parsed = read(type, text)
        if (parsed.kind === 'value' && !/\d/.test(text)) expect(plainOf(text)).toMatch(NUMBER_WORD)
      }),
      { numRuns: 3000 },
    )
  })
})
