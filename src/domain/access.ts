import type { OrgUnitId, PersonId } from './brand.ts'
import type { Locale } from './text.ts'

export const ROLES = ['teacher', 'principal', 'contributor', 'officer', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** How far down a role goes: to the unit it is held for alone, or also to every unit that reports to it. */
export type Reach = 'own' | 'below'

const SCHOOL = { teacher: 'own', principal: 'own', contributor: 'own' } as const
const OFFICE = { officer: 'below', admin: 'below' } as const

/** Who may do what, and how far down. Menus, /trogiup, scopes of queries and the tests are made from it; a role that is not named may not. */
export const ACCESS = {
  'fill-form': SCHOOL,
  'assign-form': { principal: 'own' },
  'confirm-submission': { principal: 'own', officer: 'below' },
  'review-submission': OFFICE,
  'enter-on-behalf': OFFICE,
  'see-own-progress': { ...SCHOOL, ...OFFICE, leader: 'below' },
  'see-progress': { principal: 'own', ...OFFICE, leader: 'below' },
  'see-digest': { ...OFFICE, leader: 'below' },
  chase: OFFICE,
  ask: { ...SCHOOL, ...OFFICE, leader: 'below' },
  'answer-question': OFFICE,
  'approve-answer': { ...OFFICE, leader: 'below' },
  invite: { principal: 'own', ...OFFICE },
  'decide-access': { principal: 'own', ...OFFICE },
  'manage-people': { principal: 'own', ...OFFICE },
  'link-group': OFFICE,
  'manage-plans': { admin: 'below' },
  'manage-units': { admin: 'below' },
  'see-audit': { admin: 'below' },
  'see-system': { admin: 'below' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>>

export type Action = keyof typeof ACCESS
export const ACTIONS = Object.keys(ACCESS) as readonly Action[]

/** Returns how far down the role may do it; undefined where it may not at all. */
export const reachOf = (role: Role, action: Action): Reach | undefined =>
  (ACCESS[action] as Partial<Record<Role, Reach>>)[role]

export const roleAllows = (role: Role, action: Action): boolean => reachOf(role, action) !== undefined

/** Whom a role may bring in, and send away again, where it may invite at all. */
const INVITES: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  principal: ['teacher', 'contributor'],
  officer: ['teacher', 'principal', 'contributor'],
  admin: ROLES,
}

/** True when a holder of `role` may bring someone in as `other`, or take that role away again. */
export const mayInvite = (role: Role, other: Role): boolean => INVITES[role]?.includes(other) ?? false

export interface RoleHeld {
  readonly role: Role
  readonly unit: OrgUnitId
}

/** Who is acting. `path` of a unit lists it and all it reports to, so a role held higher up reaches down. */
export interface Actor {
  readonly person: PersonId
  readonly locale: Locale
  readonly roles: readonly RoleHeld[]
}

declare const scoped: unique symbol
/**
 * The units a query may look at; made only by `scopeFor`, `scopeForAny` and `systemScope`, so that forgetting it does not compile.
 * `everything` is for jobs and administrators of the whole installation.
 */
export type Scope = {
  readonly [scoped]: true
  /** With all that reports to them. */
  readonly roots: readonly OrgUnitId[] | 'everything'
  /** Without what reports to them. */
  readonly own: readonly OrgUnitId[]
}

/** The unit of roles held for the whole installation, as those of ADMIN_IDS are. */
export const WHOLE_INSTALLATION = '*' as OrgUnitId

const scopeOf = (roots: Scope['roots'], own: Scope['own']): Scope => ({ roots, own }) as unknown as Scope

/** Returns the units the actor may do this for. An empty scope sees nothing. */
export function scopeFor(actor: Actor, action: Action): Scope {
  const unitsOf = (reach: Reach) =>
    actor.roles.filter(({ role }) => reachOf(role, action) === reach).map(({ unit }) => unit)
  const roots = unitsOf('below')
  return roots.includes(WHOLE_INSTALLATION) ? scopeOf('everything', []) : scopeOf(roots, unitsOf('own'))
}

/** Returns the units the actor may bring people in for as `role`, and take it away again. */
export const scopeToInvite = (actor: Actor, role: Role): Scope =>
  scopeFor({ ...actor, roles: actor.roles.filter((held) => mayInvite(held.role, role)) }, 'invite')

/** Returns the units the actor may do any of these for. */
export function scopeForAny(actor: Actor, ...actions: readonly Action[]): Scope {
  const scopes = actions.map((action) => scopeFor(actor, action))
  if (scopes.some(({ roots }) => roots === 'everything')) return systemScope
  const roots = scopes.flatMap((scope) => scope.roots as readonly OrgUnitId[])
  return scopeOf([...new Set(roots)], [...new Set(scopes.flatMap(({ own }) => own))])
}

/** For jobs and the command line, which act for the installation itself. */
export const systemScope: Scope = scopeOf('everything', [])

/** True when the unit (first of its reporting path) is the scope's own, or it or one it reports to is a root. */
export const isWithin = (scope: Scope, path: readonly OrgUnitId[]): boolean =>
  scope.roots === 'everything' ||
  path.some((unit) => (scope.roots as readonly OrgUnitId[]).includes(unit)) ||
  (path[0] !== undefined && scope.own.includes(path[0]))

/** Returns the units the scope was given for, without those below; empty for the whole installation. */
export const heldUnits = ({ roots, own }: Scope): readonly OrgUnitId[] =>
  roots === 'everything' ? [] : [...new Set([...roots, ...own])]
