import type { Indicator } from '../domain/indicator.ts'
import type { Duty, Fact, Plan, PlanLibrary, Target } from '../domain/plan.ts'
import { Entry, type EntryParts } from './entry.ts'
import { EntryWords } from './entry-words.ts'
import type { Token } from './normalise.ts'
import type { PhraseTable } from './phrase-table.ts'
import { englishName } from './place-names.ts'
import { both, clauses, type Draft, keywords, WordingReader, whoParts } from './wordings.ts'

type Written = Pick<EntryParts, 'kind' | 'id' | 'series' | 'source'> & {
  readonly drafts: readonly Draft[]
  readonly counted?: string
}

/** Every target, duty and fact of the library, in the order of the plans. */
export function buildEntries(library: PlanLibrary, names: PhraseTable<readonly Token[]>): Entry[] {
  const reader = new WordingReader(names)
  const store = new EntryWords()
  return library.plans.flatMap((plan) => {
    const units = plan.units.flatMap(({ name }) => [name, englishName(name)]).map(named)
    const titles = [...both(plan.title, 1), ...both(plan.issuer, 1), ...units]
    const words = titles.flatMap((draft) => reader.read(draft).words)
    const about = {
      texts: new Set(words.map(({ text }) => text)),
      plains: new Set(words.map(({ plain }) => plain)),
    }
    return writtenIn(plan, library).map(({ drafts, counted = '', ...parts }) => {
      const wordings = drafts.map((draft) => reader.read(draft))
      const counts = reader.read({ text: counted, weight: 1, isPhrase: false, locale: 'vi' }).words
      return new Entry({ ...parts, plan, counts, about, wordings }, store)
    })
  })
}

const named = (text: string): Draft => ({ text, weight: 1, isPhrase: false })

const writtenIn = (plan: Plan, library: PlanLibrary): Written[] => [
  ...plan.targets.map((target) => writtenTarget(plan, target, library.indicator(target.indicator))),
  ...plan.duties.map(writtenDuty),
  ...plan.facts.map((fact) => writtenFact(plan, fact)),
]

function writtenTarget(plan: Plan, target: Target, indicator: Indicator): Written {
  const drafts = [
    ...both(target.label, 1),
    ...both(indicator.label, 1),
    ...both(indicator.shortLabel, 1),
    ...keywords([...indicator.synonyms, ...target.keywords]),
    ...target.names.map((text) => ({ text, weight: 0.9, isPhrase: true })),
    ...both(target.printed, 0.8, false),
    ...both(target.when, 0.5, false),
    { text: target.printedCount ?? '', weight: 0.8, isPhrase: false },
    ...countInWords(target, indicator),
  ]
  return {
    kind: 'target',
    id: target.id,
    series: `${plan.code}:${target.indicator}`,
    drafts,
    counted: target.printed.vi.includes('%')
      ? `${indicator.countedAs.vi} ${target.label.vi}`
      : (/^\D*\d+\s+\S+/.exec(target.printed.vi)?.[0] ?? ''),
    source: { target },
  }
}

/** «62/64» as «62 trường, 64 trường». */
function countInWords({ printedCount }: Target, { countedAs }: Indicator): Draft[] {
  if (printedCount === undefined) return []
  const counted = (noun: string): string =>
    printedCount
      .split('/')
      .map((count) => `${count} ${noun}`)
      .join(', ')
  return both({ vi: counted(countedAs.vi), en: counted(countedAs.en) }, 0.8, false)
}

const CALLED_OFFICE: Draft = { text: 'phòng', weight: 1, isPhrase: true, isWho: true, locale: 'vi' }

function writtenDuty(duty: Duty): Written {
  const kind = duty.kind === 'deadline' ? 'deadline' : 'duty'
  const drafts = [
    ...whoParts(duty.who),
    // «bản tổng hợp của Phòng»: to those who report there is only one
    ...(kind === 'deadline' && /^Phòng (?:GD|Giáo dục)/.test(duty.who.vi) ? [CALLED_OFFICE] : []),
    ...clauses(duty.text),
    ...keywords(duty.keywords),
    ...(duty.deadline
      ? [...both(duty.deadline.printed, 0.8, false), ...both(duty.deadline.to, 0.7, false)]
      : []),
    ...(kind === 'deadline' ? [{ text: 'báo cáo hạn nộp', weight: 0.4, isPhrase: false }] : []),
  ]
  return { kind, id: duty.id, series: duty.id, drafts, source: { duty } }
}

function writtenFact(plan: Plan, fact: Fact): Written {
  const identity =
    fact.kind === 'identity' || fact.kind === 'basis'
      ? [...both(plan.issuer, 0.5, false), ...both(plan.title, 0.5, false)]
      : []
  const drafts = [...clauses(fact.text), ...keywords(fact.keywords), ...identity]
  return { kind: 'fact', id: fact.id, series: fact.id, drafts, source: { fact } }
}
