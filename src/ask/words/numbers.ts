/** Number words that cannot be mistaken for another word; «năm» (five, year) and «một» stay words. */
export const NUMBER_WORDS: readonly (readonly [string, string])[] = [
  ['ba môn', '3 môn'], ['bốn', '4'], ['sáu trường', '6 trường'], ['chín trường', '9 trường'], ['mười', '10'], ['bảy', '7'], ['tám', '8'],
  ['hai trường', '2 trường'], ['ba trường', '3 trường'], ['năm trường', '5 trường'], ['năm cặp', '5 cặp'], ['năm điểm', '5 điểm'], ['hai buổi', '2 buổi'],
  ['two', '2'], ['three', '3'], ['four', '4'], ['five', '5'], ['six', '6'], ['seven', '7'], ['eight', '8'], ['nine', '9'], ['ten', '10'],
]
