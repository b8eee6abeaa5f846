import type { Plan } from '../domain/plan.ts'
import type { RefusalReason } from './answer.ts'
import type { Candidate } from './candidate.ts'
import type { Token } from './normalise.ts'
import type { Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'
import { CITIES, PROVINCES } from './words/provinces.ts'

/** What plans never print, or this plan's levels leave out: refused whatever fits best; undefined when the question may be answered. */
export function refusalFor(
  ranked: readonly Candidate[],
  query: Query,
  plans: readonly Plan[],
): Outcome | undefined {
  const reason = reasonOf(ranked, query, plans)
  if (!reason) return undefined
  const nearest = ranked.filter(({ coverage, precision }) => coverage >= 0.35 && precision >= 0.25)
  return { kind: 'refuse', reason, plans, nearest: nearest.slice(0, 3).map(({ entry }) => entry) }
}

function reasonOf(
  ranked: readonly Candidate[],
  query: Query,
  plans: readonly Plan[],
): RefusalReason | undefined {
  const { intents, levels, words } = query
  if (asksWhatIsReached(query) || comparesWithNoPlan(query)) return 'not-stated'
  if (intents.has('contact') || intents.has('opinion') || intents.has('estimate')) return 'not-stated'
  if (intents.has('money')) return 'no-amount'
  if (intents.has('why')) return 'no-reason'
  if (intents.has('person') && !ranked.some((one) => isSignedByRole(one, words))) return 'not-stated'
  const [plan, ...others] = plans
  const [top] = ranked
  if (
    !plan ||
    others.length > 0 ||
    levels.length === 0 ||
    levels.some((level) => plan.levels.includes(level))
  )
    return undefined
  const namesLevel =
    top !== undefined &&
    levels.some((level) => top.entry.words.has(`@${level}`)) &&
    (targetOf(top.entry)?.levels.length ?? 0) === 0
  return namesLevel ? undefined : 'level-not-in-plan'
}

/** «Thực tế đã đạt mấy phần trăm»: a plan tells what is to be reached. */
const asksWhatIsReached = ({ intents, words }: Query): boolean =>
  intents.has('how-many') && REACHED.test(plainly(words))

const REACHED =
  /(?:^| )(?:(?:thuc te|hien nay|hien tai|hien gio|bay gio|den nay|toi nay|den gio|toi gio)(?: \S+){0,3} (?:dat|lam)(?: duoc)?|da dat(?: duoc)?) (?:bao nhieu|may)(?: |$)|(?:^| )(?:so da dat|ket qua that|ket qua thuc te|khong hoi chi tieu)(?: |$)|^(?:nam hoc truoc|nam truoc|nam ngoai|nam hoc vua roi) (?!.*20\d\d)|(?:^| )(?:were|was|had) (?:\S+ )?(?:still|already)(?: |$)/

/** «… so với Hải Phòng thế nào». */
const comparesWithNoPlan = ({ intents, unknownPlace, plans }: Query): boolean =>
  unknownPlace !== undefined &&
  TOWNS.has(unknownPlace.toLowerCase()) &&
  plans.length === 1 &&
  intents.has('compare')

const TOWNS = new Set([...PROVINCES, ...CITIES])

/** Only identity facts name people; a deputy, or one who signs in the place of another, is not the one asked for. */
const isSignedByRole = ({ entry, coverage }: Candidate, words: readonly Token[]): boolean =>
  'fact' in entry.source &&
  entry.source.fact.kind === 'identity' &&
  coverage >= 0.75 &&
  !words.some(
    ({ plain, isGeneral }, at) =>
      !isGeneral &&
      STANDS_IN.some((before) => words[at - 1]?.plain !== before && entry.pairs.has(`${before} ${plain}`)),
  )

const STANDS_IN = ['pho', 'thay', 'vice', 'deputy']
