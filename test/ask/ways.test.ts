import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import { vi } from '../../src/ask/render/vi.ts'
import type { Plan, PlanLibrary, Target } from '../../src/domain/plan.ts'
import { shippedLibrary } from './library.ts'

/** One row of a plan with what the ways of asking below put around it. */
interface Row {
  readonly target: Target
  readonly subject: string
  readonly place: string
  readonly when: string
}

const TODAY = '2026-01-15'
const IS_FIGURE = /(\d+(?:[.,]\d+)?)\s*(%|trường|cặp|lớp|bậc|điểm|phường|môn)/

let library: PlanLibrary
let asker: Asker
let rows: readonly Row[]
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
  rows = library.plans.flatMap((plan) => plan.targets.map((target) => rowOf(plan, target)))
})

function rowOf(plan: Plan, target: Target): Row {
  const { label, when } = target
  const [written = ''] = when.vi.split(';')
  return {
    target,
    subject: `${label.vi[0]?.toLowerCase()}${label.vi.slice(1)}`.replace(' – ', ' '),
    place: plan.shortTitle.vi,
    when: written.includes('không') ? '' : written,
  }
}

const hasFigure = ({ target: { value } }: Row): boolean => value.kind !== 'words' && value.kind !== 'yes'

/** Each with the words of the plan itself: what is tried is everything around them. */
const WAYS: readonly ((row: Row) => string)[] = [
  ({ subject, place, when }) => `${place} ${subject} ${when} là bao nhiêu`,
  ({ subject, place, when }) =>
    `cho mình hỏi ${subject} của ${place} ${when} chốt bao nhiêu để mình báo lại hiệu trưởng`,
  ({ subject, place, when }) => `Sếp hỏi gấp: ${place}, ${subject}, ${when}, con số là mấy?`,
  ({ subject, place, when }) => `em cần số liệu ${subject} ${when} trong kế hoạch ${place}`,
  ({ subject, place, when }) => `${place} ${when}: ${subject}?`,
  ({ subject, place, when }) => `Hôm qua họp có nói về ${subject}. Vậy ${place} ${when} giao mức nào?`,
  ({ subject, place, when }) => `Trường em ở ${place}, em muốn biết ${subject} ${when} được giao thế nào ạ`,
  ({ subject, place, when }) => `${subject} ở ${place} ${when} có chỉ tiêu không, nếu có thì bao nhiêu`,
  ({ subject, place, when }) => `Bên mình đang làm báo cáo. ${place} đề ra ${subject} ${when} bao nhiêu nhỉ`,
  ({ subject, place, when }) =>
    `Tôi là phóng viên đài phường, xin hỏi ${subject} ${when} theo ${place} là thế nào?`,
]

/** What no plan tells of any of its targets. */
const SILENT: readonly ((row: Row) => string)[] = [
  ({ subject, place }) => `${place} chi bao nhiêu tiền cho ${subject}`,
  ({ subject, place }) => `vì sao ${place} đặt ${subject}`,
  ({ subject, place }) => `${place} xử phạt thế nào nếu không đạt ${subject}`,
  ({ subject, place }) => `hiện nay ${subject} của ${place} thực tế đã đạt mấy phần trăm`,
  ({ subject, place }) => `${subject} ở ${place} quý 2 là bao nhiêu`,
  ({ subject, place }) => `${subject} ở ${place} so với Hải Phòng thế nào`,
  ({ subject, place }) => `số điện thoại người phụ trách ${subject} ở ${place}`,
  ({ subject, place }) => `${place} có bao nhiêu học sinh nữ trong ${subject}`,
  ({ subject, place }) => `${subject} của ${place} năm 2035 là bao nhiêu`,
]

describe('each target, asked in the plan’s words and in many ways', () => {
  it.each(WAYS)('is told: %s', (ask) => {
    const missed = rows
      .filter(hasFigure)
      .filter((row) => {
        const { behaviour, parts } = asker.ask(ask(row), { today: TODAY })
        return behaviour !== 'answer' || !parts.some(({ id }) => id === row.target.id)
      })
      .map(({ target }) => target.id)
    expect(missed.length, missed.join(' ')).toBeLessThanOrEqual(4)
  })

  it.each(SILENT)('is not told for what the plan does not say: %s', (ask) => {
    const told = rows
      .filter((row) => asker.ask(ask(row), { today: TODAY }).behaviour === 'answer')
      .map(({ target }) => target.id)
    expect(told.length, told.join(' ')).toBeLessThanOrEqual(rows.length * 0.05)
  })
})

/** Two years of one subject, in few words. */
const YEARS: readonly ((subject: string, place: string, from: number, to: number) => string)[] = [
  (subject, place, from, to) => `${place} ${subject} từ ${from} tới ${to} thay đổi ra sao`,
  (subject, place, from, to) => `so ${from} với ${to}, ${subject} của ${place} tăng hay giảm`,
  (subject, place, from, to) => `từ ${from} lên ${to} thì ${subject} ${place} nhích mấy điểm`,
  (subject, place, from, to) => `${subject} ${place} qua các mốc ${from}, ${to}`,
]

