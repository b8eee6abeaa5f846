import type { Plan } from '../domain/plan.ts'
import { asksOneThing } from './answering.ts'
import { type Candidate, isConfident } from './candidate.ts'
import { englishStem } from './english-stem.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { tokenise } from './normalise.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { rowsOfLevels, rowsOfYears, targetOf } from './target-rows.ts'
import { isSoft } from './word-class.ts'

const MOST_LISTED = 25

const SAYS_SOMETHING = 0.3
const ALL_SAID = 0.85

/** Many facts at once, when the question asks for «những mốc», «những chỉ tiêu», or for all that hold a figure; else undefined. */
export function list(
  index: FactIndex,
  ranked: readonly Candidate[],
  query: Query,
  plans: readonly Plan[],
): Outcome | undefined {
  if (asksOfValue(index, query)) {
    const targets = index.near(query, plans).filter(({ kind }) => kind === 'target')
    return listOf(withValues(targets, query))
  }
  const said = query.words.reduce((sum, word) => sum + index.weights.cost(word), 0)
  const ofRow = said <= SAYS_SOMETHING ? targetsOfRow(index, plans, query) : undefined
  if (ofRow) return ofRow
  if (ASKS_OF_KIND.test(plainly(query.words)) && !query.intents.has('how-many')) {
    const ofKind = targetsOfKind(index, plans, query)
    if (ofKind) return ofKind
  }
  if (!query.intents.has('list')) return undefined
  if (query.intents.has('when') && asksForSeveral(query)) return listOf(milestonesIn(index, ranked, query))
  if (!asksForTargets(query)) return undefined
  const targets = index.near(query, plans).filter(({ kind }) => kind === 'target')
  if (query.values.length > 0)
    return listOf(withValues(said > SAYS_SOMETHING ? ranked.map(({ entry }) => entry) : targets, query))
  if (plans.length !== 1) return undefined
  if (said > SAYS_SOMETHING)
    return SEVERAL_TARGETS.test(plainly(query.words)) ? aboutTopic(ranked, query) : undefined
  return listOf(rowsOfYears(query.levels.length > 0 ? rowsOfLevels(targets, query.levels) : targets, query))
}

const ASKS_OF_KIND =
  /(?:chi tieu|muc tieu) (?:ve|cho|cua|doi voi|danh cho) |(?:target|goal)s? (?:for|on|about) /

/** «Chỉ tiêu về giáo viên», «the target for teachers»: no word tells one target from another, so every one of theirs is meant. */
function targetsOfKind(index: FactIndex, plans: readonly Plan[], query: Query): Outcome | undefined {
  const said = query.words.filter((word) => index.weights.cost(word) > 0)
  if (said.length === 0 || !said.every(isSoft) || query.values.length > 0) return undefined
  const targets = index.near(query, plans).filter((entry) => {
    const label = targetOf(entry)?.label[query.locale] ?? ''
    const words = new Set(tokenise(label).map(({ plain }) => englishStem(plain)))
    return said.every(({ plain }) => words.has(plain))
  })
  const rows = rowsOfYears(rowsOfLevels(targets, query.levels), query)
  if (new Set(rows.map(({ series }) => series)).size < 2) return undefined
  return plans.length === 1 ? listOf(rows) : { kind: 'ask', options: rows }
}

/** «Quảng Yên 2025: chỉ tiêu tiểu học?», «tiểu học 2025 phải đạt những gì»: a level or a year, and nothing told of it. */
function targetsOfRow(index: FactIndex, plans: readonly Plan[], query: Query): Outcome | undefined {
  const { levels, years, values, words } = query
  const isOfRow = plans.length === 1 && levels.length + years.length > 0 && values.length === 0
  if (!isOfRow || asksOneThing(query) || !ASKS_OF_ROW.test(plainly(words))) return undefined
  const targets = index.entriesOf(plans).filter(({ kind }) => kind === 'target')
  return listOf(rowsOfYears(levels.length > 0 ? rowsOfLevels(targets, levels) : targets, query))
}

const ASKS_OF_ROW =
  /(?:^| )(?:chi tieu|muc tieu|target|goal)(?: |$)|(?:^| )dat (?:duoc )?(?:nhung |cac )?(?:gi|muc nao|con so nao)(?: |$)/

