import { describe, expect, it } from 'vitest'
import { decodeText, parseDelimited } from '../../src/domain/delimited-text.ts'

const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'))

describe('a table as spreadsheets save it', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Mã;Tên')],
    ['UTF-8 with its mark', new TextEncoder().encode('\ufeffMã;Tên')],
    ['UTF-16LE with its mark', utf16('Mã;Tên', true)],
    ['UTF-16LE without', utf16('Ma;Tên', false)],
    ['UTF-16BE with its mark', new Uint8Array(Buffer.from('\ufeffMã;Tên', 'utf16le').swap16())],
    ['UTF-16BE without', new Uint8Array(Buffer.from('Ma;Tên', 'utf16le').swap16())],
    ['Windows 1258', Uint8Array.of(0x4d, 0x61, 0xde, 0x3b, 0x54, 0xea, 0x6e)],
    ['letters decomposed, as iPhones do', new TextEncoder().encode('Mã;Tên'.normalize('NFD'))],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toMatch(/^M[ãa];Tên$/)
  })

  it('is read from Windows 1258 with every tone put on its letter', () => {
    // «Trường Tiểu học» as Excel saves it there: ư ơ ê stand whole, tones follow their letter.
    const bytes = [
      0x54, 0x72, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x20, 0x54, 0x69, 0xea, 0xd2, 0x75, 0x20, 0x68, 0x6f, 0xf2,
      0x63,
    ]
    expect(decodeText(Uint8Array.from(bytes))).toBe('Trường Tiểu học')
  })

  it('is no table when the bytes are no text', () => {
    expect(decodeText(Uint8Array.of(0xd4, 0x01, 0xff, 0x08))).toBeUndefined()
    expect(decodeText(Uint8Array.of(0x4d, 0x00, 0x01, 0x00))).toBeUndefined()
  })

  it.each([
    [
      'comma',
      'mã,tên\r\n1,A\r\n',
      [
        ['mã', 'tên'],
        ['1', 'A'],
      ],
    ],
    [
      'semicolon',
      'mã;tên, đủ\n1;A',
      [
        ['mã', 'tên, đủ'],
        ['1', 'A'],
      ],
    ],
    [
      'tab',
      'mã\ttên\n1\tA;B',
      [
        ['mã', 'tên'],
        ['1', 'A;B'],
      ],
    ],
    [
      'quoted cells',
      'a,b\n"Trường ""Mẫu"", số 1","x\ny"',
      [
        ['a', 'b'],
        ['Trường "Mẫu", số 1', 'x\ny'],
      ],
    ],
    ['empty cells and lines', 'a,b\n,\n\n1,', [['a', 'b'], ['', ''], [''], ['1', '']]],
    [
      'stray spaces',
      ' a , b \n 1 , 2 ',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['the separator Excel names first', 'sep=;\r\na;b,c\r\n1;2', [[''], ['a', 'b,c'], ['1', '2']]],
    ['an empty line first', '\na;b\n1;2', [[''], ['a', 'b'], ['1', '2']]],
    ['nothing', '', []],
  ])('with %s gives its cells', (_, text, rows) => {
    expect(parseDelimited(text)).toEqual(rows)
  })
})