describe('two years of a target, asked in its short name', () => {
  const yearOf = ({ when }: Target): number => Number(/\d{4}/.exec(when.vi)?.[0] ?? 0)
  const isTold = (question: string, ...targets: readonly Target[]): boolean => {
    const told = asker.ask(question, { today: TODAY }).parts.map(({ id }) => id)
    return targets.every(({ id }) => told.includes(id))
  }
  const shortNameOf = ({ indicator, levels }: Target): string => {
    const [level, ...others] = levels
    const name = library.indicator(indicator).shortLabel.vi
    return level && others.length === 0 && !name.includes(vi.levels[level])
      ? `${name} ${vi.levels[level]}`
      : name
  }
  /** Targets of one label and two years, each told by its short name and year. */
  const pairsIn = ({ plans }: PlanLibrary) =>
    plans.flatMap(({ shortTitle: { vi: place }, targets }) =>
      targets.flatMap((from) =>
        targets
          .filter((to) => to.label.vi === from.label.vi && yearOf(from) > 0 && yearOf(to) > yearOf(from))
          .map((to) => ({ subject: shortNameOf(from), place, from, to }))
          .filter(({ subject, to }) =>
            [from, to].every((one) => isTold(`${place} ${subject} ${yearOf(one)}`, one)),
          ),
      ),
    )

  let pairs: ReturnType<typeof pairsIn>
  beforeAll(() => {
    pairs = pairsIn(library)
  })

  it('of a good many', () => {
    expect(pairs.length).toBeGreaterThan(30)
  })

  it.each(YEARS)('are both told: %s', (ask) => {
    const missed = pairs
      .filter(
        ({ subject, place, from, to }) => !isTold(ask(subject, place, yearOf(from), yearOf(to)), from, to),
      )
      .map(({ from }) => from.id)
    expect(missed).toEqual([])
  })
})

/** Words of several syllables that no plan says, each syllable of which some plan does. */
const SAID_BY_NONE = [
  'tự tử',
  'cờ vua',
  'lớp chọn',
  'sách tham khảo',
  'học sinh nước ngoài',
  'hiệu trưởng là nữ',
  'quỹ lớp',
  'trực nhật',
  'đoàn viên mới',
  'sức khỏe giáo viên',
  'tai nạn giao thông',
  'trung tâm giáo dục cộng đồng',
]

describe('what no plan speaks of', () => {
  it.each(SAID_BY_NONE)('is not told of by its syllables: %s', (subject) => {
    const told = library.plans.filter(
      ({ shortTitle }) =>
        asker.ask(`kế hoạch ${shortTitle.vi} nói gì về ${subject}`, { today: TODAY }).behaviour === 'answer',
    )
    expect(told.map(({ code }) => code)).toEqual([])
  })
})

describe('a figure to be confirmed', () => {
  const claims: readonly ((row: Row, figure: string) => string)[] = [
    ({ subject, place, when }, figure) => `nghe nói ${subject} ở ${place} ${when} là ${figure}, đúng không`,
    ({ subject, place, when }, figure) => `có phải ${place} đặt ${subject} ${when} là ${figure} không`,
    ({ subject, place, when }, figure) => `${subject} của ${place} ${when} ${figure} phải không ạ`,
    ({ subject, place, when }, figure) =>
      `kế hoạch của ${place} ghi ${when} phải ${figure} ${subject} phải ko ta`,
    ({ subject, place, when }, figure) => `nghe bảo ${place} ${when} ${subject} là ${figure}, chuẩn ko`,
    ({ subject, place, when }, figure) => `${subject} ${place} ${when} ${figure} hả mn`,
  ]

  it('is confirmed only where it is the printed one, and denied only where it is not', () => {
    const wrongly = rows.flatMap((row) => {
      const [, printed, unit] = IS_FIGURE.exec(row.target.printed.vi) ?? []
      if (printed === undefined || /[–-]\d/.test(row.target.printed.vi)) return []
      const figure = Number(printed.replace(',', '.'))
      const other = unit === '%' ? `${Math.max(1, figure - 3)}%`.replace('.', ',') : `${figure + 1} ${unit}`
      const own = unit === '%' ? `${printed}%` : `${printed.replace(/^0/, '')} ${unit}`
      return claims.flatMap((claim) => [
        ...(beginsWith('Đúng', claim(row, other)) ? [claim(row, other)] : []),
        ...(beginsWith('Con số trong câu hỏi không đúng', claim(row, own)) ? [claim(row, own)] : []),
      ])
    })
    expect(wrongly).toEqual([])
  })

  it.each([
    ['nghe nói 14 phường Long Biên đều giữ xóa mù chữ mức độ 3, đúng ko bot', false],
    ['14 phường Long Biên giữ xóa mù chữ mức độ 2, đúng không', true],
  ])('may be a level: %s', (question, isRight) => {
    expect(beginsWith('Đúng', question)).toBe(isRight)
  })

  const beginsWith = (words: string, question: string): boolean =>
    asker.ask(question, { today: TODAY }).text.startsWith(words)
})
