/** A tag stands behind the claim, to the end of the message. */
const BEHIND = '[\\s,.!?;–-]+'
const END = '\\s*[?.!]*$'
const WHOM = '(?: (?:em|anh|chị|chi|bot|ad|ạ|a|cô|thầy|bác|bạn|mọi người|nhỉ|ha|hả|nha))*'
const NOT_SO = '(?:không|khong|ko|k|hông|hong)'

const TAGS_EN = [
  '(?:is|are|was) (?:that|this|it) so',
  '(?:(?:is|are|was) (?:that|this|it) )?(?:correct|right|true|accurate)(?: or (?:not|wrong|false))?',
  '(?:is|are) (?:that|this|it|they) what (?:the |its? |their )?(?:\\p{L}+ ){0,2}(?:plan|notice|document|letter) (?:actually |really )?(?:says?|prints?|states?|sets?)',
  '(?<=[.!?;,]\\s*)(?:do|does|did|are|is|will) (?:they|it|that)',
  'am i (?:right|wrong)',
  'true or false',
  'really',
]
/** "… Correct?", "… Is that what the plan says?" */
const TAG_EN = new RegExp(`${BEHIND}(?:${TAGS_EN.join('|')})${END}`, 'iu')

const TAGS = [
  // «số có bị đảo không em?»
  `(?:(?:số|so|mấy số|hai số)(?: này| đó| đấy)? (?:có |co )?(?:bị |bi )?|(?:có|co) (?:bị|bi) )(?:đảo|dao|ngược|nguoc|lộn|lon|nhầm|nham|sai)(?: nhau| lại)? ${NOT_SO}`,
  // «xác minh giùm em», «nhờ đồng chí rà lại giúp con số này»
  '(?:(?:nhờ|nho|xin|cho) )?(?:xác minh|xac minh|xác nhận|xac nhan|kiểm chứng|kiem chung|rà soát|rà|kiểm tra|đối chiếu|check)(?: lại| lai)?(?: cả tên lẫn chức danh| con số này| số này| thông tin này)?(?: (?:giùm|gium|giúp|giup|hộ|ho|dùm|dum|cho|với|voi|em|tôi|toi|mình|minh|anh|chị|cái|con số|số|thông tin|câu|chỗ|này|đó|đấy|nào|ạ)){1,5}',
  // «15 ở đâu ra»
  '(?:con số )?\\d*\\s?%?\\s?(?:lấy |moi )?(?:ở |o )?(?:đâu|dau) ra',
  // «có đúng vậy không»
  '(?:có |co )?(?:đúng|dung|phải|phai|thật|that|chuẩn|chuan|chính xác)(?: là| la)?(?: như| nhu)? (?:vậy|vay|thế|the|rứa) (?:không|khong|ko|k|hông|hong|hôn|chưa|chua)',
]
const TAG = new RegExp(`${BEHIND}(?:${TAGS.join('|')})${WHOM}${END}`, 'iu')

/** «… mức độ 4 hả anh?» */
const WONDERS =
  /\s(?:hả|ha|há|hở|hỉ)(?: (?:em|anh|chị|chi|bot|ad|cô|co|thầy|thay|bác|bac|bạn|ban|mọi người|moi nguoi|ta|trời))*\s*[?.!]*$/iu
const ASKED =
  /(?:^|\s)(?:gì|gi|chi(?! [^ ]*$)|nào|nao|sao|răng|rang|ai|đâu|dau|mô|mo|mấy|may|bao|nhiêu|nhieu|nhiu|không|khong|ko|chưa|chua|hay|khi)(?:[\s,.?!]|$)/iu

/** «… vào việc gì? Hay ký cho có?» */
const OR_NOT = /(?<=[?!])\s*hay (?:là )?[^,.?!]{2,25}\?\s*$/iu
/** «Con số 80 đó»: the one shown last. */
const FIGURE_SHOWN = /(con số|con so) \d[\d.,]*%? (đó|này|ấy|kia|do|nay|ay)(?!\p{L})/giu

/** The message with what asks, behind it and apart, whether it is so said as «đúng không»; nothing else in it may ask for that of «hả anh». */
export function withPlainTag(message: string): string {
  const plain = message
    .replace(OR_NOT, '')
    .replace(FIGURE_SHOWN, '$1 $2')
    .replace(TAG_EN, ', right')
    .replace(TAG, ', đúng không')
  return plain === message && !ASKED.test(message.replace(WONDERS, ''))
    ? message.replace(WONDERS, ', đúng không')
    : plain
}
