/** Said before the question: a greeting, who is addressed, leave to ask. */
const BEFORE = [
  'dạ|da|vâng|thưa|thua|xin|chào|chao|hi|hello|hey|alo|ad|admin|bot|bạn|mọi người|moi nguoi|mn ơi|mn oi|mng|anh chị|anh chi|anh/chị|anh/chi|các bạn|cac ban|cả nhà|ca nha|thầy cô|thay co',
  '(?:cô|co|thầy|thay|chú|chu|bác|bac|ad|sếp|sep|cụ|ông|bà) (?:ơi|oi)|kính gửi|kinh gui|kính thưa|kinh thua|nè|này|ê|ủa|trời đất|trời|uhm|ừm|alo',
  'em|e|mình|minh|tôi|cháu|toi|chau|cho|phép|phep|nhờ|nho|giúp|giup|giải đáp|giai dap|với|voi|chút|chut|xíu|xiu|tí|ạ|a|ơi|oi|làm ơn|vui lòng|muốn|hỏi|cho biết|(?<=(?:cho|xin|phep|minh|em|e|toi) )hoi',
  'good (?:morning|afternoon|evening)|there|dear|sir|madam|everyone|sorry to (?:bother|trouble) you|excuse me|quick question|(?:could|can|would) you|please|tell me|i have a question',
].join('|')
/** One of these makes it a courtesy: «em nào» and «cho trường» are none. */
const MARKED =
  /hỏi|hoi|ơi|oi|kính|kinh|^nè|^ê|^ủa|^trời|chào|chao|hello|^hi|hey|alo|thưa|thua|phép|phep|giúp|giup|giải đáp|giai dap|ơi|oi|biết|xin|vui lòng|làm ơn|dạ|good|dear|sorry|excuse|quick|tell me|question/u
/** Said after it. */
const AFTER = [
  '(?<=(?:chi|gì|nào|rứa|hết|vậy|đâu|mô|không|răng|ri|mấy) )hè|ạ|vậy|vay|zậy|zay|z|v|nha|nhé|nhe|nhỉ|thế|hả|hen|ad|admin|mn ơi|mn oi|mng|mọi người|moi nguoi|(?<=(?:nhé|nha|ơi|hả) )bạn|ơi|oi|giúp|giùm|với|dạ',
  '(?<=(?:không|khong|ko|k|hông|hong|chưa|chua|vậy|vay|zậy|z|thế|nhỉ|hả|ha|ạ|nha|nhé|sao|gì|gi|nào|nao|đâu|dau|ai|mấy|nhiêu|nhieu) )(?:ta|mn)',
  '(?:(?:em|e|mình|minh|tôi|toi|xin|dạ|da|rất|rat|ad) )*(?:cảm ơn|cám ơn|cam on|tks|thks)(?: (?:anh chị|anh chi|anh|chị|chi|ad|bạn|ban|mọi người|moi nguoi|thầy cô|thay co|trước|rất|nhiều|nhieu|lắm|lam|ạ|a|nha|nhé))*|mong (?:được |duoc |sớm )?(?:giải đáp|giai dap|hồi đáp|trả lời|phản hồi)(?: ạ| a)?',
  '(?:many )?thanks|thank you|a lot|so much|very much|in advance|cheers|please|regards',
].join('|')

const LEADING = new RegExp(`^(?:[^\\p{L}\\p{N}]*(?:${BEFORE})(?![\\p{L}\\p{N}]))+[^\\p{L}\\p{N}]*`, 'iu')
const TRAILING = new RegExp(`(?:[^\\p{L}\\p{N}%]+(?:${AFTER})(?![\\p{L}\\p{N}]))+[^\\p{L}\\p{N}%]*$`, 'iu')
const FEWEST_WORDS = 2

/** «Phó chủ tịch phường hỏi: …»: who wants to know. */
const HAS_ASKED = /^[^:?.]{2,50}\s(?:hỏi|hoi|asks|asked)(?: rằng| là)?\s*:\s*/iu

/** The question without what politeness puts around it; as it stands where little else would be left. */
export function withoutCourtesy(message: string): string {
  const question = message.replace(HAS_ASKED, '').replace(IS_IT_SO, ', đúng không')
  const [lead = ''] = LEADING.exec(question) ?? []
  const rest = withoutPurpose(
    question.slice(MARKED.test(lead.toLowerCase()) ? lead.length : 0).replace(TRAILING, ''),
  )
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length < FEWEST_WORDS ? message : rest
}

/** «…, chuẩn ko», «… 95% thật không»: whether it is so, whatever «chuẩn» is elsewhere. */
const IS_IT_SO =
  /(?:\s*,\s*|(?<=[\d%])\s+)(?:chuẩn|chuan|thật|that|thiệt|thiet) (?:không|khong|ko|k|chưa|chua|hông|hong|hok|hem)(?=\s*[?.!]*$)/iu

