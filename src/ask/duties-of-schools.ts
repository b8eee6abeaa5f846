import { LEVELS, type Level } from '../domain/level.ts'
import type { Plan } from '../domain/plan.ts'
import { asksOneThing } from './answering.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { answerWith, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { isSlot } from './word-class.ts'

const SCHOOLS = new Set('trường school schools institution'.split(' '))
/** Words that stand beside schools and name none of them. */
const BESIDE_SCHOOLS = new Set('nhà cấp bậc học khối cơ sở giáo dục education'.split(' '))
/** «Đoàn đội trong trường làm gì» asks of somebody else. */
const WITHIN = new Set('trong tai in at'.split(' '))
const MOST_DUTIES = 8

/** One carrier among those of a duty that is schools of any kind, or of some levels: «Trường tiểu học, THCS», «Các cơ sở giáo dục». */
const IS_SCHOOLS =
  /^(?:các |mọi )?(?:(?:nhà )?trường(?: (?:mầm non|tiểu học|thcs|thpt|phổ thông))*|mầm non|tiểu học|thcs|thpt|cơ sở giáo dục)$/i
const NAMES_OF_LEVELS: Readonly<Record<Level, RegExp>> = {
  preschool: /mầm non/i,
  primary: /tiểu học|phổ thông/i,
  'lower-secondary': /thcs|phổ thông/i,
  'upper-secondary': /thpt|phổ thông/i,
}

/** «Trường mầm non ở Gia Lộc phải làm gì»: what the plan gives to schools, or to those of the levels asked for; undefined for other questions. */
export function dutiesOfSchools(index: FactIndex, query: Query, plan: Plan): Outcome | undefined {
  if (!query.intents.has('task') || !asksOfSchools(query, index)) return undefined
  const carried = index.entriesOf([plan]).flatMap((entry) => {
    const carriers = entry.kind === 'duty' ? carriersOf(entry) : []
    return carriers.some((one) => IS_SCHOOLS.test(one)) ? [{ entry, carriers }] : []
  })
  const own = carried.filter(({ carriers }) => carriers.every((one) => IS_SCHOOLS.test(one)))
  const tiers = [own, carried].flatMap((each) => [
    each.filter(({ carriers }) => namesLevel(carriers, query.levels)),
    each.filter(({ carriers }) => isOfAll(carriers, plan)),
  ])
  const found = tiers.find(({ length }) => length > 0)
  const ownPartFirst = found?.toSorted((a, b) => Number(isPart(b.entry)) - Number(isPart(a.entry)))
  return ownPartFirst && answerWith(ownPartFirst.slice(0, MOST_DUTIES).map(({ entry }) => entry))
}

/** Schools, or those of a level, and nothing else. */
function asksOfSchools(query: Query, { weights }: FactIndex): boolean {
  if (asksOneThing(query)) return false
  const { words, levels } = query
  const isInThem = words.some(({ text }, at) => SCHOOLS.has(text) && WITHIN.has(words[at - 1]?.plain ?? ''))
  const isOfThem = !isInThem && (levels.length > 0 || words.some(({ text }) => SCHOOLS.has(text)))
  return (
    isOfThem &&
    words.every(
      (word) =>
        isSlot(word) || weights.cost(word) === 0 || SCHOOLS.has(word.text) || BESIDE_SCHOOLS.has(word.text),
    )
  )
}

/** It names no level, or each that the plan has. */
const isOfAll = (carriers: readonly string[], { levels }: Plan): boolean =>
  !namesLevel(carriers, LEVELS) || levels.every((level) => namesLevel(carriers, [level]))

/** It stands in the part of the plan on who does what. */
const isPart = ({ source }: Entry): boolean => 'duty' in source && source.duty.kind === 'unit'

const namesLevel = (carriers: readonly string[], levels: readonly Level[]): boolean =>
  levels.some((level) => carriers.some((one) => NAMES_OF_LEVELS[level].test(one)))

const carriersOf = ({ source }: Entry): readonly string[] =>
  'duty' in source ? source.duty.who.vi.split(/[,;] | và /) : []
