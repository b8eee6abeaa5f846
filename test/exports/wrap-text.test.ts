import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { FONT_FILES, type Font, readFont } from '../../src/exports/font.ts'
import { drawable, wrapText } from '../../src/exports/wrap-text.ts'

let font: Font
beforeAll(async () => {
  font = await readFont(FONT_FILES[400])
})

describe('wrapping', () => {
  it('keeps every letter, and no line is wider than its room', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zĂăĐđệờ0-9%]{1,60}$/), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 600 }), (parts, width) => {
        const text = parts.join(' ')
        const lines = wrapText(font, text, 30, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(font.width(line, 30)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('breaks between words where it can', () => {
    expect(wrapText(font, 'Chuẩn quốc gia', 30, 140)).toEqual(['Chuẩn', 'quốc gia'])
  })

  it('keeps a number with the word after it', () => {
    expect(wrapText(font, 'cần thêm 12 trường', 30, font.width('cần thêm 12', 30) + 1)).toEqual([
      'cần thêm',
      '12 trường',
    ])
  })

  it('composes letters that a phone sent in pieces', () => {
    expect(drawable(font, 'Tiểu học'.normalize('NFD'))).toBe('Tiểu học')
  })
})
