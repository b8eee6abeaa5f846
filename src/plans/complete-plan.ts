import type { Indicator } from '../domain/indicator.ts'
import type { Level } from '../domain/level.ts'
import type { Plan, Target } from '../domain/plan.ts'
import type { Text } from '../domain/text.ts'
import type { WrittenPlan } from './plan-schema.ts'
import type { WrittenTarget } from './target-schema.ts'

const LEVEL_NAMES: Readonly<Record<Level, Text>> = {
  preschool: { vi: 'mầm non', en: 'preschool' },
  primary: { vi: 'tiểu học', en: 'primary' },
  'lower-secondary': { vi: 'THCS', en: 'lower secondary' },
  'upper-secondary': { vi: 'THPT', en: 'upper secondary' },
}

const LOCALE_NAMES = ['vi', 'en'] as const

function withLevel(label: Text, level: Level): Text {
  const name = LEVEL_NAMES[level]
  const isNamed = LOCALE_NAMES.some((locale) =>
    label[locale].toLowerCase().includes(name[locale].toLowerCase()),
  )
  return isNamed ? label : { vi: `${label.vi} – ${name.vi}`, en: `${label.en} – ${name.en}` }
}

function labelOf(target: WrittenTarget, indicator: Indicator | undefined): Text {
  if (target.label) return target.label
  // A target whose indicator is unknown is refused by the checks; until then its id names it.
  if (!indicator) return { vi: target.id, en: target.id }
  const [level, ...others] = target.levels
  return level && others.length === 0 ? withLevel(indicator.label, level) : indicator.label
}

/** The plan with every target labelled: as written, else the indicator's label with the level's name. */
export function completePlan(written: WrittenPlan, indicators: ReadonlyMap<string, Indicator>): Plan {
  const complete = (target: WrittenTarget): Target => ({
    ...target,
    label: labelOf(target, indicators.get(target.indicator)),
  })
  return { ...written, targets: written.targets.map(complete) }
}
