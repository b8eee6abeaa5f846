/** The words of a list, as one group of a pattern. */
const anyOf = (words: string): string =>
  `(?:${words
    .trim()
    .split(/\s*,\s*/)
    .join('|')})`

const SPEAKERS =
  anyOf(`anh, chị, chi, cô, thầy, thay, chú, bác, ông, bà, sếp, bạn, đồng nghiệp, hiệu phó, phó ban, trưởng phòng, kế toán,
  văn thư, người ta, nguoi ta, ai đó, có người, có đứa, tụi nó, bọn nó, thằng, con bạn`)
const ASSERTS =
  anyOf(`nói, bảo, (?<!(?:đại|phát) )biểu, kêu, than, khẳng định, quả quyết, cam đoan, khăng khăng, phán, khoe, đoan chắc,
  nói chắc, cãi`)
/** With these before it the verb is of something else: «ông nào nói»; with these behind it: «nói gì», «bảo đảm». */
const NO_SPEAKER = anyOf('và, với, thì, là, của, có, ở, trong, về, phải, nào, gì, ai, không, được')
const NO_ASSERTION =
  anyOf(`đảm, vệ, hiểm, mật, tồn, trợ, quản, dưỡng, gì, chi, sao, thế, về, gọn, riêng, chung, rõ, giúp, giùm, gọi, ai,
  (?:đến|tới)(?! \\d)`)

/** «Anh phó ban nói …», «sếp em cứ khăng khăng là …». */
const SAID = new RegExp(
  `(?<!\\p{L})${SPEAKERS}(?: (?!${NO_SPEAKER})\\p{L}+){0,4}? (?:(?:cứ|lại|vừa|mới|đã|hay|còn|thì) ){0,2}${ASSERTS}(?!\\p{L}| ${NO_ASSERTION})(?: (?:chắc|rằng|là|đâu))*`,
  'giu',
)

const SPEAKERS_UNMARKED =
  anyOf(`anh, thay, sep, dong nghiep, hieu pho, pho ban, truong phong, ke toan, van thu, nguoi ta, co nguoi, tui no,
  bon no`)
const ASSERTS_UNMARKED = anyOf('noi, keu, khang dinh, qua quyet, cam doan, khang khang')
const NO_SPEAKER_UNMARKED = anyOf(
  'va, voi, thi, la, cua, co, o, trong, ve, phai, nao, gi, ai, khong, duoc, may, bao',
)
const NO_ASSERTION_UNMARKED =
  anyOf(`vu, tru, dung, thanh, bo, luc, khoa, gi, chi tiet, sao, the, ve, gon, rieng, chung, ro, giup, gium, ai,
  den, toi, chuyen, tiep`)

/** The same without marks, where no other word can be meant. */
const SAID_UNMARKED = new RegExp(
  `(?<!\\p{L})${SPEAKERS_UNMARKED}(?: (?!${NO_SPEAKER_UNMARKED})[a-z]+){0,4}? (?:(?:cu|lai|vua|moi|da|hay|con|thi) ){0,2}${ASSERTS_UNMARKED}(?![a-z]| ${NO_ASSERTION_UNMARKED})(?: (?:chac|rang|la|dau))*`,
  'giu',
)

const PAPERS =
  anyOf(`hồ sơ trình, báo cáo nhanh, báo cáo nháp, dự thảo, bản thảo, bản nháp, tờ trình, bài báo, bài viết, bài đăng, bản tin,
  tin nhắn, nhóm zalo, slide, biên bản, bài phát biểu, tham luận, mẩu tin, báo mạng, trên mạng, trên nhóm`)

/** «Hồ sơ trình ký ghi …», «dự thảo phát biểu của chủ tịch có câu …»: what somebody wrote. */
const WRITTEN = new RegExp(
  `(?<!\\p{L})${PAPERS}(?: (?!nào|gì|là|ghi|viết|có|thì)\\p{L}+){0,7} ${anyOf('ghi, viết, nói, đăng, nêu, in, có câu, có dòng, có đoạn')}(?!\\p{L}| (?:gì|chi|sao|thế nào|về))(?: là| rằng)?`,
  'giu',
)

const ASSERTS_EN =
  anyOf(`says?, said, saying, claims?, claimed, insists?, insisted, swears?, thinks?, argues?, told me, told us, mentioned,
  believes?, posted, wrote, reported, announced, (?:wants?|plans?) to (?:print|write|say|post|publish)`)

/** "Our director insists …"; what a plan or notice says is no hearsay, and «what does it say» asks. */
const SAID_EN = new RegExp(
  `(?<!\\p{L}|${anyOf('what, does, did, do, should, how, which, where')} )(?!the (?:[\\p{L}'’]+ ){0,5}(?:plan|notice|letter|document) )(?:(?:our|my|the|an?|one|some|another) (?:[\\p{L}'’]+ ){1,5}|(?:someone|somebody|people|they|everyone) (?:here |there )?)(?:keeps? )?${ASSERTS_EN}(?!\\p{L}| (?:what|how|which|who|when|where|about))(?: that)?`,
  'giu',
)

/** The message with what somebody said or wrote as hearsay: whoever it is, it was heard. */
export const withHearsay = (message: string): string =>
  message
    .replace(SAID, 'nghe nói')
    .replace(SAID_UNMARKED, 'nghe noi')
    .replace(WRITTEN, 'nghe nói')
    .replace(SAID_EN, 'i heard')
