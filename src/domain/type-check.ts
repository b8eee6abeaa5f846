import type { DataElement, ElementCode, ElementType, Value } from './data-element.ts'
import type { ErrorParams } from './errors.ts'
import { compareDecimals, decimalPlaces } from './figures.ts'

/** Hard rules stop an answer. */
export type HardRule =
  | 'wrong-kind'
  | 'not-whole'
  | 'out-of-range'
  | 'too-many-decimals'
  | 'numerator-above-denominator'
  | 'above-other'
  | 'rank-beyond-field'
  | 'degree-unknown'
  | 'dates-reversed'

/** Soft rules ask for a confirmation and a reason. */
export type SoftRule = 'moved'

/** `element` is the answer to look at; params hold the figures and, where two answers disagree, the `other` element. */
export interface RuleTouched<Rule = HardRule | SoftRule> {
  readonly rule: Rule
  readonly element: ElementCode
  readonly params: ErrorParams
}

/** Returns the hard rules an answer breaks by itself, whatever the other answers are; none for a missing one. */
export function checkType({ code, type }: DataElement, value: Value): readonly RuleTouched<HardRule>[] {
  const broken = value.kind === 'missing' ? undefined : brokenRule(type, value)
  return broken === undefined ? [] : [{ rule: broken.rule, element: code, params: broken.params ?? {} }]
}

interface Broken {
  readonly rule: HardRule
  readonly params?: ErrorParams
}

type OfKind<Kind extends string, Of> = Extract<Of, { kind: Kind }>

function brokenRule(type: ElementType, value: Value): Broken | undefined {
  if (type.kind === 'count' && value.kind === 'count') return checkCount(type, value)
  if (type.kind === 'decimal' && value.kind === 'decimal') return checkDecimal(type, value)
  if (type.kind === 'level' && value.kind === 'level') return checkLevel(type, value)
  if (type.kind === 'rank' && value.kind === 'rank') return checkRank(type, value)
  if (type.kind === 'recognition' && value.kind === 'recognition') return checkRecognition(type, value)
  return type.kind === value.kind ? undefined : { rule: 'wrong-kind' }
}

function checkCount(
  { max }: OfKind<'count', ElementType>,
  { count }: OfKind<'count', Value>,
): Broken | undefined {
  if (!Number.isSafeInteger(count)) return { rule: 'not-whole' }
  if (count >= 0 && (max === undefined || count <= max)) return undefined
  return { rule: 'out-of-range', params: max === undefined ? { min: 0 } : { min: 0, max } }
}

function checkDecimal(
  { min, max, decimals }: OfKind<'decimal', ElementType>,
  { decimal }: OfKind<'decimal', Value>,
): Broken | undefined {
  if (decimalPlaces(decimal) > decimals) return { rule: 'too-many-decimals', params: { decimals } }
  const isInside = compareDecimals(decimal, min) >= 0 && compareDecimals(decimal, max) <= 0
  return isInside ? undefined : { rule: 'out-of-range', params: { min, max } }
}

function checkLevel(
  { min, max }: OfKind<'level', ElementType>,
  { level }: OfKind<'level', Value>,
): Broken | undefined {
  if (!Number.isSafeInteger(level)) return { rule: 'not-whole' }
  return level >= min && level <= max ? undefined : { rule: 'out-of-range', params: { min, max } }
}

function checkRank(
  type: OfKind<'rank', ElementType>,
  { rank, of }: OfKind<'rank', Value>,
): Broken | undefined {
  if (!Number.isSafeInteger(rank)) return { rule: 'not-whole' }
  if (rank < 1) return { rule: 'out-of-range', params: { min: 1 } }
  const field = of ?? type.of
  return field !== undefined && rank > field
    ? { rule: 'rank-beyond-field', params: { of: field } }
    : undefined
}

function checkRecognition(
  { degrees }: OfKind<'recognition', ElementType>,
  { degree, decidedOn, expiresOn }: OfKind<'recognition', Value>,
): Broken | undefined {
  if (degree !== undefined && !degrees.includes(degree)) {
    return { rule: 'degree-unknown', params: { degrees: degrees.join(', ') } }
  }
  const isReversed = decidedOn !== undefined && expiresOn !== undefined && expiresOn <= decidedOn
  return isReversed ? { rule: 'dates-reversed' } : undefined
}
