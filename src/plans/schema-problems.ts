import type { z } from 'zod'
import { fieldName, type PackProblem } from '../domain/pack-problem.ts'
import type { Text } from '../domain/text.ts'
import { EXPECTATIONS, findExpectation, oneOf } from './expectations.ts'
import type { Path, Source } from './source.ts'

type Issue = z.core.$ZodIssue

const SHAPES: Readonly<Record<string, Text>> = {
  object: EXPECTATIONS['fields-shape'],
  array: EXPECTATIONS['list-shape'],
  tuple: EXPECTATIONS['list-shape'],
}

const stepsOf = (issue: Issue): Path =>
  issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))

function sentenceOf(issue: Issue, isMissing: boolean): Text {
  if (isMissing) return EXPECTATIONS.required
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String))
  if (issue.code === 'invalid_union') return EXPECTATIONS.kind
  if (issue.code === 'invalid_type') return SHAPES[issue.expected] ?? EXPECTATIONS['text-shape']
  return findExpectation(issue.message) ?? EXPECTATIONS['text-shape']
}

/** Of a union, the branch the writer meant: one that fails further inside, else one whose outer shape fits what was written. */
function branchOf(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || findExpectation(issue.message)) return [issue]
  const meant =
    issue.errors.find((branch) => branch.every(({ path }) => path.length > 0)) ??
    issue.errors.find((branch) => branch.every(({ code }) => code !== 'invalid_type')) ??
    issue.errors[0]
  if (!meant) return [issue]
  return meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] })).flatMap(branchOf)
}

/** Unknown fields are reported one by one, each where it stands. */
function placesOf(issue: Issue): readonly { path: Path; isUnknown: boolean }[] {
  const path = stepsOf(issue)
  if (issue.code !== 'unrecognized_keys') return [{ path, isUnknown: false }]
  return issue.keys.map((key) => ({ path: [...path, key], isUnknown: true }))
}

/** Returns what the schema found wrong in a file, with line, column and a sentence for each. */
export function schemaProblems(source: Source, issues: readonly Issue[]): readonly PackProblem[] {
  return issues.flatMap(branchOf).flatMap((issue) =>
    placesOf(issue).map(({ path, isUnknown }) => {
      const place = source.place(path)
      const isMissing = !isUnknown && path.length > 0 && place.found === '' && issue.code !== 'custom'
      return {
        file: source.file,
        ...place,
        field: fieldName(path),
        expected: isUnknown ? EXPECTATIONS['unknown-field'] : sentenceOf(issue, isMissing),
      }
    }),
  )
}
