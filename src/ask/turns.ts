const DONE =
  /(?<![\p{L}])(?:vừa|mới|đã|vua|da|just|already|have)(?![\p{L}])[^,.?!]*?(?:nộp|gửi|nop|gui|xong|sent|submitted|handed)[^?!]*?(?:kế tiếp|tiếp theo|kỳ sau|đợt sau|lần sau|ke tiep|tiep theo|ky sau|dot sau|lan sau|(?<![\p{L}])next(?![\p{L}]))/iu
const HALF = /báo cáo (?:6|sáu) tháng(?: đầu năm)?|bao cao (?:6|sau) thang(?: dau nam)?/giu
const YEAR =
  /báo cáo (?:năm|hằng năm|hàng năm|cuối năm)(?![\p{L}])|bao cao (?:nam|hang nam|cuoi nam)(?![\p{L}])/giu
const HALF_EN = /(?:half-?year(?:ly)?|six-month|mid-year) report/giu
const YEAR_EN = /(?:annual|yearly|year-end) report/giu

/** «Vừa nộp xong báo cáo 6 tháng, đợt kế tiếp hạn ngày nào» asks of the report of the year: of the two that are due in turn, the other one. */
function withNextDue(message: string): string {
  if (!DONE.test(message)) return message
  const other = message.replace(HALF, 'báo cáo năm').replace(HALF_EN, 'annual report')
  return other === message
    ? message.replace(YEAR, 'báo cáo 6 tháng').replace(YEAR_EN, 'half-year report')
    : other
}

/** «Đứa em nó lớp 8 thì sao», «bé nhỏ nhà em đang học mầm non thì sao»: of that level. */
const CHILD =
  /^(?:(?:thế|vậy|còn|rồi|the|vay|con) )*(?:đứa|bé|cháu|con(?= (?:em|nhà|nha|tôi|toi|mình|minh|chị|chi|anh|trai|gái|gai|nhỏ|nho|út|ut|lớn|lon|đang|dang|học|hoc) )|thằng|nhóc|be|chau)(?: \p{L}+){0,6}? (?=(?:lớp \d+|mầm non|mẫu giáo|nhà trẻ|tiểu học|cấp \d|thcs|thpt|lop \d+|mam non|tieu hoc|cap \d)\s+(?:thì |thi )?(?:sao|thế nào|the nao)(?!\p{L}))/iu
/** «Vậy hơn năm 2023 bao nhiêu». */
const AHEAD_OF =
  /(?<!\p{L})(?:cao hơn|tăng hơn|hơn|tăng so với|hon|tang so voi) (?:năm|nam) (20\d\d) (?:là )?(?:bao nhiêu|mấy|bao nhieu)(?!\p{L})/iu
/** «Mục tổ chức thực hiện trong kế hoạch …» */
const SECTION =
  /(?<!\p{L})(?:mục|phần|chương|muc|phan)\s+(?:tổ chức thực hiện|to chuc thuc hien)(?:\s+(?:trong|của|ở|cua|o))?/iu

/** «Nghỉ hè thì phòng nào mở lớp bơi»: of the time, and of no holidays. */
const IN_SUMMER =
  /(?<!\p{L})(?:(?:dịp|kỳ|vào|trong) )?nghỉ hè(?!\p{L})(?=.*(?<!\p{L})(?:mở|dạy|lớp|bơi)(?!\p{L}))/iu

/** What is asked in a roundabout way, said plainly. */
export const withPlainTurns = (message: string): string =>
  withNextDue(message)
    .replace(CHILD, '')
    .replace(IN_SUMMER, 'dịp hè')
    .replace(AHEAD_OF, 'so với năm $1 thì hơn bao nhiêu')
    .replace(SECTION, ' ')
