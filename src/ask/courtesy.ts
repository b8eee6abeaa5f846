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
