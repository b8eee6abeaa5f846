import type { Plan } from '../domain/plan.ts'
import { COMPARES } from './intents.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './normalise.ts'
import { planWord } from './place-names.ts'
import { plainly } from './plainly.ts'

/** The plans whose place or document is named. */
export function plansNamed({ plans }: Lexicon, words: readonly Token[]): readonly Plan[] {
  const said = new Set(words.map(({ text }) => text))
  return plans.filter((plan) => said.has(planWord(plan)))
}

/** «Kế hoạch Gia Lộc là để thực hiện chỉ thị của Quảng Ninh»: it asks about the first. */
export const firstPlanNamed = ({ plans }: Lexicon, words: readonly Token[]): readonly Plan[] => {
  const first = words.find(isPlan)
  return plans.filter((plan) => planWord(plan) === first?.text)
}

/** A school that only one plan names says which plan is meant. */
export function planOfSchools({ properNames }: Lexicon, words: readonly Token[]): readonly Plan[] {
  const holders = words.flatMap((_, at) => {
    const [longest] = properNames.matchesAt(words, at)
    return longest && longest.length > 1 ? [longest.value] : []
  })
  const plans = new Set(holders.flatMap((each) => [...each]))
  return plans.size === 1 ? [...plans] : []
}

/** «Quảng Yên, tỉnh Quảng Ninh» means the town: a unit named together with one it lies in says where that is. */
export function withoutParents(named: readonly Plan[], words: readonly Token[]): Plan[] {
  const compared =
    COMPARES.test(plainly(words)) ||
    ASKS_OF_EACH.test(plainly(words)) ||
    EACH.test(plainly(words)) ||
    SAME_AS.test(plainly(words)) ||
    words.some(
      ({ plain }, at) =>
        /^(so|sanh|compare|versus|than|hon|thap|cao|chenh|khac)$/.test(plain) || joinsPlans(words, at),
    )
  if (compared || named.length < 2) return [...named]
  return named.filter((plan) => !named.some((other) => other !== plan && liesIn(other, plan)))
}

/** «Quảng Yên ghi giai đoạn nào, thông báo 3677 ghi giai đoạn nào». */
const ASKS_OF_EACH = /@plan:\S+ .*(?: nao| gi| nhieu) .*@plan:\S+ .*(?: nao| gi| nhieu| sao)(?: |$)/

/** «Mỗi nơi ghi thế nào», «có vênh nhau không», «có cùng giai đoạn không». */
const EACH =
  /(?:^| )(?:moi (?:noi|ben|ban|ke hoach|van ban)|venh(?: nhau)?|(?:giong|khac|trung) nhau|co cung|each (?:plan|document|of them))(?: |$)/

/** "Does notice 3677 give the same period as the Quảng Yên plan". */
const SAME_AS = /@plan:\S+ .*(?:^| )(?:same|differ\S*|match\S*|agre\S*|identical|contradict\S*) .*@plan:\S+/

/** «Ở Quảng Ninh và Quảng Yên». */
const joinsPlans = (words: readonly Token[], at: number): boolean =>
  /^(va|voi|and)$/.test(words[at]?.plain ?? '') &&
  (isPlan(words[at - 1]) || words.slice(0, at).some(isPlan)) &&
  words.slice(at + 1, at + 4).some(isPlan)

const isPlan = (word: Token | undefined): boolean => word?.text.startsWith('@plan:') ?? false

const liesIn = (plan: Plan, other: Plan): boolean =>
  plan.unit !== other.unit &&
  plan.units.some(
    ({ code, parent }) =>
      parent === other.unit &&
      (code === plan.unit || plan.units.some((unit) => unit.code === plan.unit && unit.parent === code)),
  )
