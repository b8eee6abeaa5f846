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
    ['letters decomposed, as iPhones do', new TextEncoder().encode('Mã;Tên'.normalize('NFD'))],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toMatch(/^M[ãa];Tên$/)
  })

  it('is no table when the bytes are no text', () => {
    expect(decodeText(Uint8Array.of(0xd4, 0xf1, 0xff, 0x80))).toBeUndefined()
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
    ['nothing', '', []],
  ])('with %s gives its cells', (_, text, rows) => {
    expect(parseDelimited(text)).toEqual(rows)
  })
})
