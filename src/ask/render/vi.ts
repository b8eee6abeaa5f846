import type { Part } from '../answer.ts'
import { printedDate } from './dates.ts'
import type { Sentences } from './sentences.ts'

const at = (part: Part, showsPlan: boolean): string => (showsPlan ? `${part.planTitle}: ` : '')

const levels = {
  preschool: 'mầm non',
  primary: 'tiểu học',
  'lower-secondary': 'THCS',
  'upper-secondary': 'THPT',
} as const

const value = ({ printed, printedCount }: Part): string =>
  printedCount && !printed.includes(printedCount) ? `${printedCount} (${printed})` : printed

const names = (part: Part): string => (part.names.length > 0 ? ` Gồm: ${part.names.join('; ')}.` : '')

export const vi: Sentences = {
  levels,
  target: (part, showsPlan) =>
    `${at(part, showsPlan)}${part.label}, ${part.when}: ${value(part)}.${names(part)}`,
  duty: (part, showsPlan) => `${at(part, showsPlan)}${part.label}: ${part.printed} (tóm tắt)`,
  fact: (part, showsPlan) => `${at(part, showsPlan)}${part.printed} (tóm tắt)`,
  deadline: (part, showsPlan, asksDays, today) => {
    const to = part.deadline?.to ? `, gửi ${part.deadline.to}` : ''
    const when = part.deadline?.lastDay
      ? `${part.when} (ngày cuối được nộp: ${printedDate(part.deadline.lastDay)})`
      : `${part.when} – văn bản không in ngày cụ thể`
    const left =
      asksDays && part.deadline?.daysLeft !== undefined
        ? ` Hôm nay ${printedDate(today)}, còn ${part.deadline.daysLeft} ngày.`
        : ''
    return `${at(part, showsPlan)}${part.label}${to}: ${when}. ${part.printed} (tóm tắt)${left}`
  },
  office: (part, on, until) =>
    `${part.planTitle === '' ? '' : `${part.planTitle}: `}${part.printed}\nĐây là trả lời của cán bộ phụ trách ngày ${printedDate(on)}, không phải nội dung kế hoạch; dùng đến hết ngày ${printedDate(until)}.`,
  officeSource: (on) => ({ document: 'Cán bộ phụ trách trả lời', section: `ngày ${printedDate(on)}` }),
  note: (text) => `Lưu ý: ${text}`,
  source: (document, section) => `Nguồn: ${document}, ${section}`,
  bodies: (plan, names) => `${plan} giao việc cho: ${names.join('; ')}.`,
  difference: (first, second, by) => `${second} so với ${first}: chênh ${by}.`,
  sameValue: () => 'Hai mức bằng nhau.',
  differentYears: () => 'Hai mức không cùng mốc thời gian.',
  premiseWrong: () => 'Con số trong câu hỏi không đúng với kế hoạch. Kế hoạch in:',
  yearWrong: () => 'Mốc năm trong câu hỏi không đúng với kế hoạch. Kế hoạch in:',
  premiseRight: () => 'Đúng, kế hoạch in:',
  more: (count) => `Còn ${count} mục nữa, xin hỏi trong trò chuyện riêng để xem đủ.`,
  whichOne: () => 'Câu hỏi có thể hiểu theo nhiều cách. Xin chọn một:',
  choice: (part) =>
    [part.planTitle, part.label, part.kind === 'fact' ? part.printed.slice(0, 60) : part.when]
      .filter(Boolean)
      .join(' – '),
  question: (part) =>
    `${part.label}${part.kind === 'target' ? '' : `: ${part.printed}`} – ${part.planTitle}${part.when ? `, ${part.when}` : ''}`,
  refusal: (reason, plan, place, asked) => {
    const where = plan ? `Kế hoạch ${plan}` : 'Các kế hoạch đang có'
    if (reason === 'place-unknown') return `Chưa có kế hoạch nào của ${place ?? 'nơi này'}.`
    if (reason === 'year-not-printed')
      return `${where} không nêu mức cho ${asked}; không suy ra từ các mốc khác.`
    if (reason === 'level-not-in-plan') return `${where} không nêu mức riêng cho ${asked}.`
    if (reason === 'no-amount') return `${where} không nêu số tiền này.`
    if (reason === 'no-reason') return `${where} không nêu lý do.`
    return `${where} không nêu điều này.`
  },
  nearest: () => 'Gần nhất trong kế hoạch:',
  otherPlan: (plan, label, section) => `${plan}: ${label} (${section})`,
  talk: (about, places) => {
    const example = `Có thể hỏi về chỉ tiêu, hạn báo cáo, nhiệm vụ trong kế hoạch của: ${places.join(', ')}.`
    if (about === 'thanks') return 'Rất vui được giúp. Cần gì xin cứ hỏi tiếp.'
    return about === 'greeting' ? `Xin chào! ${example}` : example
  },
}
