/** Returns what a button's data names; undefined for a word that is none, «constructor» among them. */
export const findAction = <A>(actions: Readonly<Record<string, A>>, name: string): A | undefined =>
  Object.hasOwn(actions, name) ? actions[name] : undefined
