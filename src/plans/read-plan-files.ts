import type { z } from 'zod'
import { fieldName, type PackProblem } from '../domain/pack-problem.ts'
import type { Catalogue, Plan } from '../domain/plan.ts'
import { catalogueSchema } from './catalogue-schema.ts'
import { checkPlans, type Finding } from './check-plans.ts'
import { completePlan } from './complete-plan.ts'
import { EXPECTATIONS } from './expectations.ts'
import { planSchema, type WrittenPlan } from './plan-schema.ts'
import { schemaProblems } from './schema-problems.ts'
import { type PackFile, type Path, parseSource, type Source } from './source.ts'

export type PackReading =
  | { readonly catalogue: Catalogue; readonly plans: readonly Plan[] }
  | { readonly problems: readonly PackProblem[] }

interface Part<T> {
  readonly source: Source
  readonly value: T
}

/** Where each thing that was read stands, so that a check can name it without knowing files. */
type Places = Map<object, { readonly source: Source; readonly path: Path }>

/**
 * Returns the catalogue and plans of all files together, or every problem found; never a part of them.
 * A file with a `key` is a plan, any other a part of the catalogue. Cross references are checked once all files are sound.
 */
export function readPlanFiles(files: readonly PackFile[]): PackReading {
  const parsed = files.map(parseSource)
  const problems = parsed.flatMap((one) => ('file' in one ? [] : one))
  const catalogues: Part<Catalogue>[] = []
  const written: Part<WrittenPlan>[] = []
  for (const source of parsed) {
    if (!('file' in source)) continue
    if (isPlan(source)) read(source, planSchema, written, problems)
    else read(source, catalogueSchema, catalogues, problems)
  }
  return problems.length > 0 ? { problems } : join(catalogues, written)
}

const isPlan = ({ value }: Source): boolean => typeof value === 'object' && value !== null && 'key' in value

function read<T>(source: Source, schema: z.ZodType<T>, parts: Part<T>[], problems: PackProblem[]): void {
  if (typeof source.value !== 'object' || source.value === null) {
    const expected = EXPECTATIONS['fields-shape']
    problems.push({ file: source.file, ...source.place([]), field: '', expected })
    return
  }
  const result = schema.safeParse(source.value)
  if (result.success) parts.push({ source, value: result.data })
  else problems.push(...schemaProblems(source, result.error.issues))
}

function join(catalogues: readonly Part<Catalogue>[], written: readonly Part<WrittenPlan>[]): PackReading {
  const places: Places = new Map()
  for (const { source, value } of catalogues) {
    for (const [index, element] of value.elements.entries())
      places.set(element, { source, path: ['elements', index] })
    for (const [index, indicator] of value.indicators.entries())
      places.set(indicator, { source, path: ['indicators', index] })
  }
  const catalogue: Catalogue = {
    elements: catalogues.flatMap(({ value }) => value.elements),
    indicators: catalogues.flatMap(({ value }) => value.indicators),
  }
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))
  const plans = written.map(({ source, value }) => {
    const plan = completePlan(value, indicators)
    places.set(plan, { source, path: [] })
    return plan
  })
  const problems = checkPlans(catalogue, plans).flatMap((finding) => locate(finding, places))
  return problems.length > 0 ? { problems } : { catalogue, plans }
}

function locate({ on, path, expectation }: Finding, places: Places): readonly PackProblem[] {
  const place = places.get(on)
  if (!place) return []
  const whole = [...place.path, ...path]
  return [
    {
      file: place.source.file,
      ...place.source.place(whole),
      field: fieldName(whole),
      expected: EXPECTATIONS[expectation],
    },
  ]
}
