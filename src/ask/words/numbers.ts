/** Number words that cannot be mistaken for another word; «năm» (five, year) and «một» stay words. */
export const NUMBER_WORDS: readonly (readonly [string, string])[] = [
  // the year, not five: «báo cáo cuối năm, trường em …»
  ...['cuối', 'giữa', 'đầu', 'cả', 'trong', 'hằng', 'hàng', 'mỗi'].map(
    (word) => [`${word} năm`, `${word} năm`] as const,
  ),
  // «được lên lớp năm 2025»
  ...['học', 'nay', 'sau', 'tới', 'trước', ...someYears()].map(
    (word) => [`lớp năm ${word}`, `lớp năm ${word}`] as const,
  ),
  ...spokenYears(),
  ...teens(),
  ...spokenShares(),
  ...['hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].flatMap((tens) => [
    [`${tens} mươi mấy`, 'bao nhiêu'] as const,
    [`${tens} mươi bao nhiêu`, 'bao nhiêu'] as const,
  ]),
  ['mấy chục', 'bao nhiêu'],
  ['bao nhiêu chục', 'bao nhiêu'],
  ['mười mấy', 'bao nhiêu'],
  ['ba môn', '3 môn'],
  ['bốn', '4'],
  ['sáu trường', '6 trường'],
  ['chín trường', '9 trường'],
  ['mười', '10'],
  ['bảy', '7'],
  // typed without marks, «tam» is no eight here
  ...['trung tâm', 'quan tâm', 'trọng tâm', 'yên tâm', 'tâm lý', 'tâm huyết'].map(
    (word) => [word, word] as const,
  ),
  ['tám', '8'],
  ['mấy chấm', 'bao nhiêu'],
  ['bao nhiêu chấm', 'bao nhiêu'],
  ['hai trường', '2 trường'],
  ['ba trường', '3 trường'],
  ['năm trường', '5 trường'],
  ['năm cặp', '5 cặp'],
  ['năm điểm', '5 điểm'],
  ['hai buổi', '2 buổi'],
  ['ngoại ngữ hai', 'ngoại ngữ 2'],
  ['bậc hai', 'bậc 2'],
  ['bậc ba', 'bậc 3'],
  ['mức độ hai', 'mức độ 2'],
  ['mức độ ba', 'mức độ 3'],
  ['mức ba', 'mức 3'],
  ['lớp năm', 'lớp 5'],
  ['khối ba', 'khối 3'],
  ['khối sáu', 'khối 6'],
  ['năm di tích', '5 di tích'],
  ['hai bậc', '2 bậc'],
  ['một nửa', '50%'],
  ['phân nửa', '50%'],
  ['half of', '50% of'],
  ['half the', '50% the'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
  ['five', '5'],
  ['six', '6'],
  ['seven', '7'],
  ['eight', '8'],
  ['nine', '9'],
]

/** «Tám mươi phần trăm», «chín mươi lăm phần trăm» → 80%, 95%. */
function spokenShares(): (readonly [string, string])[] {
  const units = ['', 'mốt', 'hai', 'ba', 'tư', 'lăm', 'sáu', 'bảy', 'tám', 'chín']
  const tens = ['', '', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
  return tens.flatMap((ten, of) =>
    ten === ''
      ? []
      : units.map((unit, digit) => [`${`${ten} mươi ${unit}`.trim()} phần trăm`, `${of}${digit}%`] as const),
  )
}

function someYears(): string[] {
  return Array.from({ length: 21 }, (_, at) => String(2020 + at))
}

/** «Hai không hai lăm», «hai nghìn không trăm ba mươi» → 2025, 2030. */
function spokenYears(): (readonly [string, string])[] {
  const units = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
  const centuries = ['hai không', 'hai nghìn', 'hai ngàn', 'hai nghìn không trăm', 'hai ngàn không trăm']
  return [2, 3].flatMap((tens) =>
    units.flatMap((unit, digit) => {
      const ends = digit === 5 ? ['lăm', 'nhăm', 'năm'] : [unit]
      const spoken = ends.flatMap((end) => [
        `${units[tens]} mươi ${end}`.trim(),
        `${units[tens]} ${end || 'mươi'}`,
      ])
      return centuries.flatMap((century) =>
        spoken.map((rest) => [`${century} ${rest}`, `20${tens}${digit}`] as const),
      )
    }),
  )
}

/** «Mười lăm» → 15. */
function teens(): (readonly [string, string])[] {
  return ['một', 'hai', 'ba', 'bốn', 'lăm', 'sáu', 'bảy', 'tám', 'chín'].map(
    (unit, at) => [`mười ${unit}`, `${11 + at}`] as const,
  )
}
