import { asksNumber } from './answering.ts'
import { type Candidate, isConfident } from './candidate.ts'
import { countsOther } from './counted.ts'
import { type Entry, standsBeside } from './entry.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'
import { FAR_BETTER } from './thresholds.ts'

/** «… là những trường nào», «gồm những chỉ tiêu nào», «trường nào được xây mới»: a number is no answer. */
export const asksNames = (query: Query): boolean =>
  LISTS_NAMES.test(plainly(query.words)) ||
  (!asksNumber(query) &&
    !WHETHER_ANY.test(plainly(query.words)) &&
    /(?:la|gom|gom cu the|ke ten|cu the) nhung (?:truong|chi tieu|tieu chi|don vi|xa|phuong)(?: hoc)? nao|(?:^|(?<!do|cho|nhom|loai|khoi|hinh|kieu) )truong (?:@\S+ |tu thuc |cong lap )*(?:hoc )?nao(?! (?:nhieu|it|cao|thap)| (?:\S+ ){0,4}cung )|(?<!^who .*)which (?:@\S+ )?school(?! (?:build|practic|year|programm|meal|health|fee|activity|subject|staff|leader|rul|board|council))|(?:^|which )@(?:preschool|primary|lower-secondary|upper-secondary) (?:nao|in|appl|use|teach|keep|maintain)(?: |$)/.test(
      plainly(query.words),
    ))

/** «Có trường mầm non nào không». */
const WHETHER_ANY = /(?:^| )co (?:truong )?(?:@\S+ )?nao (?:khong|ko)(?: |$)/

/** «Danh sách các trường …», «ba trường … tên là gì». */
const LISTS_NAMES =
  /(?:danh sach(?: day du| cu the| chi tiet)?|liet ke|(?:ke|neu|ghi|biet) (?:ro )?ten(?: (?:gium|giup|ho|dum|ra|du|minh|em|toi|cho))*) (?:cua )?(?:cac |nhung |ca )*(?:\d+ )?(?:truong|phuong|xa)|(?:^| )ten (?:cua )?(?:cac |nhung |ca |du |day du )*(?:\d+ )?(?:truong|phuong|xa)|(?:truong|phuong|xa) .*ten (?:la )?(?:gi|nao)(?= |$)|(?:list|name|names of)(?: the| all| of)*(?: \d+)? (?:\S+ )?school/

/** What names some: the best, or another target near it; undefined when neither does. */
export const naming = (best: Candidate, ranked: readonly Candidate[], query: Query): Candidate | undefined =>
  isCountWithoutNames(ranked, query)
    ? undefined
    : [
        best,
        ...ranked.filter(
          ({ entry }) =>
            entry.kind === 'target' ||
            ((best.entry.kind === 'duty' || best.entry.kind === 'fact') && namesSchool(entry)),
        ),
      ].find(
        (one) =>
          isConfident(one) &&
          (one.total >= best.total - FAR_BETTER || isBeside(one, best)) &&
          tellsNames(one, query) &&
          !countsOther(one.entry, query),
      )

/** «Trường học điện tử» are 35 that the plan does not name; of the same passage it names the four new ones. */
const isBeside = ({ entry, coverage }: Candidate, best: Candidate): boolean =>
  standsBeside(entry, best.entry) && coverage >= best.coverage && entry.kind === best.entry.kind

/** «Tên 8 trường ấy», where the plan prints that there are eight and names none of them. */
function isCountWithoutNames(ranked: readonly Candidate[], { words }: Query): boolean {
  const [, one, other] = COUNT_NAMED.exec(plainly(words)) ?? []
  const count = one ?? other
  const counted = ranked.flatMap(({ entry }) => {
    const target = targetOf(entry)
    return target && new RegExp(`^0*${count} trường`).test(target.printed.vi) ? [target] : []
  })
  return count !== undefined && counted[0]?.names.length === 0
}

const COUNT_NAMED =
  /(?:^| )ten (?:(?:cua|giup|gium|ho|cho|minh|em|toi|ra|du|ca|cac) )*(\d+) truong|(?:^| )(\d+) truong .*ten (?:la )?(?:gi|nao)/

const NAMES_ONE = /(?:MN|TH|THCS|THPT|Trường) \p{Lu}/u

/** «Mầm non nào dạy theo Unis». */
const OF_LEVEL = /(?:^|which )@\S+ (?:nao|in|appl|use|teach|keep|maintain)(?: |$)/

/** It names some, or tells in words of which kind they are; a bare count does neither, nor does what any school has to do. */
function tellsNames({ entry }: Candidate, query: Query): boolean {
  const { source } = entry
  const line = plainly(query.words)
  if ('fact' in source) return !OF_LEVEL.test(line) || NAMES_ONE.test(source.fact.text.vi)
  if (namesSchool(entry) || ('target' in source && source.target.names.length > 0)) return true
  if (wantsNames(query)) return false
  if ('target' in source) return source.target.value.kind === 'words' && entry.plains.has('truong')
  if (HAPPENED.test(line)) return false
  const { who, text } = source.duty
  const above = /(?:nhất là|đặc biệt ở|đối với) .*/.exec(text.vi)?.[0] ?? ''
  return /trường/i.test(ANY_SCHOOL.test(who.vi) ? above : `${who.vi} ${above}`)
}

/** «Trường nào …, cho xin tên»: of which kind they are is no name. */
export const wantsNames = ({ words }: Query): boolean => WANTS_NAMES.test(plainly(words))

const WANTS_NAMES =
  /(?:^| )(?:(?:xin|cho|biet|ro)(?: (?:toi|em|minh|biet|xin))* ten|ten (?:(?:tung|cac|nhung) truong (?:do|ay|nay) )?(?:la )?gi|dich danh)(?: |$)/

/** «Trường nào đã bị giải thể rồi»: what is to be done does not tell what was done. */
const HAPPENED = /(?:^| )da (?:\S+ ){1,4}(?:roi|chua)(?: |$)/

const namesSchool = ({ source, plan }: Entry): boolean =>
  'duty' in source && plan.schools.some(({ name }) => source.duty.text.vi.includes(name))

const ANY_SCHOOL =
  /^(?:(?:các|mọi) (?:trường|cơ sở giáo dục)|(?:các )?trường (?:mầm non|tiểu học|THCS)(?:, (?:tiểu học|THCS))*)$/i
