/** What names of public bodies begin with. */
export const BODY_HEADS: readonly string[] = [
  'phòng',
  'ban',
  'hội',
  'sở',
  'đoàn',
  'trung tâm',
  'liên đoàn',
  'công an',
  'thanh tra',
  'mặt trận',
  'quân sự',
  'tòa án',
  'viện',
  'ngân hàng',
  'kho bạc',
  'bệnh viện',
]

/** Before these heads: «cơ sở», «xã hội», «đại hội» are no bodies. */
export const NO_BODY_BEFORE: ReadonlySet<string> = new Set([
  'cơ',
  'trụ',
  'công',
  'xã',
  'đại',
  'lễ',
  'tập',
  'dự',
])

/** After these heads: «phòng chống», «phòng học», «hội nghị» are no bodies; «phòng nào» asks for one. */
export const NO_BODY_AFTER: readonly string[] = [
  'chống',
  'trào',
  'cách',
  'phú',
  'học',
  'tránh',
  'ngừa',
  'cháy',
  'họp',
  'nghị',
  'khỏe',
  'nhập',
  'đồng',
  'thi',
  'hành',
  'giám',
  'đầu',
  'sở',
  'bệnh',
  'thanh tra',
  'kiểm tra',
  'nào',
  'gì',
]
