import type { Plan, PlanLibrary } from '../domain/plan.ts'
import { plainOf, type Token, tokenise, tokenOf } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'

/** What a plan is called: its aliases, code, short title, the name of its unit, its number. All become one word `@plan:‹code›`. */
export function buildPlaceNames(library: PlanLibrary): PhraseTable<readonly Token[]> {
  return new PhraseTable(
    library.plans.flatMap((plan) =>
      [...namesOf(plan), ...clippedNames(plan), ...documentNames(plan)].map(
        (name) => [name, [tokenOf(planWord(plan))]] as const,
      ),
    ),
  )
}

/** The one word that stands for a plan's names. */
export const planWord = ({ code }: Plan): string => `@plan:${code.toLowerCase()}`

/** A document is called by what it is and its number: «công văn 2924». */
const DOCUMENTS = [
  ...[
    'kế hoạch',
    'công văn',
    'thông báo',
    'văn bản',
    'kế hoạch số',
    'công văn số',
    'thông báo số',
    'văn bản số',
  ],
  ...['bản', 'tờ', 'thư', 'văn thư'],
  ...['kh', 'cv', 'tb', 'kh số', 'cv số', 'tb số', 'số'],
  ...['plan', 'notice', 'letter', 'official letter', 'document', 'dispatch', 'official dispatch'],
  ...['plan no', 'notice no', 'letter no', 'official letter no'],
]

/** «Q. Yên», «l biên»: «LBien»: of two syllables the first is often a letter. */
export const clippedNames = (plan: Plan): readonly string[] =>
  namesOf(plan).flatMap((name) => {
    const [, letter, rest] = /^(\p{L})\p{L}+ (\p{L}{3,})$/u.exec(name) ?? []
    return letter && rest ? [`${letter} ${rest}`, `${letter}${rest}`, plainOf(`${letter}${rest}`)] : []
  })

/** «Thành phố Hà Nội» → hanoi. */
export const englishName = (unit: string): string => plainOf(unit.split(' ').slice(-2).join('').toLowerCase())

const numberOf = ({ key }: Plan): string | undefined => /^\d{3,}/.exec(key)?.[0]

const documentNames = (plan: Plan): readonly string[] =>
  numberOf(plan) === undefined ? [] : DOCUMENTS.map((kind) => `${kind} ${numberOf(plan)}`)

export function namesOf(plan: Plan): readonly string[] {
  const unit = plan.units.find(({ code }) => code === plan.unit)?.name
  const number = numberOf(plan)
  const names = [
    ...plan.aliases,
    plan.code,
    plan.shortTitle.vi,
    plan.shortTitle.en,
    plan.key,
    unit ?? '',
    number ?? '',
  ]
  return [
    ...new Set(
      names.map((name) =>
        tokenise(name)
          .map(({ text }) => text)
          .join(' '),
      ),
    ),
  ].filter(Boolean)
}
