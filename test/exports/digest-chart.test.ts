import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Digest } from '../../src/domain/digest.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { Fonts } from '../../src/exports/chart-scene.ts'
import { createDigestChart, drawDigest, MAX_ROWS } from '../../src/exports/digest-chart.ts'
import { FONT_FILES, readFont } from '../../src/exports/font.ts'
import { createTexts, type Texts } from '../../src/i18n/texts.ts'
import type { DigestRenderer } from '../../src/usecases/ports.ts'
import { buildRow, buildTarget, MIXED_ROWS, sampleDigest } from '../support/digest-samples.ts'
import { pixelDifference, readPng } from '../support/png.ts'

let texts: Texts
let chart: DigestRenderer
let fonts: Fonts
beforeAll(async () => {
  texts = await createTexts()
  chart = await createDigestChart(texts)
  fonts = {
    400: await readFont(FONT_FILES[400]),
    600: await readFont(FONT_FILES[600]),
    700: await readFont(FONT_FILES[700]),
  }
})

const svgOf = (digest: Digest): string => drawDigest(fonts, texts.for('vi'), digest)
/** Every line of text with where it stands and how wide it is. */
const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '')

/** As many indicators as a plan has, with long names and signs of HTML. */
const THIRTY = Array.from({ length: 30 }, (_, place) => {
  const reached = 18 + place
  const needed = (share: number) => Math.max(Math.ceil((64 * share) / 100) - reached, 0)
  const label = `Yêu cầu ${place + 1} về <b>cơ sở vật chất</b>, phòng học bộ môn & thiết bị dạy học`
  return buildRow(label, reached, 64, {
    floor: buildTarget('2025', '50', needed(50) > 0 ? 'missed' : 'reached', needed(50)),
    aim: buildTarget('2030', '90', 'not-yet', needed(90)),
  })
})

const SAMPLES: readonly (readonly [string, Digest, Locale])[] = [
  ['digest-14', sampleDigest(MIXED_ROWS), 'vi'],
  ['digest-1', sampleDigest(MIXED_ROWS.slice(2, 3), { expected: 20, reported: 20, accepted: 20 }), 'vi'],
  [
    'digest-6-en',
    sampleDigest(MIXED_ROWS.slice(0, 6), {
      unit: { code: 'X', name: 'Cụm trường <b>A & B</b> các xã, phường thuộc thị xã Quảng Yên cũ' },
    }),
    'en',
  ],
  [
    'digest-30',
    sampleDigest(THIRTY, {
      ...{ reported: 64, accepted: 60 },
      unit: {
        code: 'X',
        name: 'Cụm trường liên xã, phường <i>Quảng Yên – Hà An – Phong Cốc</i> & Liên Hòa thuộc thị xã Quảng Yên cũ',
      },
    }),
    'vi',
  ],
]

