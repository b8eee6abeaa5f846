import { z } from 'zod'
import type { Form, Question, Section } from '../domain/form.ts'
import { ORG_UNIT_KINDS } from '../domain/org-unit.ts'
import { PERIOD_TYPES } from '../domain/period.ts'
import { code, flag, formCode, levels, monthDay, period, text, whole, word } from './fields.ts'

const shortQuestion = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'question')
  .transform((written): Question => {
    const [first = written, second] = written.split('/')
    return { id: first, elements: second === undefined ? [first] : [first, second], isLate: false }
  })

const longQuestion = z
  .strictObject({
    id: code.exactOptional(),
    elements: z.union([z.tuple([code]), z.tuple([code, code])]),
    isLate: flag.default(false),
    lateDueOn: monthDay.exactOptional(),
  })
  .transform((read): Question => ({ ...read, id: read.id ?? read.elements[0] }))

const section = z.strictObject({
  id: code,
  title: text,
  levels,
  questions: z
    .array(z.union([shortQuestion, longQuestion]))
    .min(1, 'filled')
    .max(8, 'eight-questions'),
}) satisfies z.ZodType<Section>

/** A form as written in a plan pack. */
export const formSchema = z.strictObject({
  code: formCode,
  version: whole,
  title: text,
  for: z.strictObject({ kind: z.enum(ORG_UNIT_KINDS), levels }),
  periodType: z.enum(PERIOD_TYPES),
  dueOn: monthDay.exactOptional(),
  locksOn: monthDay.exactOptional(),
  referenceDay: monthDay,
  firstPeriod: period,
  lastPeriod: period,
  acceptedBy: z.array(z.strictObject({ levels, unit: word })).min(1, 'filled'),
  changeLimitPercent: whole,
  section: word,
  sections: z.array(section).min(1, 'filled'),
}) satisfies z.ZodType<Form>
