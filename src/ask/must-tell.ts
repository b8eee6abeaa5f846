import { LOCALES } from '../domain/text.ts'
import { asksNumber } from './answering.ts'
import { type Entry, shownOf } from './entry.ts'
import { hasNumber } from './has-number.ts'
import { normalise, plainOf } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'
import { isOfNoPlace } from './tells-other.ts'
import { KINDS } from './words/kinds.ts'

/** Whether facts that fit the words leave out what is asked for: a kind of thing, the number, or the place. */
export const leavesOut = (entries: readonly Entry[], query: Query): boolean =>
  lacksKind(entries, query) || isOfOtherDay(entries, query) || isTargetWithout(entries, query)

/** «Nghị quyết 02/2023 được thông qua ngày nào»: the day that is printed is of another document. */
function isOfOtherDay(entries: readonly Entry[], { words }: Query): boolean {
  const [, number] = DAY_OF.exec(plainly(words)) ?? []
  return (
    number !== undefined && !new RegExp(`(?<!\\d)0?${number}(?!\\d)[^|;,]* ngay \\d`).test(textOf(entries))
  )
}

const DAY_OF =
  /(?:^| )(?:nghi quyet|quyet dinh|chi thi|thong tu|nghi dinh|cong van|ke hoach) (?:so )?(\d+\/\d+) .*(?:thong qua|ban hanh) (?:vao )?(?:ngay|hom|thang) nao(?: |$)/

/** No textbook, form, hour, name or signer is among them, though the question asks for one. */
export const lacksKind = (entries: readonly Entry[], { words }: Query): boolean =>
  KINDS.some(({ asked, told }) => {
    const [found, ...things] = asked.exec(plainly(words)) ?? []
    if (found === undefined) return false
    const text = textOf(entries)
    return told ? !told.test(text) : !things.some((thing) => thing !== undefined && text.includes(thing))
  })

/** As printed, for names, and without marks. */
const textOf = (entries: readonly Entry[]): string =>
  entries
    .flatMap((entry) => LOCALES.map((locale) => `${besideOf(entry)} ${shownOf(entry, locale)}`))
    .flatMap((text) => [text, plainOf(normalise(text))])
    .join(' | ')

/** What is printed beside the text. */
const besideOf = ({ source }: Entry): string =>
  'duty' in source ? source.duty.who.vi : 'target' in source ? source.target.when.vi : ''

/** The targets that are shown print no number, no place, or nothing but the share that the question holds already. */
function isTargetWithout(entries: readonly Entry[], query: Query): boolean {
  const targets = entries.filter(({ kind }) => kind === 'target')
  const [entry, ...others] = targets
  if (!entry || entries[0] !== entry) return false
  if (targets.every((one) => isShareRestated(one, query))) return true
  return (
    others.length === 0 &&
    (isOfNoPlace({ entry }, query) || (asksNumber(query) && printsNothing(entry, query)))
  )
}

/** «50% các trường tức là bao nhiêu trường»: how many that are is not printed. */
function isShareRestated(entry: Entry, { words, intents, values }: Query): boolean {
  return (
    intents.has('how-many') &&
    !intents.has('verify') &&
    targetOf(entry)?.printedCount === undefined &&
    values.some((value) => value.endsWith('%') && entry.words.has(value)) &&
    COUNT_ASKED.test(plainly(words))
  )
}

const COUNT_ASKED =
  /(?:^| )(?:bao nhieu (?!phan tram|%)(?:truong|em|hoc sinh|nguoi|giao vien|thay co|lop|phong|xa|phuong)|how many (?:school|pupil|student|teacher|peopl|children))(?: |$)/

/** «Tuyển bao nhiêu giáo viên», of what is told in words. */
const printsNothing = (entry: Entry, query: Query): boolean =>
  targetOf(entry)?.value.kind === 'words' && !hasNumber(entry, query)
