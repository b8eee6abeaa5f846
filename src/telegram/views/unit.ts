import { type Actor, ROLES, roleAllows } from '../../domain/access.ts'
import { toLocalDate } from '../../domain/local-date.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { UnitCard } from '../../usecases/get-unit-card.ts'
import { renderChange } from './unit-change.ts'
import { type Button, inRows, lines, type View } from './view.ts'

/** Where to begin: one's own units, searching, adding a whole list. */
export function unitStartView(t: T, own: readonly OrgUnit[], actor: Actor): View {
  const mayManage = actor.roles.some(({ role }) => roleAllows(role, 'manage-units'))
  return {
    text: lines(t('units:start'), mayManage ? t('units:start-list') : undefined),
    buttons: [
      ...own.slice(0, 8).map((unit) => [seeButton(unit)]),
      [{ text: t('units:button.find'), data: 'dv:find' }],
      mayManage ? [{ text: t('roster:button.template'), data: 'dv:template' }] : [],
    ],
  }
}

/** The units found, one button each. */
export const unitListView = (t: T, units: readonly OrgUnit[]): View => ({
  text: t(units.length > 0 ? 'units:which' : 'units:none'),
  buttons: [
    ...units.map((unit) => [seeButton(unit)]),
    units.length > 0 ? [] : [{ text: t('units:button.find'), data: 'dv:find' }],
  ],
})

const seeButton = ({ name, code }: Pick<OrgUnit, 'name' | 'code'>): Button => ({
  text: name,
  data: `dv:see:${code}`,
})

/** A unit with its place in both hierarchies, its people and its past. */
export function unitView(t: T, card: UnitCard): View {
  const { unit, above, children, people, formerNames, changes, hasEnded } = card
  const day = (on: string) => renderDate(toLocalDate(on), t.locale)
  const roles = ROLES.filter((role) => (people[role] ?? 0) > 0)
  const levels = unit.levels.map((level) => t(`common:level.${level}`)).join(', ')
  return {
    text: lines(
      t.html('units:card.title', { name: unit.name, code: unit.code }),
      t.html('units:card.kind', { kind: t(`units:kind.${unit.kind}`), levels: levels || '–' }),
      hasEnded && unit.validTo !== undefined
        ? t.html('units:card.ended', { from: day(unit.validFrom), to: day(unit.validTo) })
        : t.html('units:card.since', { from: day(unit.validFrom) }),
      unit.validTo !== undefined && !hasEnded
        ? t.html('units:card.will-end', { to: day(unit.validTo) })
        : undefined,
      t.html('units:card.reporting', { above: above.reporting.join(' › ') || '–' }),
      t.html('units:card.governance', { above: above.governance.join(' › ') || '–' }),
      children.length > 0 ? t('units:card.children', { count: children.length }) : undefined,
      roles.length > 0 ? t('units:card.people') : t('units:card.no-people'),
      ...roles.map((role) =>
        t('units:card.role', { role: t(`common:role.${role}`), count: people[role] ?? 0 }),
      ),
      ...formerNames.map(({ name, until }) => t.html('units:card.former', { name, until: day(until) })),
      changes.length > 0 ? t('units:card.history') : undefined,
      ...changes.map((change) => renderChange(t, change)),
    ),
    buttons: buttonsOf(t, card),
  }
}

function buttonsOf(
  t: T,
  { unit, children, mayChange, hasEnded, changes }: UnitCard,
): readonly (readonly Button[])[] {
  const tasks = ['rename', 'move', 'merge', 'split', 'retype', 'close', 'add'] as const
  const [last] = changes
  return [
    children.length > 0 ? [{ text: t('units:button.children'), data: `dv:below:${unit.code}:0` }] : [],
    ...(mayChange && !hasEnded
      ? inRows(
          tasks.map((task) => ({ text: t(`units:task.${task}`), data: `dv:${task}:${unit.code}` })),
          2,
        )
      : []),
    mayChange && last && !last.undoneAt
      ? [{ text: t('units:button.undo-last'), data: `dv:undo:${last.id}` }]
      : [],
  ]
}

const CHILDREN_SHOWN = 20

/** The units directly below, a page at a time. */
export function childrenView(t: T, { unit, children }: UnitCard, from: number): View {
  const next = from + CHILDREN_SHOWN
  return {
    text: t.html('units:children', { unit: unit.name, count: children.length }),
    buttons: [
      ...children.slice(from, next).map((child) => [seeButton(child)]),
      children.length > next
        ? [{ text: t('common:button.more'), data: `dv:below:${unit.code}:${next}` }]
        : [],
      [{ text: t('units:button.up'), data: `dv:see:${unit.code}` }],
    ],
  }
}
