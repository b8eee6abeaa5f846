import { DomainError } from './errors.ts'
import { LINK_KINDS, type OrgUnit } from './org-unit.ts'
import { renderDate } from './render-value.ts'
import type { HeldLink, NewUnit, UnitChangePlan, UnitSurroundings, UnitWish } from './unit-change.ts'
import { unitsOfWish } from './unit-change.ts'

const NOTHING: UnitChangePlan = {
  create: [],
  describe: [],
  end: [],
  unlink: [],
  link: [],
  successions: [],
}

/**
 * Returns what a wish does to the tree. Whether codes are free and no unit comes above itself is seen when it is written.
 * Throws: unit-not-found, unit-ended (not there on the day), unit-changed-later, unit-has-children, nothing-changes.
 */
export function planUnitChange(wish: UnitWish, around: UnitSurroundings): UnitChangePlan {
  for (const code of unitsOfWish(wish)) requireThere(getUnit(around, code), wish)
  const plan = planOf(wish, around)
  const touched = [...changedBy(wish), ...plan.unlink.map(({ child }) => child)]
  const later = touched.find((code) => around.changedLater.has(code))
  if (later !== undefined) throw new DomainError('unit-changed-later', { unit: later })
  return plan
}

/** Units that only get something new below them may change later as they like. */
const changedBy = (wish: UnitWish): readonly string[] =>
  wish.kind === 'succeed' ? wish.from : wish.kind === 'add' ? [] : [wish.unit]

function planOf(wish: UnitWish, around: UnitSurroundings): UnitChangePlan {
  switch (wish.kind) {
    case 'add':
      return planAddition(wish)
    case 'rename': {
      const { code, kind, levels, name } = getUnit(around, wish.unit)
      if (name === wish.name) throw new DomainError('nothing-changes')
      const isCorrection = wish.isCorrection ?? false
      return { ...NOTHING, describe: [{ code, kind, levels, name: wish.name, isCorrection }] }
    }
    case 'retype': {
      const { code, kind, levels, name } = getUnit(around, wish.unit)
      if (kind === wish.as && String(levels) === String(wish.levels)) throw new DomainError('nothing-changes')
      return {
        ...NOTHING,
        describe: [{ code, kind: wish.as, levels: wish.levels, name, isCorrection: false }],
      }
    }
    case 'move':
      return planMove(wish, around)
    case 'succeed':
      return planSuccession(wish, around)
    case 'close':
      return planClosing(wish, around)
  }
}

function getUnit({ units }: UnitSurroundings, code: string): OrgUnit {
  const unit = units.get(code)
  if (!unit) throw new DomainError('unit-not-found', { unit: code })
  return unit
}

function requireThere(unit: OrgUnit, { on }: UnitWish): void {
  if (unit.validFrom > on || (unit.validTo !== undefined && unit.validTo <= on))
    throw new DomainError('unit-not-there', { unit: unit.name, on: renderDate(on, 'vi') })
}

type Wish<Kind extends UnitWish['kind']> = Extract<UnitWish, { readonly kind: Kind }>

function planAddition({ unit, reporting, governance }: Wish<'add'>): UnitChangePlan {
  const link: HeldLink[] = [
    { kind: 'reporting', child: unit.code, parent: reporting },
    { kind: 'governance', child: unit.code, parent: governance ?? reporting },
  ]
  return { ...NOTHING, create: [unit], link }
}

function planMove({ unit, links, to }: Wish<'move'>, around: UnitSurroundings): UnitChangePlan {
  const wanted = links.map((kind) => ({ kind, child: unit, parent: to }))
  const isHeld = (link: HeldLink) => around.links.some((held) => isSame(held, link))
  const link = wanted.filter((each) => !isHeld(each))
  if (link.length === 0) throw new DomainError('nothing-changes')
  const unlink = around.links.filter((held) =>
    link.some(({ kind }) => held.child === unit && held.kind === kind),
  )
  return { ...NOTHING, link, unlink }
}

const isSame = (one: HeldLink, other: HeldLink): boolean =>
  one.kind === other.kind && one.child === other.child && one.parent === other.parent

function planClosing({ unit }: Wish<'close'>, { links }: UnitSurroundings): UnitChangePlan {
  const children = new Set(links.filter(({ parent }) => parent === unit).map(({ child }) => child))
  if (children.size > 0) throw new DomainError('unit-has-children', { count: children.size })
  return { ...NOTHING, end: [unit], unlink: links.filter(({ child }) => child === unit) }
}

function planSuccession(wish: Wish<'succeed'>, around: UnitSurroundings): UnitChangePlan {
  const into = wish.into.map((each) => (typeof each === 'string' ? each : each.code))
  const create = wish.into.filter((each): each is NewUnit => typeof each !== 'string')
  const end = wish.from.filter((code) => !into.includes(code))
  const [first] = into
  if (first === undefined || (end.length === 0 && create.length === 0))
    throw new DomainError('nothing-changes')
  const heirOf = (code: string): string => {
    const chosen = wish.heirs?.[code]
    return chosen !== undefined && into.includes(chosen) ? chosen : first
  }
  const own = around.links.filter(({ child }) => end.includes(child))
  const handed = around.links.filter(({ child, parent }) => end.includes(parent) && !end.includes(child))
  return {
    ...NOTHING,
    create,
    end,
    unlink: [...own, ...handed],
    link: [
      ...create.flatMap(({ code }) => parentsFor(code, wish.from, end, around, heirOf)),
      ...handed.flatMap((link) => handOn(link, heirOf(link.parent), around)),
    ],
    successions: wish.from.flatMap((from) =>
      into
        .filter((to) => to !== from)
        .map((to) => ({ from, to, isHeir: end.includes(from) && heirOf(from) === to })),
    ),
  }
}

/** A new unit belongs where the first of those before it belonged; of a unit that ends too, to its heir. */
function parentsFor(
  child: string,
  from: readonly string[],
  end: readonly string[],
  { links }: UnitSurroundings,
  heirOf: (code: string) => string,
): readonly HeldLink[] {
  return LINK_KINDS.flatMap((kind) => {
    const held = from.flatMap((code) => links.filter((link) => link.kind === kind && link.child === code))
    const parent =
      held.find((link) => !end.includes(link.parent))?.parent ?? held.map((link) => heirOf(link.parent))[0]
    return parent === undefined || parent === child ? [] : [{ kind, child, parent }]
  })
}

/** A subordinate unit goes to the heir; the heir itself, to whom that belonged. */
function handOn(link: HeldLink, heir: string, { links }: UnitSurroundings): readonly HeldLink[] {
  if (link.child !== heir) return [{ ...link, parent: heir }]
  return links
    .filter((above) => above.kind === link.kind && above.child === link.parent)
    .map(({ parent }) => ({ ...link, parent }))
}
