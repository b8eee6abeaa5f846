import { asksDay } from './answering.ts'
import type { Candidate } from './candidate.ts'
import { tellsItsDay } from './document-asked.ts'
import type { Entry } from './entry.ts'
import type { Query } from './query.ts'
import { HALF_SAID, MOSTLY } from './thresholds.ts'

/** «Trường học» alone tells no deadline from another. */
const LEAST_MATCHED = 0.1

/** «Hạn báo cáo của …»: a plan with one deadline only means that. */
export function onlyDeadline(ranked: readonly Candidate[], { intents, words }: Query): Candidate | undefined {
  if (!intents.has('when') && !intents.has('days-left')) return undefined
  const deadlines = ranked.filter(({ entry }) => entry.kind === 'deadline')
  const [one, ...others] = deadlines.filter(
    ({ coverage, matched }) => coverage >= MOSTLY && (deadlines.length === 1 || matched >= LEAST_MATCHED),
  )
  if (one && others.length === 0) return one
  // «hạn xây dựng kế hoạch triển khai»: words that are general elsewhere tell deadlines apart
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1]
    return word.isGeneral && next?.isGeneral ? [`${word.plain} ${next.plain}`] : []
  })
  const said = ({ entry }: Candidate): number => pairs.filter((pair) => entry.pairs.has(pair)).length
  const [most, next] = deadlines.toSorted((a, b) => said(b) - said(a))
  return most && said(most) > 1 && said(most) > (next ? said(next) : 0) ? most : undefined
}

/** «Hạn là ngày 20/6 phải không». */
export const isDayToConfirm = ({ intents, values }: Query): boolean =>
  intents.has('verify') && values.some((value) => /^\d{1,2}\/\d{1,2}$/.test(value))

/** «Hội nghị họp hôm nào» is told where the document says what it is, if that speaks of it; undefined else. */
export function dayTold(top: Candidate, ranked: readonly Candidate[], query: Query): Entry[] | undefined {
  const told =
    asksDay(query) && !query.intents.has('how-many')
      ? ranked.find(
          ({ entry, coverage }) =>
            entry.plan === top.entry.plan && tellsItsDay(entry) && coverage >= HALF_SAID,
        )
      : undefined
  return told && [told.entry]
}

/** The plan says that it sets no deadline: no day is told by that. */
export const setsNoDay = ({ entry: { source } }: Candidate): boolean =>
  'duty' in source && source.duty.deadline?.recurs === 'none'

/** The deadline has a day that can be confirmed or not. */
export const printsDay = ({ entry: { source } }: Candidate): boolean =>
  'duty' in source && source.duty.deadline?.lastDay !== undefined
