import { z } from 'zod'
import { ORG_UNIT_KINDS } from '../domain/org-unit.ts'
import type { Duty, Fact, NamedSchool, Plan, PlanUnit } from '../domain/plan.ts'
import { code, figureText, isoDate, levels, monthDay, text, unitCode, whole, word, words } from './fields.ts'
import { formSchema } from './form-schema.ts'
import { targetSchema, type WrittenTarget } from './target-schema.ts'

const fact = z.strictObject({
  id: code,
  kind: z.enum(['identity', 'basis', 'term', 'other']),
  text,
  section: word,
  keywords: words,
}) satisfies z.ZodType<Fact>

const deadline = z.strictObject({
  printed: figureText,
  to: text,
  recurs: z.enum(['once', 'yearly', 'half-yearly', 'monthly', 'as-needed', 'none']),
  lastDay: z.union([monthDay, isoDate], 'last-day').exactOptional(),
})

const duty = z.strictObject({
  id: code,
  kind: z.enum(['task', 'unit', 'process', 'deadline']),
  who: text,
  text,
  section: word,
  keywords: words,
  deadline: deadline.exactOptional(),
}) satisfies z.ZodType<Duty>

const school = z.strictObject({ name: word, levels, section: word }) satisfies z.ZodType<NamedSchool>

const unit = z.strictObject({
  code: unitCode,
  name: word,
  kind: z.enum(ORG_UNIT_KINDS),
  parent: word.exactOptional(),
}) satisfies z.ZodType<PlanUnit>

const parent = z.strictObject({
  number: word,
  issuedOn: isoDate.exactOptional(),
  issuer: text,
  about: text,
})

/** A plan as written; only the targets' labels may still be missing. */
export type WrittenPlan = Omit<Plan, 'targets'> & { readonly targets: readonly WrittenTarget[] }

export const planSchema = z.strictObject({
  key: word,
  code: word,
  title: text,
  shortTitle: text,
  issuer: text,
  issuedOn: isoDate.exactOptional(),
  term: z.strictObject({ printed: figureText, fromYear: whole, toYear: whole }),
  levels,
  aliases: words,
  unit: word,
  units: z.array(unit).default([]),
  audience: z.enum(['public', 'registered']),
  remarks: z.array(text).default([]),
  parents: z.array(parent).default([]),
  targets: z.array(targetSchema).default([]),
  facts: z.array(fact).default([]),
  duties: z.array(duty).default([]),
  schools: z.array(school).default([]),
  forms: z.array(formSchema).default([]),
}) satisfies z.ZodType<WrittenPlan>
