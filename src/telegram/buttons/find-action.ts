import { DomainError } from '../../domain/errors.ts'

/** Returns what a button's data names. Throws: button-invalid for a word that is none, «constructor» among them. */
export function findAction<A>(actions: Readonly<Record<string, A>>, name: string): A {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) throw new DomainError('button-invalid')
  return action
}