/** «… Correct?», «… Số có bị đảo không em?», «…, xác minh giùm em», «… mức độ 4 hả anh?»: that it is to be confirmed is said apart. */
const TAG_EN =
  /[\s,.!?;–-]+(?:(?:is|are|was) (?:that|this|it) so|(?:(?:is|are|was) (?:that|this|it) )?(?:correct|right|true|accurate)(?: or (?:not|wrong|false))?|(?:is|are) (?:that|this|it|they) what (?:the |its? |their )?(?:\p{L}+ ){0,2}(?:plan|notice|document|letter) (?:actually |really )?(?:says?|prints?|states?|sets?)|(?<=[.!?;,]\s*)(?:do|does|did|are|is|will) (?:they|it|that)|am i (?:right|wrong)|true or false|really)\s*[?.!]*$/iu
const TAG =
  /[\s,.!?;–-]+(?:(?:(?:số|so|mấy số|hai số)(?: này| đó| đấy)? (?:có |co )?(?:bị |bi )?|(?:có|co) (?:bị|bi) )(?:đảo|dao|ngược|nguoc|lộn|lon|nhầm|nham|sai)(?: nhau| lại)? (?:không|khong|ko|k|hông|hong)|(?:(?:nhờ|nho|xin|cho) )?(?:xác minh|xac minh|xác nhận|xac nhan|kiểm chứng|kiem chung|rà soát|rà|kiểm tra|đối chiếu|check)(?: lại| lai)?(?: cả tên lẫn chức danh| con số này| số này| thông tin này)?(?: (?:giùm|gium|giúp|giup|hộ|ho|dùm|dum|cho|với|voi|em|tôi|toi|mình|minh|anh|chị|cái|con số|số|thông tin|câu|chỗ|này|đó|đấy|nào|ạ)){1,5}|(?:con số )?\d*\s?%?\s?(?:lấy |moi )?(?:ở |o )?(?:đâu|dau) ra|(?:có |co )?(?:đúng|dung|phải|phai|thật|that|chuẩn|chuan|chính xác)(?: là| la)?(?: như| nhu)? (?:vậy|vay|thế|the|rứa) (?:không|khong|ko|k|hông|hong|hôn|chưa|chua))(?: (?:em|anh|chị|chi|bot|ad|ạ|a|cô|thầy|bác|bạn|mọi người|nhỉ|ha|hả|nha))*\s*[?.!]*$/iu
/** «Anh phó ban nói …», «sếp em cứ khăng khăng là …», "our director insists …": whoever it is, it was heard. */
const SAID_VI =
  /(?<!\p{L})(?:anh|chị|chi|cô|thầy|thay|chú|bác|ông|bà|sếp|bạn|đồng nghiệp|hiệu phó|phó ban|trưởng phòng|kế toán|văn thư|người ta|nguoi ta|ai đó|có người|có đứa|tụi nó|bọn nó|thằng|con bạn)(?: (?!và|với|thì|là|của|có|ở|trong|về|phải|nào|gì|ai|không|được)\p{L}+){0,4}? (?:(?:cứ |lại |vừa |mới |đã |hay |còn |thì ){0,2})(?:nói|bảo|(?<!(?:đại|phát) )biểu|kêu|than|khẳng định|quả quyết|cam đoan|khăng khăng|phán|khoe|quả quyết|đoan chắc|nói chắc|cãi)(?!\p{L}| (?:đảm|vệ|hiểm|mật|tồn|trợ|quản|dưỡng|gì|chi|sao|thế|về|gọn|riêng|chung|rõ|giúp|giùm|gọi|ai|(?:đến|tới)(?! \d)))(?: chắc| rằng| là| đâu)*/giu
/** The same without marks, where no other word can be meant. */
const SAID_UNMARKED =
  /(?<!\p{L})(?:anh|thay|sep|dong nghiep|hieu pho|pho ban|truong phong|ke toan|van thu|nguoi ta|co nguoi|tui no|bon no)(?: (?!va|voi|thi|la|cua|co|o|trong|ve|phai|nao|gi|ai|khong|duoc|may|bao)[a-z]+){0,4}? (?:(?:cu |lai |vua |moi |da |hay |con |thi ){0,2})(?:noi|keu|khang dinh|qua quyet|cam doan|khang khang)(?![a-z]| (?:vu|tru|dung|thanh|bo|luc|khoa|gi|chi tiet|sao|the|ve|gon|rieng|chung|ro|giup|gium|ai|den|toi|chuyen|tiep))(?: chac| rang| la| dau)*/giu

/** «Hồ sơ trình ký ghi …», «dự thảo phát biểu của chủ tịch có câu …»: what somebody wrote. */
const WRITTEN_VI =
  /(?<!\p{L})(?:(?:hồ sơ trình|báo cáo nhanh|báo cáo nháp|dự thảo|bản thảo|bản nháp|tờ trình|bài báo|bài viết|bài đăng|bản tin|tin nhắn|nhóm zalo|slide|biên bản|bài phát biểu|tham luận|mẩu tin|báo mạng|trên mạng|trên nhóm)(?: (?!nào|gì|là|ghi|viết|có|thì)\p{L}+){0,7}) (?:ghi|viết|nói|đăng|nêu|in|có câu|có dòng|có đoạn)(?!\p{L}| (?:gì|chi|sao|thế nào|về))(?: là| rằng)?/giu
