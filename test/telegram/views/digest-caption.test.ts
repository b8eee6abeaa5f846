import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { takeSnapshot } from '../../../src/domain/digest-build.ts'
import { createTexts, type Texts } from '../../../src/i18n/texts.ts'
import { shorten, visibleLength } from '../../../src/telegram/views/caption-fit.ts'
import { CAPTION_LIMIT, renderDigestCaption } from '../../../src/telegram/views/digest-caption.ts'
import { buildRow, buildTarget, MIXED_ROWS, sampleDigest } from '../../support/digest-samples.ts'

let texts: Texts
beforeAll(async () => {
  texts = await createTexts()
})

const caption = (...digest: Parameters<typeof sampleDigest>) =>
  renderDigestCaption(texts.for('vi'), sampleDigest(...digest))

/** Throws like Telegram: only known tags, closed in order; no bare «<» or «&». */
function parseTelegramHtml(html: string): string {
  const open: string[] = []
  const text = html.replace(/<(\/?)([a-z]+)>/g, (_, slash: string, tag: string) => {
    if (!['b', 'i', 'u', 's', 'code'].includes(tag)) throw new Error(`Unsupported start tag "${tag}"`)
    if (slash === '') open.push(tag)
    else if (open.pop() !== tag) throw new Error(`Unmatched end tag ${tag}`)
    return ''
  })
  if (open.length > 0) throw new Error(`Can't find end tag of ${open.join()}`)
  if (text.includes('<') || /&(?!(?:lt|gt|amp|quot);)/.test(text)) throw new Error(`Bare sign in ${text}`)
  return text.replace(
    /&(lt|gt|amp|quot);/g,
    (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '"',
  )
}

describe('the caption of a digest', () => {
  it('stands alone: unit, week, as of when, completeness, exceptions first, decisions, due dates', () => {
    expect(caption(MIXED_ROWS)).toMatchSnapshot()
    expect(renderDigestCaption(texts.for('en'), sampleDigest(MIXED_ROWS))).toMatchSnapshot()
  })

  it('says what changed since the last one', () => {
    const before = MIXED_ROWS.map((row, place) => (place === 2 ? { ...row, value: '85' } : row))
    const text = caption(MIXED_ROWS, {}, takeSnapshot(sampleDigest(before, { reported: 48 })))
    expect(text).toContain('Từ bản tin tuần 51: +10 báo cáo, 0 được duyệt')
    expect(text).toContain('Chuẩn quốc gia – THCS: 85% → 18/20 trường · 90%')
  })

  it('is one short line in a quiet week', () => {
    const text = caption(MIXED_ROWS, { deadlines: [] }, takeSnapshot(sampleDigest(MIXED_ROWS)))
    expect(text.split('\n')).toHaveLength(1)
    expect(text).toContain('không có thay đổi')
  })

  it('hides small counts of people, before and after a change too', () => {
    const drowned = MIXED_ROWS.filter(({ shortLabel }) => shortLabel.vi === 'Đuối nước')
    const before = drowned.map((row) => ({ ...row, value: '1', numerator: '1' }))
    const text = caption(drowned, {}, takeSnapshot(sampleDigest(before)))
    expect(text).toContain('Có thay đổi: 1')
    expect(text).toContain('Đuối nước: từ 1 đến 4 học sinh')
    expect(text).not.toMatch(/Đuối nước: \d|[12] học sinh/)
  })

  it('shows nothing of a level with a single school, as its figures are that school’s own', () => {
    const alone = MIXED_ROWS.filter(({ level }) => level === 'upper-secondary')
    expect(alone).toHaveLength(1)
    const text = caption(alone, {}, takeSnapshot(sampleDigest(alone.map((row) => ({ ...row, value: '0' })))))
    expect(text).not.toContain('THPT')
    expect(text).not.toContain('Có thay đổi')
  })

  it('marks a due date set by the office as local', () => {
    const deadline = {
      form: { vi: 'Biểu năm', en: 'Form' },
      period: '2026',
      dueOn: '2026-12-13',
      daysLeft: -1,
      missing: 3,
      isLocal: true,
    }
    expect(caption(MIXED_ROWS, { deadlines: [deadline] })).toContain(
      '13/12/2026 (mốc của địa phương, đã quá 1 ngày): Biểu năm, còn thiếu 3',
    )
  })
})

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '</b>',
      '<i>',
      '&amp;',
      '{{unit}}',
      '$t(',
      'Trường ',
      '\n',
      '🏫',
    ),
    maxLength: 80,
  }),
)
const row = fc
  .record({
    label: name,
    yes: fc.nat(60),
    rest: fc.nat(60),
    status: fc.constantFrom('missed', 'not-yet', 'reached', 'no-data'),
    people: fc.boolean(),
  })
  .map(({ label, yes, rest, status, people }) =>
    buildRow(label, yes, yes + rest + 1, {
      floor: { ...buildTarget('2025', '90', status as 'missed', rest), printed: { vi: label, en: label } },
      countsUnits: !people,
      countedAs: { vi: label, en: label },
    }),
  )

describe('any names, thirty indicators', () => {
  it('fit Telegram’s limit and are well-formed', () => {
    const digest = fc.record({
      unit: name,
      form: name,
      rows: fc.array(row, { minLength: 30, maxLength: 30 }),
    })
    fc.assert(
      fc.property(digest, fc.constantFrom('vi' as const, 'en' as const), ({ unit, form, rows }, locale) => {
        const deadlines = Array.from({ length: 6 }, (_, place) => ({
          ...{ form: { vi: form, en: form }, period: '2026', dueOn: '2026-12-19', missing: 9, isLocal: true },
          daysLeft: place - 2,
        }))
        const before = takeSnapshot(sampleDigest(rows.map((each) => ({ ...each, value: '1' }))))
        const html = renderDigestCaption(
          texts.for(locale),
          sampleDigest(rows, { unit: { code: 'X', name: unit }, deadlines }, before),
        )
        const visible = parseTelegramHtml(html)
        expect([...visible].length).toBeLessThanOrEqual(CAPTION_LIMIT)
        expect(visibleLength(html)).toBeGreaterThanOrEqual([...visible].length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a shortened name', () => {
  it('keeps to its letters, on one line, and says that it was longer', () => {
    expect(shorten('Phòng  Giáo dục\nvà Đào tạo', 60)).toBe('Phòng Giáo dục và Đào tạo')
    expect(shorten('Phòng Giáo dục', 6)).toBe('Phòng…')
  })
})
