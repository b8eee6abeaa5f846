import { describe, expect, it } from 'vitest'
import { type Answer, type Asker, createAsker, type Topic } from '../../src/ask/index.ts'
import { createLibrary, readPlanFiles } from '../../src/plans/index.ts'
import { ANOTHER_PACK } from './another-plan.ts'
import { shippedLibrary } from './library.ts'

const read = readPlanFiles(ANOTHER_PACK)
if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1))
const shipped = await shippedLibrary()
const alone = createAsker(createLibrary(read.catalogue, read.plans))
const besides = createAsker(
  createLibrary(
    {
      elements: [...shipped.catalogue.elements, ...read.catalogue.elements],
      indicators: [...shipped.catalogue.indicators, ...read.catalogue.indicators],
    },
    [...shipped.plans, ...read.plans],
  ),
)

/** What is asked, and the ids of the facts to be shown; `refuse` or `ask` where no one fact answers. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['Sìn Mây năm 2026 bao nhiêu % trường mầm non tổ chức bán trú?', 'sm-lunch-preschool-2026'],
  ['ban tru mam non SM den 2028', 'sm-lunch-preschool-2028'],
  ['ban tru tieu hoc SM 2028 bn', 'sm-lunch-primary-2028'],
  [
    'Dạ cho em hỏi đến năm 2026 trường tiểu học Sìn Mây có bữa ăn bán trú đạt mấy phần trăm ạ',
    'sm-lunch-primary-2026',
  ],
  ['What share of primary schools in Sìn Mây should serve lunch by 2028?', 'sm-lunch-primary-2028'],
  ['What share of school sites should have clean water in Sìn Mây in 2027?', 'sm-water-2027'],
  ['nước sạch ở điểm trường Sìn Mây đạt bao nhiêu', 'sm-water-2027'],
  ['diem truong huyen sin may co nuoc sach may %', 'sm-water-2027'],
  ['hs tiểu học học tiếng Mông ở huyện Sìn Mây', 'sm-hmong-2026'],
  ['How many percent of pupils learn Hmong in Sin May?', 'sm-hmong-2026'],
  ['SM xây mới bao nhiêu phòng nội trú', 'sm-rooms-2028'],
  ['Ký túc xá Sìn Mây có thêm mấy phòng ở đến 2028?', 'sm-rooms-2028'],
  ['tỷ lệ học sinh THCS bỏ học giữa chừng ở Sìn Mây năm 2026', 'sm-dropout-2026'],
  ['bỏ học thcs SM 2028 còn bao nhiêu', 'sm-dropout-2028'],
  ['What dropout rate does Sìn Mây aim at by 2028?', 'sm-dropout-2028'],
  ['mấy phần trăm lớp ở Sìn Mây có góc thư viện?', 'sm-library-2028'],
  ['GÓC THƯ VIỆN SÌN MÂY 2028 BAO NHIÊU PHẦN TRĂM', 'sm-library-2028'],
  ['Sìn Mây phấn đấu xếp thứ mấy trong tỉnh?', 'sm-rank-2028'],
  ['bỏ học THCS Sìn Mây 2026 so với 2028', 'sm-dropout-2026 sm-dropout-2028'],
  ['so sánh bán trú mầm non Sìn Mây 2026 và 2028', 'sm-lunch-preschool-2026 sm-lunch-preschool-2028'],
  ['ai hướng dẫn trường trồng cây chắn gió ở Sìn Mây', 'sm-u-forest'],
  ['Hạt Kiểm lâm Sìn Mây phải làm gì', 'sm-u-forest'],
  ['Which office collects folk tales in Sìn Mây?', 'sm-u-culture'],
  ['Phòng Văn hóa Sìn Mây có nhiệm vụ gì', 'sm-u-culture'],
  ['cơ quan nào ở Sìn Mây làm sách song ngữ', 'sm-u-culture'],
  ['Hội Phụ nữ Sìn Mây làm gì', 'sm-u-women'],
  ['ai vận động trẻ em gái đi học ở Sìn Mây', 'sm-u-women'],
  ['chong tao hon o sin may ai lo', 'sm-u-women'],
  ['Sửa đường vào điểm trường Sìn Mây là việc của ai?', 'sm-t-road'],
  ['hạn báo cáo bữa ăn bán trú của trường Sìn Mây là ngày nào', 'sm-dl-lunch'],
  ['When is the lunch report due in Sìn Mây?', 'sm-dl-lunch'],
  ['các xã Sìn Mây nộp báo cáo năm trước ngày mấy', 'sm-dl-year'],
  ['bc năm của xã ở SM gửi cho ai', 'sm-dl-year'],
  ['Kế hoạch Sìn Mây ban hành ngày nào', 'sm-id'],
  ['ai ký kế hoạch 45', 'sm-id'],
  ['điểm trường ở Sìn Mây là gì', 'sm-term-site'],
  ['Sìn Mây năm 2027 bao nhiêu % trường tiểu học bán trú', 'refuse'],
  ['THPT Sìn Mây bán trú bao nhiêu', 'refuse'],
  ['Sìn Mây bao nhiêu trường học điện tử', 'refuse'],
  ['Sìn Mây có bao nhiêu học sinh', 'refuse'],
  ['Công an Sìn Mây làm gì', 'refuse'],
  ['Ai là trưởng phòng giáo dục Sìn Mây', 'refuse'],
  ['kinh phí xây phòng nội trú Sìn Mây bao nhiêu tiền', 'refuse'],
  ['Tỉnh Cà Mau nước sạch bao nhiêu %', 'refuse'],
  ['tại sao Sìn Mây chỉ đặt 40% học tiếng Mông', 'refuse'],
  ['bán trú Sìn Mây đạt bao nhiêu', 'ask'],
  ['bán trú tiểu học Sìn Mây', 'ask'],
  ['học sinh bỏ học Sìn Mây bao nhiêu', 'ask'],
]

const ask = (asker: Asker, question: string, topic?: Topic): Answer =>
  asker.ask(question, { today: '2026-08-01', ...(topic ? { topic } : {}) })
const idsOf = ({ parts }: Answer): string[] => parts.map(({ id }) => id)

const isRight = (answer: Answer, wanted: string): boolean =>
  wanted === 'refuse' || wanted === 'ask'
    ? answer.behaviour === wanted
    : answer.behaviour === 'answer' && wanted.split(' ').every((id) => idsOf(answer).includes(id))

/** Another row of the plan than the one that was meant. */
const isAnother = (answer: Answer, wanted: string): boolean =>
  answer.behaviour === 'answer' &&
  answer.parts.some(({ id, kind }) => kind === 'target' && !wanted.includes(id))

