import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Asker, createAsker, type Topic } from '../../src/ask/index.ts'
import type { Plan, PlanLibrary, Target } from '../../src/domain/plan.ts'
import { shippedLibrary } from './library.ts'

const TODAY = '2026-01-15'

let library: PlanLibrary
let asker: Asker
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
})

const ask = (question: string, topic?: Topic): Answer =>
  asker.ask(question, { today: TODAY, ...(topic ? { topic } : {}) })

/** Figures that can be claimed, each in words of its plan. */
const claimsOf = (plan: Plan): readonly string[] =>
  plan.targets.filter(isShare).map(({ label, when, printed }) => {
    const [written = ''] = when.vi.split(';')
    return `${plan.shortTitle.vi} ${label.vi.toLowerCase().replace(' – ', ' ')} ${written.includes('không') ? '' : written} là ${printed.vi}`
  })

const isShare = ({ printed }: Target): boolean => /^\d[\d,]*%$/.test(printed.vi)

/** Somebody said it, or wrote it; whether it is so is asked apart. */
const TOLD: readonly ((claim: string) => string)[] = [
  (claim) => `anh phó ban nói ${claim}, đúng không`,
  (claim) => `Chị kế toán trường em cứ khăng khăng là ${claim}. Có đúng vậy không ạ?`,
  (claim) => `Hồ sơ trình ký ghi ${claim}. Nhờ đồng chí rà lại giúp con số này.`,
  (claim) => `Bài viết trên nhóm zalo đăng là ${claim}, xác minh giùm em`,
  (claim) => `${claim} hả chị`,
]

describe('a claim', () => {
  it('is read as if nobody were said to have made it', () => {
    const claims = library.plans.flatMap(claimsOf)
    const read = claims.flatMap((claim) => {
      const plain = JSON.stringify(ask(`nghe nói ${claim}, đúng không`).citations)
      return TOLD.filter((told) => JSON.stringify(ask(told(claim)).citations) !== plain).map((told) =>
        told(claim),
      )
    })
    expect(claims.length).toBeGreaterThan(30)
    expect(read).toEqual([])
  })

  it.each([
    ['A colleague claims that Long Biên keeps 31 e-schools. Is that so?', '31'],
    [
      'A parents’ group posted that Long Biên only wants 95% of its pupils covered by health insurance. Is that what the district plan says?',
      '100%',
    ],
    [
      'Is it true that Long Biên only has to hold level 2 in universal lower secondary education in 2023-2024?',
      '3',
    ],
    ['Tới 2030 thị xã Quảng Yên tính đưa phổ cập tiểu học lên mức độ 4 hả anh?', 'mức độ 3'],
    [
      'Nghe bảo các trường Quảng Yên phải làm xong kế hoạch triển khai trước 20/12/2023, phải vậy không chị?',
      '10/12',
    ],
    [
      'Someone told me the Long Biên education office appraises each head teacher once a quarter. Correct?',
      'month',
    ],
    ['TB 3677 là cô Thuý giám đốc Sở trực tiếp ký phải không?', 'Nguyễn Thành Lâm'],
    [
      'năm học 23-24 Long Biên công nhận MỚI chuẩn quốc gia là TH Ái Mộ A với TH Bồ Đề, đúng chưa? kể tên đúng giúp',
      'Năng Mai',
    ],
    [
      'Kể đủ 4 trường vừa nhân rộng thành trường học điện tử bên LB, xem có TH Ái Mộ B trong đó ko',
      'Nguyệt Quế',
    ],
  ])('is answered with what the plan prints: %s', (question, printed) => {
    const { behaviour, text } = ask(question)
    expect(behaviour).toBe('answer')
    expect(text).toContain(printed)
  })

  it.each([
    'nghe nói năm ngoái quận Long Biên có 12 thầy cô đạt giải nhất GVG cấp Thành phố, xác minh giùm em',
    'Is it true that 12 Quảng Yên schools still had no land-use certificate at the start of 2023?',
    'Trường THPT Bạch Đằng ở Quảng Yên xây mới tốn 120 tỷ đúng không?',
    'Ở quận LB tính ra đầu người thì còn bao nhiêu GV THCS chưa đạt chuẩn',
  ])('of a count that no plan prints is refused: %s', (question) => {
    expect(ask(question).behaviour).toBe('refuse')
  })
})

describe('what is said to be known already', () => {
  it('is no part of the question', () => {
    const { text } = ask(
      'Ngoài tiếng Anh thì cấp 2 quận Long Biên còn dạy ngoại ngữ hai những tiếng gì, mỗi tiếng mấy trường?',
    )
    expect(text).toContain('tiếng Nhật')
    expect(text).toContain('tiếng Hàn')
  })

  it('stays one where the plans say nothing else of it', () => {
    const { behaviour } = ask(
      'Theo TB 3677 của Sở Quảng Ninh, ngoài tham mưu cho cấp ủy và chính quyền, các trường còn phải tự tay soạn ra cái gì để triển khai?',
    )
    expect(behaviour).toBe('answer')
  })
})

describe('a deadline asked on from another body’s', () => {
  it('is that of the body named, and then of the period named', () => {
    const office = ask('Phòng GD Quảng Yên trình bản tổng hợp báo cáo 6 tháng lên thị xã trước hôm nào?')
    const ward = ask('vậy phường em gửi trước ngày mấy', office.topic)
    const year = ask('bản cả năm nữa?', ward.topic)
    expect([office, ward, year].map(({ text }) => /\d+\/\d+/.exec(text)?.[0])).toEqual([
      '30/6',
      '20/6',
      '20/12',
    ])
  })
})

describe('a day behind «báo cáo năm»', () => {
  it.each(['30/12', '20/12', '25/12'])('is no school year: %s', (day) => {
    const { text } = ask(`trường em ở Quảng Yên nộp báo cáo năm ${day} được không`)
    expect(text).toContain('20/12')
  })
})

describe('a place', () => {
  it.each(['Lòng Biên', 'Long Bien', 'Quảng yên', 'Gia Lôc'])('is known with other marks: %s', (place) => {
    expect(ask(`${place} có bao nhiêu chỉ tiêu phổ cập tiểu học`).text).not.toContain('Chưa có kế hoạch nào')
  })
})
