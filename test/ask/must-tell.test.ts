import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import type { Plan, PlanLibrary, Target } from '../../src/domain/plan.ts'
import { shippedLibrary } from './library.ts'

let library: PlanLibrary
let asker: Asker
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
})

const ask = (question: string) => asker.ask(question, { today: '2026-01-15' })

interface Row {
  readonly place: string
  readonly subject: string
  readonly printed: string
}

/** Rows of schools that print a share and no count. */
const sharesOf = (plan: Plan): readonly Row[] =>
  plan.targets
    .filter(
      ({ printed, printedCount, label }: Target) =>
        /^\d[\d,]*%$/.test(printed.vi) && printedCount === undefined && label.vi.startsWith('Trường'),
    )
    .map(({ printed, label }) => ({
      place: plan.shortTitle.vi,
      subject: label.vi.toLowerCase().replace(' – ', ' '),
      printed: printed.vi,
    }))

/** Of subjects joined by «và» each half may still be read alone. */
const MOST_TOLD = 0.1

/** Things near a row that no plan prints. */
const MISSING: readonly ((row: Row) => string)[] = [
  ({ place, subject, printed }) => `${place} ${printed} ${subject} tức là bao nhiêu trường?`,
  ({ place, subject }) => `${place} báo cáo ${subject} theo mẫu nào?`,
  ({ place, subject }) => `${place}: ${subject} mấy giờ thì xong?`,
  ({ place, subject }) => `${place}: đơn giá cho ${subject} là bao nhiêu?`,
]

describe('what is near a row and not printed', () => {
  it.each(MISSING.map((question) => [String(question), question] as const))(
    'is hardly ever told: %s',
    (_, question) => {
      const rows = library.plans.flatMap(sharesOf)
      const told = rows.map(question).filter((text) => ask(text).behaviour === 'answer')
      expect(rows.length).toBeGreaterThan(10)
      expect(told.length, told.join('\n')).toBeLessThanOrEqual(rows.length * MOST_TOLD)
    },
  )

  it.each([
    'Lớp 8 ở huyện Gia Lộc năm nay học bộ sách giáo khoa nào vậy?',
    'trường ở QY nộp báo cáo năm trễ sau 20/12 thì bị xử lý kiểu gì ạ',
    'Kế hoạch riêng của Sở GDĐT Quảng Ninh về thúc đẩy chuyển đổi số có số hiệu bao nhiêu?',
    'Ai là người ký Chỉ thị 40-CT/TU của Tỉnh ủy Trà Vinh?',
    'Long Biên có tổng cộng bao nhiêu trường, cả công lập lẫn tư thục?',
    'Nghị quyết 02/2023/NQ-HĐND mà Long Biên làm thí điểm được thông qua ngày nào?',
    'những trường mầm non nào của Quảng Yên chưa đạt chuẩn quốc gia',
    'Riêng cấp THCS, tỉnh Quảng Ninh đặt bao nhiêu % trường chuẩn quốc gia năm 2024?',
    'Long Biên đặt mục tiêu bao nhiêu trường dạy Toán, Khoa học bằng tiếng Anh?',
    'Which company supplies the school library software in Long Biên?',
    'How many kindergartens are there in Hải Dương province?',
    'tiếng Hàn ngoại ngữ 2 ở các trường THCS Long Biên học mấy tiết một tuần',
    'phiếu khảo sát phụ huynh của Sở Quảng Ninh bao giờ phát',
    'Hết năm học 2023-2024 quận Long Biên có tổng cộng bao nhiêu trường đạt chuẩn quốc gia ạ?',
  ])('is refused: %s', (question) => {
    expect(ask(question).behaviour).toBe('refuse')
  })
})

describe('a turn of speech', () => {
  it.each([
    ['Trường em ở Quảng Yên vừa nộp xong báo cáo 6 tháng, đợt báo cáo kế tiếp hạn ngày mấy ạ?', '20/12'],
    ['QY: các phòng ban, trường phải làm xong kế hoạch triển khai trc ngày nào', '10/12/2023'],
    ['Đến năm nào thì toàn bộ trường ở Quảng Yên phải quản trị bằng dữ liệu, công nghệ số?', '2025'],
    ['nghỉ hè ở Quảng Yên phòng nào lo mở lớp bơi cho các cháu?', 'Thương binh'],
    ['When and in which city was the conference that Notice 3677 reports on?', 'Hạ Long'],
  ])('leads to what it asks for: %s', (question, told) => {
    expect(ask(question).text).toContain(told)
  })

  it('who signed is told by each document', () => {
    const { text } = ask('Who signed the plan?')
    for (const { shortTitle } of library.plans) expect(text).toContain(shortTitle.en)
  })
})
