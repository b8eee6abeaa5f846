import { describe, expect, it } from 'vitest'
import { parseDelimited } from '../../src/domain/delimited-text.ts'
import { parseRoster } from '../../src/domain/roster.ts'

const HEADER = 'Mã đơn vị;Tên đơn vị;Loại;Cấp học;Đơn vị quản lý;Đơn vị báo cáo;Họ tên hiệu trưởng;Điện thoại'
const read = (...lines: string[]) => parseRoster(parseDelimited([HEADER, ...lines].join('\n')))

describe('a roster', () => {
  it('gives units with their head and phone', () => {
    expect(read('A1;Trường TH Mẫu 01;Trường;TH;PX1;QY;Nguyễn Văn An;0912 345 678').rows).toEqual([
      {
        row: 2,
        code: 'A1',
        name: 'Trường TH Mẫu 01',
        kind: 'school',
        levels: ['primary'],
        governance: 'PX1',
        reporting: 'QY',
        contactName: 'Nguyễn Văn An',
        phone: '84912345678',
      },
    ])
  })

  it('knows its columns by other names, without marks and in any order', () => {
    const { rows, problems } = parseRoster(
      parseDelimited('SĐT,TRUONG,MA TRUONG,loai hinh,cap,Bao cao ve\n,Trường B,B,truong,thcs,QY'),
    )
    expect(problems).toEqual([])
    expect(rows[0]).toMatchObject({
      code: 'B',
      name: 'Trường B',
      levels: ['lower-secondary'],
      reporting: 'QY',
    })
  })

  it.each([
    ['TH, THCS', ['primary', 'lower-secondary']],
    ['TH&THCS', ['primary', 'lower-secondary']],
    ['Tiểu học và THCS', ['primary', 'lower-secondary']],
    ['mầm non', ['preschool']],
    ['THPT', ['upper-secondary']],
  ])('reads the levels «%s»', (written, levels) => {
    expect(read(`A;Tên;Trường;${written};;QY;;`).rows[0]?.levels).toEqual(levels)
  })

  it.each([
    ['an empty code', ';Tên;Trường;TH;;QY;;', 'code', 'empty'],
    ['an empty name', 'A;;Trường;TH;;QY;;', 'name', 'empty'],
    ['a kind nobody knows', 'A;Tên;Cửa hàng;TH;;QY;;', 'kind', 'unknown-kind'],
    ['a level nobody knows', 'A;Tên;Trường;Đại học;;QY;;', 'levels', 'unknown-level'],
    ['a school without a level', 'A;Tên;Trường;;;QY;;', 'levels', 'empty'],
    ['a phone that is none', 'A;Tên;Trường;TH;;QY;;chưa có', 'phone', 'bad-phone'],
    ['a code buttons cannot carry', 'QY:01;Tên;Trường;TH;;QY;;', 'code', 'bad-code'],
    ['a unit under itself', 'A;Tên;Trường;TH;;A;;', 'reporting', 'own-parent'],
  ])('names row and column of %s, and leaves the row out', (_, line, column, kind) => {
    const { rows, problems } = read('X;Trường X;Trường;TH;;QY;;', line)
    expect(problems).toMatchObject([{ row: 3, column, kind }])
    expect(rows.map(({ code }) => code)).toEqual(['X'])
  })

  it('finds a code given twice', () => {
    const { problems } = read('A;Tên;Trường;TH;;QY;;', 'A;Tên khác;Trường;TH;;QY;;')
    expect(problems).toEqual([{ row: 3, column: 'code', kind: 'code-twice', found: 'A' }])
  })

  it('says which column is missing, and that there is no header at all', () => {
    expect(parseRoster([['Mã đơn vị', 'Tên đơn vị', 'Loại']]).problems).toMatchObject([
      { row: 1, column: 'reporting', kind: 'column-missing' },
    ])
    expect(parseRoster([['A', 'B']]).problems).toMatchObject([{ kind: 'no-header' }])
  })
})
