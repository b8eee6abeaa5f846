import type { Digest, JudgedTarget, Progress, ProgressRow, TargetStatus } from '../../src/domain/digest.ts'
import { assembleDigest, type DigestSnapshot } from '../../src/domain/digest-build.ts'
import { quotient } from '../../src/domain/figures.ts'
import type { Level } from '../../src/domain/level.ts'
import type { Text } from '../../src/domain/text.ts'

const same = (text: string): Text => ({ vi: text, en: text })

export const buildTarget = (
  due: string,
  number: string,
  status: TargetStatus,
  needed?: number,
): JudgedTarget => ({
  id: `t-${due}`,
  due: same(due),
  isDated: true,
  comparator: '>=',
  printed: { vi: `${number.replace('.', ',')}%`, en: `${number}%` },
  status,
  number,
  ...(needed === undefined ? {} : { needed }),
  citation: { document: 'KH 1', section: 'II.2' },
})

/** A share of schools unless told otherwise. */
export function buildRow(
  label: string,
  numerator: number,
  denominator: number,
  rest: Partial<ProgressRow> = {},
): ProgressRow {
  return {
    indicator: label.toLowerCase().replace(/\P{L}+/gu, '-'),
    label: same(label),
    shortLabel: same(label),
    unit: 'percent',
    countedAs: { vi: 'trường', en: 'schools' },
    direction: 'up',
    levels: rest.level === undefined ? [] : [rest.level],
    source: 'below',
    countsUnits: true,
    numerator: String(numerator),
    denominator: String(denominator),
    value: quotient(String(numerator), String(denominator), 100),
    expected: denominator,
    reported: denominator,
    accepted: denominator,
    isProvisional: false,
    ...rest,
  }
}

const pupils = {
  countedAs: { vi: 'học sinh', en: 'pupils' },
  countsUnits: false,
  expected: 20,
  reported: 20,
  accepted: 18,
}
const standard = (level: Level, yes: number, all: number, rest: Partial<ProgressRow>) =>
  buildRow('Chuẩn quốc gia', yes, all, { level, ...rest })

/** Fourteen rows of every kind: missed, held, ahead, possible, hidden, words, other units. */
export const MIXED_ROWS: readonly ProgressRow[] = [
  standard('preschool', 18, 21, {
    floor: buildTarget('2025', '85.71', 'reached'),
    aim: buildTarget('2030', '90.48', 'not-yet', 1),
  }),
  standard('primary', 17, 17, { floor: buildTarget('2025', '100', 'reached') }),
  standard('lower-secondary', 18, 20, {
    floor: buildTarget('2025', '95', 'missed', 1),
    aim: buildTarget('2030', '100', 'not-yet', 2),
  }),
  standard('upper-secondary', 1, 1, { floor: buildTarget('2025', '83.3', 'reached'), expected: 1 }),
  buildRow('Trường có hệ thống quản trị dựa trên dữ liệu và công nghệ số', 40, 64, {
    value: null,
    interval: { low: '62.5', high: '71.875' },
    reported: 58,
    accepted: 47,
    isProvisional: true,
    floor: buildTarget('2025', '100', 'missed'),
  }),
  buildRow('Học 2 buổi/ngày', 9_812, 10_230, {
    ...pupils,
    level: 'primary',
    floor: buildTarget('2025', '100', 'missed', 418),
  }),
  buildRow('Hoàn thành chương trình tiểu học', 2_112, 2_115, {
    ...pupils,
    level: 'primary',
    floor: buildTarget('2025', '99.5', 'reached'),
  }),
  buildRow('Đuối nước', 2, 1, {
    ...pupils,
    unit: 'count',
    direction: 'down',
    denominator: null,
    value: '2',
    floor: { ...buildTarget('2025', '0', 'missed'), printed: { vi: '0 em', en: '0 pupils' } },
  }),
  buildRow('Điểm trung bình ba môn thi vào lớp 10', 5_310, 1_000, {
    ...pupils,
    unit: 'score',
    value: '5.31',
    source: 'own',
    floor: {
      ...buildTarget('2025', '5', 'reached'),
      printed: { vi: '5 điểm trở lên', en: 'at least 5 points' },
    },
  }),
  buildRow('Phổ cập giáo dục tiểu học', 3, 1, {
    unit: 'level',
    value: '3',
    denominator: null,
    source: 'own',
    floor: { ...buildTarget('2025', '3', 'reached'), printed: { vi: 'mức độ 3', en: 'level 3' } },
  }),
  buildRow('Thứ hạng của ngành trong tỉnh', 9, 30, {
    unit: 'rank',
    value: '9',
    direction: 'down',
    source: 'own',
    aim: { ...buildTarget('2030', '7', 'not-yet'), printed: { vi: 'hạng 7/30', en: 'rank 7/30' } },
  }),
  buildRow('Giấy chứng nhận quyền sử dụng đất', 60, 64, {
    source: 'own',
    floor: buildTarget('2023', '100', 'missed', 4),
  }),
  buildRow('Thanh toán không dùng tiền mặt', 0, 64, {
    value: null,
    numerator: null,
    reported: 0,
    accepted: 0,
    floor: buildTarget('2025', '100', 'no-data'),
  }),
  buildRow('Ngoại ngữ đầu ra', 1_204, 1_900, {
    ...pupils,
    levels: ['lower-secondary', 'upper-secondary'],
    floor: buildTarget('2025', '50', 'reached'),
  }),
]

export const MONDAY = { week: '2026-W51', from: '2026-12-14', to: '2026-12-20' } as const

export function buildProgress(rows: readonly ProgressRow[], rest: Partial<Progress> = {}): Progress {
  return {
    unit: { code: 'QY', name: 'Thị xã Quảng Yên' },
    period: '2026',
    view: 'then',
    plan: 'KH-UBND Quảng Yên',
    asOf: '2026-12-14T07:00+07:00',
    expected: 64,
    reported: 58,
    accepted: 47,
    rows,
    ...rest,
  }
}

export function sampleDigest(
  rows: readonly ProgressRow[],
  rest: Partial<Progress> & Partial<Pick<Digest, 'deadlines' | 'toDecide'>> = {},
  previous?: DigestSnapshot,
): Digest {
  const deadlines: Digest['deadlines'] = [
    {
      form: { vi: 'Biểu năm', en: 'Yearly form' },
      period: '2026',
      dueOn: '2026-12-19',
      daysLeft: 5,
      missing: 6,
      isLocal: false,
    },
  ]
  const { deadlines: otherDeadlines, toDecide, ...progress } = rest
  return assembleDigest(
    buildProgress(rows, progress),
    { ...MONDAY, deadlines: otherDeadlines ?? deadlines, toDecide: toDecide ?? { waiting: 5, returned: 2 } },
    previous,
  )
}
