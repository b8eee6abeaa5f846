import { describe, expect, it } from 'vitest'
import { parseDelimited } from '../../src/domain/delimited-text.ts'
import { parseRoster } from '../../src/domain/roster.ts'

const HEADER = 'Mã đơn vị;Tên đơn vị;Loại;Cấp học;Đơn vị quản lý;Đơn vị báo cáo;Họ tên;Điện thoại;Chức vụ'
const read = (...lines: string[]) => parseRoster(parseDelimited([HEADER, ...lines].join('\n')))

describe('a roster', () => {
  it('gives units with their head and phone', () => {
    const { units, people } = read('A1;Trường TH Mẫu 01;Trường;TH;PX1;QY;Nguyễn Văn An;0912 345 678')
    expect(people).toEqual([
      { row: 2, code: 'A1', post: 'principal', name: 'Nguyễn Văn An', phone: '84912345678' },
    ])
    expect(units).toEqual([
      {
        row: 2,
        code: 'A1',
        name: 'Trường TH Mẫu 01',
        kind: 'school',
        levels: ['primary'],
        governance: 'PX1',
        reporting: 'QY',
      },
    ])
  })

  it('knows its columns by other names, without marks and in any order', () => {
    const { units, problems } = parseRoster(
      parseDelimited('SĐT,TRUONG,MA TRUONG,loai hinh,cap,Bao cao ve\n,Trường B,B,truong,thcs,QY'),
    )
    expect(problems).toEqual([])
    expect(units[0]).toMatchObject({
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
    expect(read(`A;Tên;Trường;${written};;QY;;`).units[0]?.levels).toEqual(levels)
  })

  it.each([
    ['an empty code', ';Tên;Trường;TH;;QY;;', 'code', 'empty'],
    ['an empty name', 'A;;Trường;TH;;QY;;', 'name', 'empty'],
    ['a kind nobody knows', 'A;Tên;Cửa hàng;TH;;QY;;', 'kind', 'unknown-kind'],
    ['a level nobody knows', 'A;Tên;Trường;Đại học;;QY;;', 'levels', 'unknown-level'],
    ['a school without a level', 'A;Tên;Trường;;;QY;;', 'levels', 'empty'],
    ['a computed cell', 'A;=B2;Trường;TH;;QY;;', 'name', 'formula'],
    ['a computed phone', 'A;Tên;Trường;TH;;QY;An;=1+1', 'phone', 'formula'],
    ['a name a spreadsheet would compute', 'A;Tên;Trường;TH;;QY;-An;', 'contactName', 'formula'],
    ['a phone of nobody', 'A;Tên;Trường;TH;;QY;;0912345678', 'contactName', 'empty'],
    ['a post nobody knows', 'A;Tên;Trường;TH;;QY;An;;Bảo vệ', 'post', 'unknown-post'],
    ['a phone that is none', 'A;Tên;Trường;TH;;QY;An;chưa có', 'phone', 'bad-phone'],
    ['a code buttons cannot carry', 'QY:01;Tên;Trường;TH;;QY;;', 'code', 'bad-code'],
    ['a unit under itself', 'A;Tên;Trường;TH;;A;;', 'reporting', 'own-parent'],
  ])('names row and column of %s, and leaves the unit out where it is wrong', (_, line, column, kind) => {
    const { units, problems } = read('X;Trường X;Trường;TH;;QY;;', line)
    expect(problems).toMatchObject([{ row: 3, column, kind }])
    expect(units.map(({ code }) => code)).toEqual(
      ['phone', 'post', 'contactName'].includes(column) && kind !== 'formula' ? ['X', 'A'] : ['X'],
    )
  })

  it('finds a code given twice', () => {
    const { problems } = read('A;Tên;Trường;TH;;QY;;', 'A;Tên khác;Trường;TH;;QY;;')
    expect(problems).toEqual([{ row: 3, column: 'code', kind: 'code-twice', found: 'A' }])
  })

  it('takes several people of a unit, whose further rows need not repeat it', () => {
    const { units, people, problems } = read(
      'A;Tên;Trường;TH;;QY;Nguyễn Văn An;0912 345 678;Hiệu trưởng',
      'A;;;;;;Trần Thị Bình;+84 912 345 679;Phó hiệu trưởng',
      'A;Tên;Trường;TH;;QY;Lê Văn Cường;912345680;giáo viên',
      'P;Phòng GD;Phòng;;;QY;Đỗ Thị Dung;;',
      'KNOWN;;;;;;Vũ Văn Em;;Chuyên viên',
    )
    expect(problems).toEqual([])
    expect(units.map(({ code }) => code)).toEqual(['A', 'P'])
    expect(people.map(({ code, post, phone }) => [code, post, phone])).toEqual([
      ['A', 'principal', '84912345678'],
      ['A', 'deputy', '84912345679'],
      ['A', 'teacher', '84912345680'],
      ['P', 'contributor', undefined],
      ['KNOWN', 'officer', undefined],
    ])
  })

  it('finds a person named twice with two phones', () => {
    const { problems } = read('A;Tên;Trường;TH;;QY;An;0912345678', 'A;;;;;;AN;0912345679')
    expect(problems).toEqual([{ row: 3, column: 'contactName', kind: 'person-twice', found: 'AN' }])
  })

  it('says which column is missing, and that there is no header at all', () => {
    expect(parseRoster([['Mã đơn vị', 'Tên đơn vị', 'Loại']]).problems).toMatchObject([
      { row: 1, column: 'reporting', kind: 'column-missing' },
    ])
    expect(parseRoster([['A', 'B']]).problems).toMatchObject([{ kind: 'no-header' }])
  })
})
