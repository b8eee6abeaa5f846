import { z } from 'zod'
import type { Collection, Target, TargetValue } from '../domain/plan.ts'
import { code, decimal, figureText, levels, period, text, whole, word, words } from './fields.ts'

const DECIMAL = '-?\\d+(?:\\.\\d+)?'

/** «92.19», «40..45», «rank 7/30», «level 3», «yes», «words»; undefined when it is none of them. */
function parseValue(written: string): TargetValue | undefined {
  if (written === 'yes' || written === 'words') return { kind: written }
  if (new RegExp(`^${DECIMAL}$`).test(written)) return { kind: 'number', number: written }
  const range = new RegExp(`^(${DECIMAL})\\.\\.(${DECIMAL})$`).exec(written)
  if (range?.[1] && range[2]) return { kind: 'range', from: range[1], to: range[2] }
  const rank = /^rank (\d+)(?:\/(\d+))?$/.exec(written)
  if (rank) return { kind: 'rank', rank: Number(rank[1]), ...(rank[2] ? { of: Number(rank[2]) } : {}) }
  const level = /^level (\d+)$/.exec(written)
  return level ? { kind: 'level', level: Number(level[1]) } : undefined
}

const shortValue = z.string().transform((written, context) => {
  const value = parseValue(written)
  if (value) return value
  context.addIssue({ code: 'custom', message: 'value' })
  return z.NEVER
})

const value = z.union([
  shortValue,
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), number: decimal }),
    z.strictObject({ kind: z.literal('share'), number: decimal, numerator: whole, denominator: whole }),
    z.strictObject({ kind: z.literal('range'), from: decimal, to: decimal }),
    z.strictObject({ kind: z.literal('rank'), rank: whole, of: whole.exactOptional() }),
    z.strictObject({ kind: z.literal('level'), level: whole }),
    z.strictObject({ kind: z.literal('yes') }),
    z.strictObject({ kind: z.literal('words') }),
  ]),
])

const collect = z.union([
  code.transform((form): Collection => ({ form })),
  z.strictObject({ form: code }),
  z.strictObject({ reason: text }),
])

const COMPARATORS = [
  '=',
  '>=',
  '>',
  '<=',
  '<',
  'range',
  'maintain',
  'rank',
  'increase',
  'decrease',
  'yes-no',
  'deadline',
] as const

/** A target as written: its label may be left out, to be taken from the indicator. */
export type WrittenTarget = Omit<Target, 'label'> & Partial<Pick<Target, 'label'>>

const withShare = (target: WrittenTarget): WrittenTarget => {
  if (target.value.kind !== 'number' || target.printedCount === undefined) return target
  const [numerator, denominator] = target.printedCount.split('/').map(Number)
  if (numerator === undefined || denominator === undefined) return target
  return { ...target, value: { kind: 'share', number: target.value.number, numerator, denominator } }
}

export const targetSchema = z
  .strictObject({
    id: code,
    indicator: code,
    label: text.exactOptional(),
    levels,
    when: text,
    due: period.exactOptional(),
    comparator: z.enum(COMPARATORS),
    printed: figureText,
    value,
    printedCount: z
      .string()
      .regex(/^\d+\/\d+$/, 'count-of')
      .exactOptional(),
    section: word,
    notes: z.array(text).default([]),
    collect,
    keywords: words,
    names: words,
  })
  .transform(withShare)