describe('the picture of a digest', () => {
  it.each(SAMPLES)('looks like the sample %s', async (name, digest, locale) => {
    const file = new URL(`../samples/${name}.png`, import.meta.url)
    const png = await chart.render(digest, locale)
    if (process.env.UPDATE_SAMPLES === '1') await writeFile(file, png)
    expect(pixelDifference(readPng(png), readPng(await readFile(file)))).toBeLessThan(0.002)
  })

  it('differs from a sample of other figures: the comparison can fail', async () => {
    const [one, other] = [MIXED_ROWS.slice(2, 3), MIXED_ROWS.slice(5, 6)].map((rows) => sampleDigest(rows))
    if (one === undefined || other === undefined) throw new Error('two digests are needed')
    expect(
      pixelDifference(readPng(await chart.render(one, 'vi')), readPng(await chart.render(other, 'vi'))),
    ).toBeGreaterThan(0.002)
  })

  it('is 1280 px wide and far from Telegram’s limits, however many rows and long names', async () => {
    const rows = Array.from({ length: 30 }, (_, place) =>
      buildRow(`Chỉ số thứ ${place} có tên rất dài để thử xuống dòng mà không bị cắt`, 10 + place, 50, {
        floor: buildTarget('2025', '50', 'missed', 3),
      }),
    )
    const { width, height } = readPng(await chart.render(sampleDigest(rows), 'vi'))
    expect(width).toBe(1280)
    expect(width + height).toBeLessThan(10_000)
    expect(height / width).toBeLessThan(2.2)
  })

  it('says all of a long name; what is missed and has no room for a row is named below, the rest counted', () => {
    const label =
      'Trường và cơ sở giáo dục áp dụng hệ thống quản trị dựa trên dữ liệu và công nghệ số trong toàn ngành'
    const rows = Array.from({ length: 20 }, (_, place) =>
      buildRow(label, place, 50, { floor: buildTarget('2025', '50', place < 18 ? 'missed' : 'reached') }),
    )
    const [drawn, below] = textsOf(svgOf(sampleDigest(rows)))
      .join(' ')
      .split('Cũng chưa đạt: ')
    const shown = (drawn?.split(label).length ?? 0) - 1
    expect(shown).toBeGreaterThanOrEqual(8)
    expect(shown).toBeLessThanOrEqual(MAX_ROWS)
    expect(below?.split(label)).toHaveLength(6 + 1)
    expect(below).toContain(`Còn ${20 - shown - 6} chỉ số khác (${18 - shown - 6} chưa đạt, 2 đạt)`)
  })

  it('points an arrow to what lies beyond the scale', () => {
    const arrows = (yes: number): number => {
      const row = buildRow('Chuẩn', yes, 100, { floor: buildTarget('2025', '50', 'missed') })
      return svgOf(sampleDigest([row])).split('fill="#415161"').length
    }
    expect(arrows(10) - arrows(40)).toBe(1)
    expect(arrows(90) - arrows(40)).toBe(1)
  })

  it('shows names with HTML as they are, and leaves out what the font cannot draw', () => {
    const drawn = textsOf(
      svgOf(sampleDigest([], { unit: { code: 'X', name: '<script>alert("1")</script> & Bạn 😀 中' } })),
    ).join(' ')
    expect(drawn).toContain('&lt;script&gt;alert(')
    expect(drawn).toContain('Bạn')
    expect(drawn).not.toMatch(/😀|中/u)
  })

  it('shows unit, week, as-of time and completeness, so that it stands alone when forwarded', () => {
    const drawn = textsOf(svgOf(sampleDigest(MIXED_ROWS))).join('\n')
    for (const part of [
      'Thị xã Quảng Yên',
      'Tuần 51',
      '07:00',
      '14/12/2026',
      'Đã báo cáo 58/64 đơn vị',
      'đã duyệt 47',
      'số liệu tạm',
    ]) {
      expect(drawn).toContain(part)
    }
  })

  it('hides a level with one school and small counts of pupils', () => {
    const drawn = textsOf(svgOf(sampleDigest(MIXED_ROWS))).join('\n')
    expect(drawn).not.toContain('Chuẩn quốc gia – THPT')
    expect(drawn).toContain('từ 1 đến 4 học sinh')
    expect(drawn).not.toContain('2.112')
    expect(drawn).toContain('Không kể 1 chỉ số')
  })
})

describe('the fonts', () => {
  it('have every letter of Vietnamese in each weight', () => {
    const plain = 'aăâeêioôơuưyđ'
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
    const letters = [...plain].flatMap((letter) => tones.map((tone) => (letter + tone).normalize('NFC')))
    const single = letters
      .filter((letter) => [...letter].length === 1)
      .flatMap((letter) => [letter, letter.toUpperCase()])
    expect(single.length).toBeGreaterThan(130)
    for (const font of Object.values(fonts))
      expect(single.filter((letter) => !font.covers(letter.codePointAt(0) ?? 0))).toEqual([])
  })

  it('measure a text as wide as it is drawn, or wider by its kerning', () => {
    const width = fonts[600].width('Tỷ lệ đạt chuẩn 99,5%', 100)
    expect(width).toBeGreaterThan(900)
    expect(width).toBeLessThan(1300)
    expect(fonts[600].width('AA', 50)).toBeCloseTo(2 * fonts[600].width('A', 50))
  })
})