const SAID_EN =
  /(?<!\p{L}|(?:what|does|did|do|should|how|which|where) )(?!the (?:[\p{L}'’]+ ){0,5}(?:plan|notice|letter|document) )(?:(?:our|my|the|an?|one|some|another) (?:[\p{L}'’]+ ){1,5}|(?:someone|somebody|people|they|everyone) (?:here |there )?)(?:keeps? )?(?:says?|said|saying|claims?|claimed|insists?|insisted|swears?|thinks?|argues?|told me|told us|mentioned|believes?|posted|wrote|reported|announced|(?:wants?|plans?) to (?:print|write|say|post|publish))(?!\p{L}| (?:what|how|which|who|when|where|about))(?: that)?/giu

/** The message with what somebody said as hearsay. */
export const withHearsay = (message: string): string =>
  message
    .replace(SAID_VI, 'nghe nói')
    .replace(SAID_UNMARKED, 'nghe noi')
    .replace(WRITTEN_VI, 'nghe nói')
    .replace(SAID_EN, 'i heard')

const WONDERS =
  /\s(?:hả|ha|há|hở|hỉ)(?: (?:em|anh|chị|chi|bot|ad|cô|co|thầy|thay|bác|bac|bạn|ban|mọi người|moi nguoi|ta|trời))*\s*[?.!]*$/iu
const ASKED =
  /(?:^|\s)(?:gì|gi|chi(?! [^ ]*$)|nào|nao|sao|răng|rang|ai|đâu|dau|mô|mo|mấy|may|bao|nhiêu|nhieu|nhiu|không|khong|ko|chưa|chua|hay|khi)(?:[\s,.?!]|$)/iu

/** «… vào việc gì? Hay ký cho có?» */
const OR_NOT = /(?<=[?!])\s*hay (?:là )?[^,.?!]{2,25}\?\s*$/iu
/** «Con số 80 đó»: the one shown last. */
const FIGURE_SHOWN = /(con số|con so) \d[\d.,]*%? (đó|này|ấy|kia|do|nay|ay)(?!\p{L})/giu

/** The message with such a tag said plainly. */
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

/** «… để cô lên slide họp hội đồng»: what the answer is wanted for. */
const PURPOSE =
  /[\s,]+(?:(?:giúp|giup|cho|hộ|giùm) (?:cô|co|em|e|mình|minh|tôi|toi|chị|chi|anh|thầy|thay) )?(?:để|de) (?:cô|co|em|e|mình|minh|tôi|toi|tui|chị|chi|anh|thầy|thay|bác|chú|tụi em|bọn em|bọn mình|chúng tôi|chúng em) [^,.?!]{3,60}$/iu
const PURPOSE_ASKS = /(?:^|\s)(?:nào|nao|gì|gi|mấy|may|bao|sao|ai|đâu|dau)(?:\s|$)/iu

const withoutPurpose = (question: string): string =>
  question.replace(PURPOSE, (purpose) => (PURPOSE_ASKS.test(purpose) ? purpose : ''))

/** «(Không phải xây mới)», «not the annual one»: what is put aside in so many words. */
const DENIED =
  /\((?:ko|k|khong|không|chứ không|chu khong|hok|not)(?: phải| phai)? [^)]*\)|,? (?:chứ|chu) (?:không|khong|ko|k) (?:phải|phai) [^,.?!]+(?=[,.?!]|$)|, (?:không|khong|ko) (?:tính|tinh|kể|ke) [^,.?!]+(?=[,.?!]|$)|(?<=[.?!,] )(?:không|khong|ko) (?:hỏi|hoi) [^,.?!]+(?=[,.?!]|$)/giu

/** «Ngoài tiếng Anh thì còn …», "besides the wards, who …": what is known already. */
const KNOWN =
  /(?<=^|[,.!?] ?)(?:ngoài|ngoai) (?!ngữ|ngu|ra(?:,| )|giờ|nha|này|trời)(?:[^,.?!]{2,40}? (?:ra|thì|thi)|[^,.?!]{2,40},)(?:,? (?:thì|thi))?(?= .*(?:còn|con|những|nhung|nào|nao|gì|gi|ai)(?![\p{L}]))|(?<=^|[,.!?] ?)(?:besides|apart from|other than|aside from) [^,.?!]{2,40},/giu

/** The question without what it says is known already. */
export const withoutKnown = (question: string): string => question.replace(KNOWN, ' ').trim()

/** The question without what it says is not meant. */
export const withoutDenied = (question: string): string => question.replace(DENIED, ' ')
