import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, foldTone, isSameWord, searchKey } from '../../src/domain/search-key.ts'

describe('Vietnamese text', () => {
  it.each([
    ['Trường THCS Đông Mai', 'truong thcs dong mai'],
    ['  Hiệp\u00a0Hòa ', 'hiep hoa'],
    ['Nguyễn Bỉnh Khiêm'.normalize('NFD'), 'nguyen binh khiem'],
    ['Đô\u200b thị', 'do thi'],
    ['ƯU ĐÃI', 'uu dai'],
  ])('«%s» is searched as «%s»', (text, key) => {
    expect(searchKey(text)).toBe(key)
  })

  it.each([
    ['hòa', 'hoà'],
    ['Thủy', 'Thuỷ'],
    ['khỏe', 'khoẻ'],
    ['ỦY BAN', 'UỶ BAN'],
    ['qúy', 'quý'],
    ['hóa học, hòa giải', 'hoá học, hoà giải'],
    ['hoàn thành', 'hoàn thành'],
  ])('«%s» and «%s» fold to the same', (old, modern) => {
    expect(foldTone(old)).toBe(foldTone(modern))
  })

  it('keeps what differs by more than the place of a tone', () => {
    expect(foldTone('mùa')).toBe('mùa')
    expect(foldTone('họa')).not.toBe(foldTone('hóa'))
  })

  it('takes a word without any marks for its marked one, but not one with other marks', () => {
    expect(isSameWord('Du', 'đủ')).toBe(true)
    expect(isSameWord('dư', 'đủ')).toBe(false)
    expect(isSameWord('HÒA', 'hoà')).toBe(true)
  })

  it('is stable: a second pass changes nothing', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxy ÀÁẠẢÃòóọỏõùúụủũ\u0300\u0301\u200b\u00a0'),
    })
    fc.assert(
      fc.property(letters, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(foldTone(foldTone(text))).toBe(foldTone(text))
        expect(searchKey(text)).toMatch(/^[\x20-\x7e]*$/)
      }),
    )
  })
})
