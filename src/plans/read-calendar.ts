import { z } from 'zod'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import type { PackProblem } from '../domain/pack-problem.ts'
import { EXPECTATIONS } from './expectations.ts'
import { isoDate, word } from './fields.ts'
import { schemaProblems } from './schema-problems.ts'
import { type PackFile, parseSource } from './source.ts'

const days = z
  .strictObject({ from: isoDate, to: isoDate, name: word })
  .refine(({ from, to }) => from <= to, 'range-order')

const calendarSchema = z.strictObject({ days: z.array(days) })

export type CalendarReading =
  | { readonly calendar: OfficeCalendar }
  | { readonly problems: readonly PackProblem[] }

/** Returns the office's calendar of a YAML file, or every problem found, by line and field. */
export function readCalendar(file: PackFile): CalendarReading {
  const source = parseSource(file)
  if (!('file' in source)) return { problems: source }
  if (typeof source.value !== 'object' || source.value === null)
    return {
      problems: [{ file: file.name, ...source.place([]), field: '', expected: EXPECTATIONS['fields-shape'] }],
    }
  const result = calendarSchema.safeParse(source.value)
  if (!result.success) return { problems: schemaProblems(source, result.error.issues) }
  return { calendar: result.data }
}
