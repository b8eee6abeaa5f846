import { bothAsked } from './answering.ts'
import { type Candidate, isConfident } from './candidate.ts'
import { hasNumber } from './has-number.ts'
import { tokenise } from './normalise.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { rowsOfSeries, settleRows, targetOf } from './target-rows.ts'
import { MOSTLY, NEXT_BEST, SAID_WHOLE } from './thresholds.ts'

/** The figure and what else is asked beside it; undefined where not both are, or the figure's row is open. */
export function tellBoth(best: Candidate, ranked: readonly Candidate[], query: Query): Outcome | undefined {
  const [counted, shown] = bothAsked(best, ranked, query) ?? dayAndFigure(best, ranked, query) ?? []
  if (!counted || !shown) return undefined
  const rows = targetOf(counted.entry)
    ? settleRows(rowsOfSeries(counted, ranked), query)
    : answerWith([counted.entry])
  return rows.kind === 'answer' ? answerWith([...rows.entries, shown.entry]) : undefined
}

/** «Bao giờ cấp xong, cấp cho bao nhiêu phần trăm trường»: the deadline and the target of the same passage. */
function dayAndFigure(
  best: Candidate,
  ranked: readonly Candidate[],
  query: Query,
): readonly [counted: Candidate, shown: Candidate] | undefined {
  const { intents } = query
  if (!intents.has('when') || !(intents.has('share') || SCHOOLS_COUNTED.test(plainly(query.words))))
    return undefined
  const isClose = (one: Candidate): boolean => isConfident(one) && one.total >= best.total - NEXT_BEST
  const due = ranked.find((one) => one.entry.kind === 'deadline' && isClose(one))
  const counted = ranked.find(
    (one) => targetOf(one.entry) && isClose(one) && one.label >= MOSTLY && hasNumber(one.entry, query),
  )
  return due && counted ? [counted, due] : undefined
}

const SCHOOLS_COUNTED = /(?:^| )bao nhieu truong(?: |$)/

/** «Phòng có phải làm không, trường thì mấy %»: what has no number was named as well. */
export const areBothSaid = (best: Candidate, top: Candidate, { words }: Query): boolean =>
  best !== top &&
  best.entry.series !== top.entry.series &&
  [best, top].every(
    ({ entry, label, coverage }) =>
      targetOf(entry) !== undefined && label >= SAID_WHOLE && coverage >= SAID_WHOLE,
  ) &&
  tellsApart(best, top, words) &&
  labelOf(best).some((word) => !labelOf(top).includes(word))

/** «Xếp loại tốt»: of teachers or of managers was not said. */
export const tellsApart = (top: Candidate, other: Candidate, words: Query['words']): boolean => {
  const own = labelOf(top).filter((word) => !labelOf(other).includes(word))
  return own.length === 0 || words.some(({ plain }) => own.includes(plain))
}

const labelOf = ({ entry }: Candidate): readonly string[] =>
  tokenise(targetOf(entry)?.label.vi ?? '').map(({ plain }) => plain)
