import { describe, expect, it } from 'vitest'
import { type Answer, createAsker } from '../../src/ask/index.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Plan, PlanLibrary, Target } from '../../src/domain/plan.ts'
import type { Text } from '../../src/domain/text.ts'

const text = (vi: string, en = vi): Text => ({ vi, en })

const indicator = (code: string, label: Text, synonyms: readonly string[]): Indicator => ({
  code,
  label,
  shortLabel: label,
  synonyms,
  unit: 'percent',
  direction: 'up',
  formula: { kind: 'none' },
  countedAs: text(''),
})

const INDICATORS = [
  indicator('meals', text('Trường tổ chức bữa ăn bán trú', 'Schools serving lunch'), [
    'bán trú',
    'bữa trưa',
    'school lunch',
  ]),
  indicator('clean-water', text('Điểm trường có nước sạch', 'School sites with clean water'), [
    'nước sạch',
    'nước uống',
    'clean water',
  ]),
  indicator('ethnic-language', text('Học sinh học tiếng Mông', 'Pupils learning Hmong'), [
    'tiếng Mông',
    'Hmong',
  ]),
]

const target = (
  id: string,
  code: string,
  year: string,
  printed: string,
  levels: Target['levels'] = [],
): Target => ({
  id,
  indicator: code,
  label: INDICATORS.find((one) => one.code === code)?.label ?? text(code),
  levels,
  when: text(`năm ${year}`, `in ${year}`),
  due: year,
  comparator: '=',
  printed: text(printed),
  value: { kind: 'number', number: printed.replace('%', '') },
  section: 'II.1',
  notes: [],
  collect: { reason: text('không thu') },
  keywords: [],
  names: [],
})

const PLAN: Plan = {
  key: '45/KH-UBND',
  code: 'SM',
  title: text('Kế hoạch giáo dục vùng cao huyện Sìn Mây', 'Highland education plan of Sìn Mây'),
  shortTitle: text('Sìn Mây'),
  issuer: text('UBND huyện Sìn Mây', 'People’s Committee of Sìn Mây'),
  term: { printed: text('2026–2028'), fromYear: 2026, toYear: 2028 },
  levels: ['preschool', 'primary'],
  aliases: ['Sìn Mây', 'huyện Sìn Mây', 'SM'],
  unit: 'SM',
  units: [{ code: 'SM', name: 'Huyện Sìn Mây', kind: 'district' }],
  audience: 'public',
  remarks: [],
  parents: [],
  targets: [
    target('sm-meals-preschool-2026', 'meals', '2026', '70%', ['preschool']),
    target('sm-meals-primary-2026', 'meals', '2026', '55%', ['primary']),
    target('sm-meals-primary-2028', 'meals', '2028', '90%', ['primary']),
    target('sm-water-2027', 'clean-water', '2027', '85%'),
    target('sm-hmong-2026', 'ethnic-language', '2026', '40%', ['primary']),
  ],
  facts: [],
  duties: [
    {
      id: 'sm-u-forest',
      kind: 'unit',
      who: text('Hạt Kiểm lâm', 'Forest rangers'),
      text: text(
        'Hướng dẫn trường trồng cây chắn gió quanh điểm trường.',
        'Help schools plant windbreaks around their sites.',
      ),
      section: 'IV.2',
      keywords: ['trồng cây', 'chắn gió'],
    },
    {
      id: 'sm-dl-quarter',
      kind: 'deadline',
      who: text('Các trường', 'Schools'),
      text: text('Báo cáo bữa ăn bán trú gửi Phòng Giáo dục.', 'Report on lunches to the Education office.'),
      section: 'V.1',
      keywords: ['báo cáo bữa ăn'],
      deadline: {
        printed: text('trước ngày 5/9', 'before 5 September'),
        to: text('Phòng Giáo dục', 'Education office'),
        recurs: 'yearly',
        lastDay: '09-04',
      },
    },
  ],
  schools: [],
  forms: [],
}

const never = (): never => {
  throw new Error('not used when asking')
}
const LIBRARY: PlanLibrary = {
  catalogue: { elements: [], indicators: INDICATORS },
  plans: [PLAN],
  element: never,
  form: never,
  indicator: (code) => INDICATORS.find((one) => one.code === code) ?? never(),
}

const asker = createAsker(LIBRARY)
const ask = (question: string, topic?: Answer['topic']): Answer =>
  asker.ask(question, { today: '2026-08-01', ...(topic ? { topic } : {}) })
const ids = ({ parts }: Answer): string[] => parts.map(({ id }) => id)

describe('a plan nobody has seen before', () => {
  it.each([
    ['Sìn Mây năm 2026 bao nhiêu % trường mầm non tổ chức bán trú?', 'sm-meals-preschool-2026'],
    ['ban tru tieu hoc SM 2028 bn', 'sm-meals-primary-2028'],
    ['What share of school sites should have clean water in Sìn Mây in 2027?', 'sm-water-2027'],
    ['hs tiểu học học tiếng Mông ở huyện Sìn Mây', 'sm-hmong-2026'],
    ['ai hướng dẫn trường trồng cây chắn gió', 'sm-u-forest'],
    ['Hạt Kiểm lâm Sìn Mây phải làm gì', 'sm-u-forest'],
    ['hạn báo cáo bữa ăn bán trú là ngày nào', 'sm-dl-quarter'],
  ])('«%s» finds %s', (question, id) => {
    expect(ids(ask(question))).toEqual([id])
    expect(ask(question).behaviour).toBe('answer')
  })

  it.each([
    'Sìn Mây năm 2027 bao nhiêu % trường tiểu học bán trú',
    'THPT Sìn Mây bán trú bao nhiêu',
    'Sìn Mây bao nhiêu trường học điện tử',
    'Tỉnh Cà Mau nước sạch bao nhiêu %',
  ])('«%s» is refused', (question) => {
    expect(ask(question).behaviour).toBe('refuse')
  })

  it('asks back where level and year are open, and follows up', () => {
    expect(ask('bán trú Sìn Mây đạt bao nhiêu').behaviour).toBe('ask')
    const first = ask('bán trú tiểu học Sìn Mây 2026')
    expect(ids(ask('còn 2028?', first.topic))).toEqual(['sm-meals-primary-2028'])
  })
})
