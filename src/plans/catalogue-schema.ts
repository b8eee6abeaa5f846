import { z } from 'zod'
import type { DataElement, ElementType } from '../domain/data-element.ts'
import type { Formula, Indicator } from '../domain/indicator.ts'
import type { Catalogue } from '../domain/plan.ts'
import { code, codes, decimal, emptyText, text, whole, word, words } from './fields.ts'

const plainType = z.enum(['count', 'yes-no']).transform((kind): ElementType => ({ kind }))

const elementType = z.union([
  plainType,
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count'), max: whole.exactOptional() }),
    z.strictObject({ kind: z.literal('decimal'), min: decimal, max: decimal, decimals: whole }),
    z.strictObject({ kind: z.literal('yes-no') }),
    z.strictObject({ kind: z.literal('recognition'), degrees: z.array(whole), lastsYears: whole }),
    z.strictObject({ kind: z.literal('level'), min: whole, max: whole }),
    z.strictObject({ kind: z.literal('rank'), of: whole.exactOptional() }),
  ]),
])

const element = z.strictObject({
  code,
  label: text,
  question: text,
  definition: text,
  scope: text.default({ vi: 'cả trường', en: 'whole school' }),
  reference: z.enum(['at-date', 'school-year']),
  unit: text.default(emptyText),
  type: elementType.default({ kind: 'count' }),
  example: word,
  atMost: code.exactOptional(),
}) satisfies z.ZodType<DataElement>

const formula = z.union([
  z.literal('none').transform((kind): Formula => ({ kind })),
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('ratio'),
      numerator: codes,
      denominator: codes,
      factor: whole.default(100),
    }),
    z.strictObject({ kind: z.literal('share-of-units'), element: code, atLeast: whole.exactOptional() }),
    z.strictObject({ kind: z.literal('count-of-units'), element: code, atLeast: whole.exactOptional() }),
    z.strictObject({ kind: z.literal('mean'), total: codes, weight: codes }),
    z.strictObject({ kind: z.literal('sum'), elements: codes }),
    z.strictObject({ kind: z.literal('value'), element: code }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
])

const indicator = z
  .strictObject({
    code,
    label: text,
    shortLabel: text.exactOptional(),
    synonyms: words,
    unit: z.enum(['percent', 'count', 'score', 'level', 'rank', 'points', 'yes-no', 'text']),
    direction: z.enum(['up', 'down']).default('up'),
    formula,
    countedAs: text.default(emptyText),
  })
  .transform((read): Indicator => ({ ...read, shortLabel: read.shortLabel ?? read.label }))

/** One file of `catalogue/`: a part of the shared catalogue. */
export const catalogueSchema = z.strictObject({
  elements: z.array(element).default([]),
  indicators: z.array(indicator).default([]),
}) satisfies z.ZodType<Catalogue>
