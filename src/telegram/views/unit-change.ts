import { renderDate } from '../../domain/render-value.ts'
import type { UnitDecision, UnitWish } from '../../domain/unit-change.ts'
import type { T } from '../../i18n/texts.ts'
import type { UnitChangeOutcome } from '../../usecases/change-units.ts'
import type { UnitChange } from '../../usecases/ports.ts'
import { lines } from './view.ts'

/** Returns one line of a unit's history; HTML. */
export function renderChange(t: T, { wish, undoneAt, successions }: UnitChange): string {
  const became = new Map<string, string[]>()
  for (const { from, to } of successions) became.set(from, [...(became.get(from) ?? []), to])
  const lineage = [...became].map(([from, to]) => `${from} → ${to.join(' + ')}`).join('; ')
  const about = { on: renderDate(wish.on, t.locale), what: t(`units:did.${wish.kind}`), lineage }
  return lines(
    t.html(lineage === '' ? 'units:history.line' : 'units:history.lineage', about),
    wish.decision && renderDecision(t, wish.decision),
    undoneAt && t('units:history.undone'),
  )
}

const renderDecision = (t: T, { number, on }: UnitDecision): string =>
  on === undefined
    ? t.html('units:history.decision', { number })
    : t.html('units:history.decision-dated', { number, on: renderDate(on, t.locale) })

/** Returns what a change would do, line by line, and whether it can be undone; HTML. */
export function renderOutcome(t: T, wish: UnitWish, outcome: UnitChangeOutcome): string {
  const { names, plan, moved, people, groups, drafts, late } = outcome
  const nameOf = (code: string) => names.get(code) ?? code
  const effects = { moved, people: people.length, groups, drafts, late }
  return lines(
    t.html('units:preview.title', { on: renderDate(wish.on, t.locale) }),
    ...(wish.decision ? [renderDecision(t, wish.decision)] : []),
    ...plan.describe.map((unit) =>
      t.html(describedKey(unit.isCorrection), { name: unit.name, kind: t(`units:kind.${unit.kind}`) }),
    ),
    ...plan.create.map(({ code, name }) => t.html('units:preview.create', { code, name })),
    ...plan.end.map((code) => t.html('units:preview.end', { name: nameOf(code) })),
    ...plan.successions
      .filter(({ isHeir }) => isHeir)
      .map(({ from, to }) => t.html('units:preview.heir', { from: nameOf(from), to: nameOf(to) })),
    ...(wish.kind === 'move'
      ? wish.links.map((link) =>
          t.html(`units:preview.link.${link}`, { name: nameOf(wish.unit), to: nameOf(wish.to) }),
        )
      : []),
    ...(['moved', 'people', 'groups', 'drafts', 'late'] as const)
      .filter((effect) => effects[effect] > 0 && !(effect === 'moved' && wish.kind === 'move'))
      .map((effect) => t(`units:preview.effect.${effect}`, { count: effects[effect] })),
    '',
    t('units:preview.undo'),
  )
}

const describedKey = (isCorrection: boolean) =>
  isCorrection ? ('units:preview.correct' as const) : ('units:preview.describe' as const)
