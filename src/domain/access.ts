import type { OrgUnitId, PersonId } from './brand.ts'
import type { Locale } from './text.ts'

export const ROLES = ['teacher', 'principal', 'contributor', 'officer', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  'fill-form',
  'assign-form',
  'confirm-submission',
  'review-submission',
  'enter-on-behalf',
  'see-own-progress',
  'see-progress',
  'see-digest',
  'chase',
  'ask',
  'answer-question',
  'invite',
  'decide-access',
  'link-group',
  'manage-plans',
  'manage-units',
  'see-audit',
  'see-system',
] as const
export type Action = (typeof ACTIONS)[number]

/** Who may do what, for the unit a role is held for and every unit that reports to it. */
const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  teacher: ['fill-form', 'see-own-progress', 'ask'],
  principal: [
    'fill-form',
    'assign-form',
    'confirm-submission',
    'see-own-progress',
    'see-progress',
    'ask',
    'invite',
    'decide-access',
  ],
  contributor: ['fill-form', 'see-own-progress', 'ask'],
  officer: [
    'confirm-submission',
    'review-submission',
    'enter-on-behalf',
    'see-own-progress',
    'see-progress',
    'see-digest',
    'chase',
    'ask',
    'answer-question',
    'invite',
    'decide-access',
    'link-group',
  ],
  leader: ['see-own-progress', 'see-progress', 'see-digest', 'ask'],
  admin: ACTIONS.filter(
    (action) => action !== 'fill-form' && action !== 'assign-form' && action !== 'confirm-submission',
  ),
}

export const roleAllows = (role: Role, action: Action): boolean => ALLOWED[role].includes(action)

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
 * The roots below which a query may look; made only by `scopeFor` and `systemScope`, so that forgetting it does not compile.
 * `everything` is for jobs and administrators of the whole installation.
 */
export type Scope = { readonly [scoped]: true; readonly roots: readonly OrgUnitId[] | 'everything' }

/** The unit of roles held for the whole installation, as those of ADMIN_IDS are. */
export const WHOLE_INSTALLATION = '*' as OrgUnitId

/** Returns the units the actor may do this for: each root with all that reports to it. Empty roots see nothing. */
export function scopeFor(actor: Actor, action: Action): Scope {
  const roots = actor.roles.filter((held) => roleAllows(held.role, action)).map((held) => held.unit)
  return { roots: roots.includes(WHOLE_INSTALLATION) ? 'everything' : roots } as unknown as Scope
}

/** Returns the units the actor may do any of these for. */
export function scopeForAny(actor: Actor, ...actions: readonly Action[]): Scope {
  const roots = actions.map((action) => scopeFor(actor, action).roots)
  return {
    roots: roots.includes('everything') ? 'everything' : [...new Set(roots.flat())],
  } as unknown as Scope
}

/** For jobs and the command line, which act for the installation itself. */
export const systemScope: Scope = { roots: 'everything' } as unknown as Scope

/** True when one of the unit's reporting path (the unit itself included) is a root of the scope. */
export const isWithin = (scope: Scope, path: readonly OrgUnitId[]): boolean =>
  scope.roots === 'everything' || path.some((unit) => (scope.roots as readonly OrgUnitId[]).includes(unit))
