import { type Action, type Actor, type Scope, scopeFor, systemScope } from '../domain/access.ts'
import type { PersonId } from '../domain/brand.ts'

/** Who does it: a person in chat, or whoever may use the installation's command line. */
export type Operator = Actor | 'cli'

/** Returns what the operator may reach for this; the command line reaches everything. */
export const operatorScope = (by: Operator, action: Action): Scope =>
  by === 'cli' ? systemScope : scopeFor(by, action)

/** Returns the name the audit keeps. */
export const auditedAs = (by: Operator): PersonId | 'cli' => (by === 'cli' ? 'cli' : by.person)
