import type { Text } from '../domain/text.ts'

/** What should stand in a field, by the key a schema or check names. */
export const EXPECTATIONS = {
  yaml: { vi: 'Tệp phải là YAML đúng cú pháp.', en: 'The file must be well-formed YAML.' },
  required: { vi: 'Trường này phải có.', en: 'This field must be given.' },
  'unknown-field': { vi: 'Ở đây không có trường mang tên này.', en: 'There is no field of this name here.' },
  'text-shape': { vi: 'Phải là chữ.', en: 'This must be text.' },
  'list-shape': { vi: 'Phải là danh sách.', en: 'This must be a list.' },
  'fields-shape': { vi: 'Phải là nhóm các trường.', en: 'This must be a group of fields.' },
  kind: { vi: '«kind» phải là một loại đã biết.', en: '“kind” must be one of the known kinds.' },
  filled: { vi: 'Không được để trống.', en: 'This must not be empty.' },
  figure: {
    vi: 'Phải là {vi, en}, hoặc con số không kèm chữ.',
    en: 'Give {vi, en}, or a figure without letters.',
  },
  code: {
    vi: 'Mã chỉ gồm chữ thường, số và gạch nối.',
    en: 'A code is lower case letters, digits and hyphens.',
  },
  'form-code': { vi: 'Mã biểu có nhiều nhất 24 ký tự.', en: 'The code of a form has at most 24 characters.' },
  'unit-code': {
    vi: 'Mã đơn vị có nhiều nhất 24 ký tự: chữ không dấu, số, dấu chấm, gạch nối, gạch dưới.',
    en: 'The code of a unit has at most 24 characters: unaccented letters, digits, dots, hyphens, underscores.',
  },
  whole: { vi: 'Phải là số nguyên không âm.', en: 'This must be a whole number, not negative.' },
  decimal: {
    vi: 'Phải là số với dấu chấm thập phân, ví dụ 92.19.',
    en: 'Give a number with a decimal point, e.g. 92.19.',
  },
  'iso-date': {
    vi: 'Ngày viết là NĂM-THÁNG-NGÀY, ví dụ 2023-12-15.',
    en: 'Dates are YYYY-MM-DD, e.g. 2023-12-15.',
  },
  'month-day': {
    vi: 'Ngày hằng năm viết là THÁNG-NGÀY, ví dụ 12-19.',
    en: 'A yearly day is MM-DD, e.g. 12-19.',
  },
  'last-day': {
    vi: 'Ngày cuối viết là THÁNG-NGÀY, hoặc NĂM-THÁNG-NGÀY khi chỉ có một lần.',
    en: 'The last day is MM-DD, or YYYY-MM-DD when it comes only once.',
  },
  period: {
    vi: 'Kỳ viết là 2026, 2026-H1, SY2025, SY2025-T1 hoặc 2026-09.',
    en: 'A period is 2026, 2026-H1, SY2025, SY2025-T1 or 2026-09.',
  },
  question: {
    vi: 'Câu hỏi là một mã số liệu, hoặc «tử/mẫu».',
    en: 'A question is one element code, or “numerator/denominator”.',
  },
  'eight-questions': { vi: 'Mỗi phần có nhiều nhất 8 câu hỏi.', en: 'A section has at most 8 questions.' },
  value: {
    vi: 'Giá trị là 92.19, 40..45, rank 7/30, level 3, yes hoặc words.',
    en: 'A value is 92.19, 40..45, rank 7/30, level 3, yes or words.',
  },
  'count-of': { vi: 'Số đếm in trong văn bản viết là 59/64.', en: 'The printed count is written 59/64.' },
  unique: {
    vi: 'Mã này phải là duy nhất, nhưng đã dùng ở nơi khác.',
    en: 'This code must be unique, but it is used elsewhere.',
  },
  'known-element': {
    vi: 'Phải là mã một số liệu có trong danh mục.',
    en: 'This must be the code of an element of the catalogue.',
  },
  'known-indicator': {
    vi: 'Phải là mã một chỉ số có trong danh mục.',
    en: 'This must be the code of an indicator of the catalogue.',
  },
  'known-form': {
    vi: 'Phải là mã một biểu có trong các kế hoạch.',
    en: 'This must be the code of a form of the plans.',
  },
  'known-unit': {
    vi: 'Phải là mã một đơn vị khai trong các kế hoạch.',
    en: 'This must be the code of a unit named by the plans.',
  },
  'no-circle': {
    vi: 'Đơn vị cấp trên không được nằm dưới chính đơn vị này.',
    en: 'A parent unit must not lie beneath the unit itself.',
  },
  'form-asks': {
    vi: 'Biểu này phải hỏi đủ các số liệu của chỉ số.',
    en: 'The form must ask every element of the indicator.',
  },
  'reason-needed': {
    vi: 'Chỉ số chỉ nêu bằng lời nên phải ghi lý do không thu số liệu.',
    en: 'The indicator is told in words only, so give the reason why nothing is collected.',
  },
  'limit-precedes': {
    vi: 'Số liệu làm giới hạn phải được hỏi trước, hoặc cùng câu hỏi.',
    en: 'The element that limits this one must be asked before it, or in the same question.',
  },
  'late-only': {
    vi: 'Hạn riêng chỉ dành cho kết quả có sau (isLate: yes).',
    en: 'Only a result that comes later (isLate: yes) has a date of its own.',
  },
  'period-type': {
    vi: 'Kỳ phải đúng loại kỳ của biểu.',
    en: 'The period must be of the form’s period type.',
  },
  'period-order': {
    vi: 'Kỳ cuối không được trước kỳ đầu.',
    en: 'The last period must not come before the first.',
  },
  'count-agrees': {
    vi: 'Số đếm in phải bằng tử số trên mẫu số.',
    en: 'The printed count must be the numerator over the denominator.',
  },
  'share-agrees': {
    vi: 'Tỷ lệ in phải bằng tử số chia mẫu số, làm tròn hoặc cắt bớt.',
    en: 'The printed share must be numerator over denominator, rounded or cut off.',
  },
  'unit-fits': {
    vi: 'Thứ hạng cần chỉ số tính bằng thứ hạng, mức độ cần chỉ số tính bằng mức độ.',
    en: 'A rank needs an indicator that is a rank, a level one that is a level.',
  },
  'range-order': { vi: 'Đầu khoảng phải nhỏ hơn cuối khoảng.', en: 'A range must begin below its end.' },
  'day-recurs': {
    vi: 'Hạn lặp lại viết THÁNG-NGÀY; hạn một lần viết NĂM-THÁNG-NGÀY.',
    en: 'A recurring day is MM-DD; a day that comes once is YYYY-MM-DD.',
  },
} as const satisfies Record<string, Text>

export type Expectation = keyof typeof EXPECTATIONS

const isExpectation = (key: string): key is Expectation => key in EXPECTATIONS

/** The sentence of that key, if there is one. */
export const findExpectation = (key: string): Text | undefined =>
  isExpectation(key) ? EXPECTATIONS[key] : undefined

/** One of a closed list of words. */
export const oneOf = (choices: readonly string[]): Text => ({
  vi: `Phải là một trong: ${choices.join(', ')}.`,
  en: `This must be one of: ${choices.join(', ')}.`,
})
