import type { Text } from './text.ts'

/** One thing wrong in a pack, where it stands and what should stand there. */
export interface PackProblem {
  readonly file: string
  /** From 1, as editors count. */
  readonly line: number
  readonly column: number
  /** Path of the field, e.g. `targets[3].value`; empty where the file as a whole is meant. */
  readonly field: string
  /** A whole sentence in both languages. */
  readonly expected: Text
  /** As written, shortened; empty where nothing stands. */
  readonly found: string
}

/** «targets[3].value» for `['targets', 3, 'value']`. */
export const fieldName = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
    '',
  )
