import { type Actor, scopeFor } from '../domain/access.ts'
import type { Value } from '../domain/data-element.ts'
import type { ErrorParams } from '../domain/errors.ts'
import { type AnswerMap, answerMap, openLate, planForm } from '../domain/form-plan.ts'
import { getPeriod } from '../domain/period.ts'
import { checkSubmission } from '../domain/rules-check.ts'
import type { HardRule, SoftRule } from '../domain/type-check.ts'
import type { RevisionRow, SubmissionRow } from './ports.ts'
import { accepts, mayConfirm, type ReviewDeps } from './review-submission.ts'

/** A figure that differs from the revision before. */
export interface Difference {
  readonly element: string
  readonly before?: Value
  readonly after: Value
}

/** A rule the figures touch; soft ones carry the reason that was given. */
export interface TouchedRule {
  readonly element: string
  readonly rule: HardRule | SoftRule
  /** The figures it compared; `other` is the code of another element. */
  readonly params: ErrorParams
  readonly reason?: string
}

export interface ReviewItem {
  readonly row: SubmissionRow
  readonly revision: RevisionRow
  readonly values: AnswerMap
  readonly differences: readonly Difference[]
  readonly touched: readonly TouchedRule[]
  readonly missing: readonly string[]
  /** Questions whose results come later. */
  readonly toCome: number
  /** No rule touched, nothing missing but what comes later: may be accepted together with others. */
  readonly isClean: boolean
  /** accept: at the unit that accepts. confirm: handed in by a teacher, for the principal. */
  readonly decision: 'accept' | 'confirm'
}

/** Returns what the actor may decide now, worst first. */
export async function listReviews(deps: ReviewDeps, actor: Actor): Promise<readonly ReviewItem[]> {
  const waiting = await deps.database.submissions.list(scopeFor(actor, 'review-submission'), {
    states: ['confirmed'],
  })
  const toConfirm = await deps.database.submissions.list(scopeFor(actor, 'confirm-submission'), {
    states: ['submitted'],
  })
  const items: ReviewItem[] = []
  for (const row of waiting) {
    if (await accepts(deps, actor, row, 'review-submission'))
      items.push(await reviewItem(deps, row, 'accept'))
  }
  for (const row of toConfirm) {
    if (await mayConfirm(deps, actor, row)) items.push(await reviewItem(deps, row, 'confirm'))
  }
  return items.sort((a, b) => weight(b) - weight(a) || a.row.unitName.localeCompare(b.row.unitName, 'vi'))
}

/** Rules weigh more than gaps, gaps more than changes. */
const weight = ({ touched, missing, differences }: ReviewItem): number =>
  touched.length * 100 + missing.length * 10 + differences.length

/** Returns a submission as its reviewer sees it: its newest revision against the one before and last period. */
export async function reviewItem(
  deps: ReviewDeps,
  row: SubmissionRow,
  decision: ReviewItem['decision'],
): Promise<ReviewItem> {
  const [revision, before] = await deps.database.submissions.revisions(row.id)
  if (!revision) throw new Error(`submission ${row.id} is ${row.state} without a revision`)
  const values = answerMap(revision.values)
  const planned = planForm(deps.library.form(row.form).form, row.unitLevels)
  const elements = planned.flatMap(({ asks }) => asks)
  const last = await deps.database.submissions.lastValues(row.unit, elements, getPeriod(row.period))
  const touched = touchedRules(
    deps,
    row,
    revision,
    new Map([...last].map(([element, { value }]) => [element, value])),
  )
  const missing = revision.values
    .filter(({ value }) => value.kind === 'missing')
    .map(({ element }) => element)
  const differences = before ? differ(answerMap(before.values), values) : []
  return {
    row,
    revision,
    values,
    differences,
    touched,
    missing,
    toCome: openLate(planned, values).length,
    isClean: touched.length === 0 && missing.length === 0,
    decision,
  }
}

function touchedRules(
  deps: ReviewDeps,
  row: SubmissionRow,
  revision: RevisionRow,
  last: ReadonlyMap<string, Value>,
): readonly TouchedRule[] {
  const { form } = deps.library.form(row.form)
  const answers = new Map(revision.values.map(({ element, value }) => [element, value]))
  const elements = new Map([...answers.keys()].map((code) => [code, deps.library.element(code)]))
  const reasons = new Map(revision.values.map(({ element, reason }) => [element, reason]))
  const { hard, soft } = checkSubmission({ form, elements, answers, last })
  return [...hard, ...soft].map(({ element, rule, params }) => {
    const reason = reasons.get(element)
    return { element, rule, params, ...(reason !== undefined && { reason }) }
  })
}

function differ(before: AnswerMap, after: AnswerMap): readonly Difference[] {
  return Object.entries(after)
    .filter(([element, value]) => JSON.stringify(before[element]) !== JSON.stringify(value))
    .map(([element, value]) => ({
      element,
      after: value,
      ...(before[element] && { before: before[element] }),
    }))
}