/** «86% nói về cái gì», «62/64 là chỉ tiêu của năm nào»: nothing but the figure is said. */
const asksOfValue = ({ weights }: FactIndex, { words, values }: Query): boolean =>
  values.some((value) => /[%/]/.test(value)) &&
  words.every((word) => word.isNumber || weights.cost(word) < SAYS_LITTLE) &&
  /(?:^| )(?:gi|nao|what|which|mean)(?: |$)/.test(plainly(words))

/** «Trường», «học sinh». */
const SAYS_LITTLE = 0.1

const SEVERAL = new Set(['nhung', 'cac', 'which', 'all', 'list', 'ke'])

const asksForSeveral = ({ words }: Query): boolean => words.some(({ plain }) => SEVERAL.has(plain))

const asksForTargets = (query: Query): boolean =>
  /(?:ke|liet ke|neu|doc)(?: \S+){0,2} (?:con so|chi tieu|muc tieu)|chi tieu (?:nao|gi|co)|(?:nhung|cac|liet ke) chi tieu|chi tieu .*(?:gom|la) (?:nhung )?(?:gi|nao)|(?:which|what|all|list) target/.test(
    plainly(query.words),
  )

const SEVERAL_TARGETS =
  /(?:nhung|cac|liet ke|danh sach|ke het) (?:con so|chi tieu|muc tieu)|chi tieu .*gom|(?:which|all|list) targets?/

/** «Các chỉ tiêu về chuyển đổi số»: every target that says all of it. */
const aboutTopic = (ranked: readonly Candidate[], query: Query): Outcome | undefined => {
  const targets = ranked
    .filter(({ entry, coverage }) => entry.kind === 'target' && coverage >= ALL_SAID)
    .map(({ entry }) => entry)
  const series = new Set(targets.map((entry) => entry.series))
  return series.size < 2 ? undefined : listOf(rowsOfYears(rowsOfLevels(targets, query.levels), query))
}

/** The deadlines; of a plan that prints none with a day, what is to be reached by a year as well. */
function milestonesIn(index: FactIndex, ranked: readonly Candidate[], query: Query): Entry[] {
  const deadlines = deadlinesIn(ranked, query)
  if (deadlines.some(({ source }) => 'duty' in source && source.duty.deadline?.lastDay)) return deadlines
  const dated = index.entriesOf(query.plans).filter((entry) => targetOf(entry)?.due !== undefined)
  return [...deadlines, ...(dated.length < MOST_DATED ? dated : [])]
}

const MOST_DATED = 8

/** Those of the plan best matched; a question without a plan is asked back elsewhere. */
const deadlinesIn = (ranked: readonly Candidate[], { plans }: Query): Entry[] =>
  ranked
    .filter(
      ({ entry, coverage }) => entry.kind === 'deadline' && coverage >= 0.5 && plans.includes(entry.plan),
    )
    .map(({ entry }) => entry)

/** Of the facts that hold every figure, the best and those of its kind: a target prints it as its own value. */
const withValues = (entries: readonly Entry[], { values }: Query): Entry[] =>
  entries.filter((entry) => {
    const target = targetOf(entry)
    if (!target) return false
    const printed = new Set(
      tokenise(`${target.printed.vi} ${target.printedCount ?? ''}`).map(({ text }) => text),
    )
    return values.every((value) => printed.has(value))
  })

const listOf = (entries: readonly Entry[]): Outcome | undefined =>
  entries.length === 0 ? undefined : answerWith(entries.slice(0, MOST_LISTED))

/** «Kế hoạch nào nhắc tới …»: the best fact of every plan that says it. */
export function mentions(
  { plans }: FactIndex,
  ranked: readonly Candidate[],
  { words }: Query,
): Outcome | undefined {
  const text = plainly(words)
  if (!/(?:ke hoach|van ban|tai lieu|noi|quan|huyen|thi xa|tinh) nao|which (?:plan|document)/.test(text))
    return undefined
  const found = plans.flatMap((plan) =>
    ranked.filter(({ entry, coverage }) => entry.plan === plan && coverage >= 0.75).slice(0, 1),
  )
  const best = Math.max(...found.map(({ coverage }) => coverage))
  const kept = found.filter(({ coverage }) => coverage >= best - 0.12)
  return kept.length > 0 && (kept.length > 1 || kept.some(isConfident))
    ? answerWith(kept.map(({ entry }) => entry))
    : undefined
}