describe.each([
  ['by itself', alone],
  ['beside the shipped ones', besides],
] as const)('a plan nobody has seen before, %s', (_, asker) => {
  it('is answered as well as the shipped ones', () => {
    const answers = QUESTIONS.map(([question, wanted]) => ({
      question,
      wanted,
      answer: ask(asker, question),
    }))
    const missed = answers.filter(({ answer, wanted }) => !isRight(answer, wanted))
    const report = missed
      .map(({ question, answer }) => `${question}\n  ${answer.behaviour} ${answer.text}`)
      .join('\n')
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(40)
    expect(1 - missed.length / QUESTIONS.length, report).toBeGreaterThanOrEqual(0.97)
    expect(
      answers.filter(({ answer, wanted }) => isAnother(answer, wanted)).map(({ question }) => question),
    ).toEqual([])
  })

  it('keeps its topic in a follow-up', () => {
    const first = ask(asker, 'bán trú tiểu học Sìn Mây 2026')
    expect(idsOf(first)).toEqual(['sm-lunch-primary-2026'])
    expect(idsOf(ask(asker, 'còn 2028?', first.topic))).toEqual(['sm-lunch-primary-2028'])
    expect(idsOf(ask(asker, 'mầm non thì sao', first.topic))).toEqual(['sm-lunch-preschool-2026'])
  })
})
