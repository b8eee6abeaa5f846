import type { Duty, Target } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { Part } from './answer.ts'
import { daysBetween, nextDay } from './days.ts'
import type { Entry } from './entry.ts'
import { BODY_HEADS } from './words/bodies.ts'

/** The fact as shown, in one language. */
export function partOf(entry: Entry, locale: Locale, today: string): Part {
  const { plan, id, source } = entry
  const common = {
    id,
    plan: plan.code,
    planTitle: plan.shortTitle[locale],
    levels: [],
    when: '',
    comparator: '',
    printedCount: '',
    names: [],
    notes: [],
  }
  if ('target' in source) return { ...common, ...targetFields(source.target, locale, plan.key) }
  if ('duty' in source) return { ...common, ...dutyFields(source.duty, locale, plan.key, today) }
  const { text, section } = source.fact
  return {
    ...common,
    kind: 'fact',
    label: '',
    printed: text[locale],
    citation: { document: plan.key, section },
  }
}

type Fields = Partial<Part> & Pick<Part, 'kind' | 'label' | 'printed' | 'citation'>

const targetFields = (target: Target, locale: Locale, document: string): Fields => ({
  kind: 'target',
  label: target.label[locale],
  levels: target.levels,
  when: target.when[locale],
  comparator: target.comparator,
  printed: target.printed[locale],
  printedCount: target.printedCount ?? '',
  names: target.names,
  notes: target.notes.map((note) => note[locale]),
  citation: { document, section: target.section },
})

/** In English a public body goes by its own name too: that is what the document and its sign say. */
const named = ({ vi, en }: Duty['who'], locale: Locale): string =>
  locale === 'en' && IS_BODY.test(vi) && !en.includes('(') ? `${en} (${vi})` : { vi, en }[locale]

/** One body, not several. */
const IS_BODY = new RegExp(`^(?:${BODY_HEADS.join('|')}|ủy ban|ubnd) [^,;]+$`, 'i')

function dutyFields(
  { who, text, section, deadline }: Duty,
  locale: Locale,
  document: string,
  today: string,
): Fields {
  const base = { label: named(who, locale), printed: text[locale], citation: { document, section } }
  if (!deadline) return { ...base, kind: 'duty' }
  const lastDay = deadline.lastDay === undefined ? undefined : nextDay(deadline.lastDay, today)
  const left = lastDay === undefined ? -1 : daysBetween(today, lastDay)
  const day = lastDay === undefined ? {} : { lastDay, ...(left >= 0 ? { daysLeft: left } : {}) }
  return {
    ...base,
    kind: 'deadline',
    when: deadline.printed[locale],
    deadline: { to: deadline.to[locale], ...day },
  }
}
