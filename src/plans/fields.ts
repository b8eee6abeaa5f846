import { z } from 'zod'
import { LEVELS } from '../domain/level.ts'
import { UNIT_CODE } from '../domain/org-unit.ts'
import type { Text } from '../domain/text.ts'

/**
 * Fields every part of a pack is made of. The reader hands over scalars as written («92.19» stays «92.19»),
 * so each field here starts from text. A custom message is a key of `EXPECTATIONS`.
 */
export const word = z.string().trim().min(1, 'filled')

const bilingual = z.strictObject({ vi: word, en: word })

/** A sentence or name in both languages. */
export const text = bilingual satisfies z.ZodType<Text>

/** A text, or a figure without letters written once: its English gets the decimal point. */
export const figureText = z.union([
  bilingual,
  z
    .string()
    .regex(/^[^\p{L}]+$/u, 'figure')
    .transform((vi): Text => ({ vi, en: vi.replace(/(\d),(\d)/g, '$1.$2') })),
])

export const emptyText: Text = { vi: '', en: '' }

export const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'code')

/** Of a form: with period and unit it has to fit into the 64 bytes of a button's data. */
export const formCode = code.max(24, 'form-code')

export const unitCode = z.string().regex(UNIT_CODE, 'unit-code')

export const whole = z
  .string()
  .regex(/^\d{1,9}$/, 'whole')
  .transform(Number)

export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'decimal')

export const flag = z.enum(['yes', 'no']).transform((answer) => answer === 'yes')

export const levels = z.array(z.enum(LEVELS)).default([])

export const words = z.array(word).default([])

export const isoDate = z.iso.date('iso-date')

const PERIOD = /^\d{4}(-H[12]|-(0[1-9]|1[0-2]))?$|^SY\d{4}(-T[12])?$/
export const period = z.string().regex(PERIOD, 'period')

/** `MM-DD`; 2024 is a leap year, so 02-29 passes. */
export const monthDay = z.string().refine((day) => z.iso.date().safeParse(`2024-${day}`).success, 'month-day')

/** One code or a list of them. */
export const codes = z.union([code.transform((one) => [one]), z.array(code).min(1, 'filled')])
