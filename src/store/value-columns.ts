import type { Value } from '../domain/data-element.ts'
import { Prisma } from './client/client.ts'

type Detail = Readonly<Record<string, unknown>> & { readonly kind: Value['kind'] }

/**
 * How a value lies in the columns of DraftAnswer and DataValue. Exactly one of numeric, yes and missing is there.
 * `detail` names the kind where the column alone does not (numeric alone is a count, yes alone a yes/no) and holds what more there is.
 */
export interface ValueColumns {
  /** Exact, without exponent. */
  readonly numeric: string | null
  readonly yes: boolean | null
  readonly detail: Detail | null
  readonly missing: string | null
}

/** As many digits as the column keeps; it would round a longer one without a word. */
const EXACT = /^-?\d{1,14}(\.\d{1,6})?$/

const EMPTY: ValueColumns = { numeric: null, yes: null, detail: null, missing: null }

/** Returns the columns of the value. Throws: RangeError for a figure the columns cannot hold exactly. */
export function toColumns(value: Value): ValueColumns {
  switch (value.kind) {
    case 'count':
      return { ...EMPTY, numeric: exact(String(value.count)) }
    case 'decimal':
      return { ...EMPTY, numeric: exact(value.decimal), detail: { kind: 'decimal' } }
    case 'level':
      return { ...EMPTY, numeric: exact(String(value.level)), detail: { kind: 'level' } }
    case 'rank': {
      const { rank, ...detail } = value
      return { ...EMPTY, numeric: exact(String(rank)), detail }
    }
    case 'yes-no':
      return { ...EMPTY, yes: value.yes }
    case 'recognition': {
      const { yes, ...detail } = value
      return { ...EMPTY, yes, detail }
    }
    case 'missing':
      return { ...EMPTY, missing: value.reason }
  }
}

/** Returns the value of the columns. Decimals lose zeros at their end. */
export function toValue(columns: ValueColumns): Value {
  const { numeric, yes, detail, missing } = columns
  if (missing !== null) return { kind: 'missing', reason: missing }
  if (yes !== null) return detail === null ? { kind: 'yes-no', yes } : ({ ...detail, yes } as Value)
  if (numeric === null) throw new RangeError('a stored value has neither figure, yes nor reason')
  return toFigure(numeric, detail)
}

function toFigure(numeric: string, detail: Detail | null): Value {
  switch (detail?.kind) {
    case 'decimal':
      return { kind: 'decimal', decimal: numeric }
    case 'level':
      return { kind: 'level', level: Number(numeric) }
    case 'rank':
      return { ...detail, rank: Number(numeric) } as Value
    default:
      return { kind: 'count', count: Number(numeric) }
  }
}

function exact(figure: string): string {
  if (!EXACT.test(figure)) throw new RangeError(`a figure of 14 digits and 6 decimals at most: ${figure}`)
  return figure
}

/** The columns of a value as selected from the table of that alias. */
export const valueColumns = (alias: string): Prisma.Sql => {
  const row = Prisma.raw(alias)
  return Prisma.sql`trim_scale(${row}."numeric")::text AS "numeric", ${row}."yes", ${row}."detail", ${row}."missing"`
}
