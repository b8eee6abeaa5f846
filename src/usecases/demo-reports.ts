import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import { makeDemoFigures } from '../domain/demo-figures.ts'
import { addDays, instantOf, type LocalDate, toLocalDate } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { getPeriod, type Period, periodEnd, periodParts } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildReceipt } from '../domain/receipt.ts'
import { createSeededRandom, type SeededRandom } from '../domain/seeded-random.ts'
import { isReported, type SubmissionState } from '../domain/submission.ts'
import type { DemoCast } from './demo-people.ts'
import type { DemoReports } from './demo-world.ts'
import { findAcceptor, type PlanForm } from './form-access.ts'
import type { ImportedSubmission, RevisionRow, Stores } from './ports.ts'

export interface DemoWriting {
  readonly library: PlanLibrary
  readonly units: ReadonlyMap<string, OrgUnit>
  readonly cast: DemoCast
  readonly timeZone: string
  readonly now: Date
  readonly today: LocalDate
}

interface Report extends PlanForm {
  readonly unit: OrgUnit
  readonly period: Period
  readonly state: SubmissionState
  readonly reason?: string
}

/** Writes one form's reports of one period, each as its people would have: filled, submitted, confirmed, reviewed. */
export async function saveDemoReports(
  stores: Stores,
  writing: DemoWriting,
  reports: DemoReports,
): Promise<number> {
  const form = writing.library.form(reports.form)
  const period = getPeriod(reports.period)
  const acceptors = new Map<string, OrgUnitId>()
  const wanted = listReports(writing, form, period, reports)
  const built: ImportedSubmission[] = []
  for (const report of wanted) {
    const key = report.unit.levels.join()
    const acceptor = acceptors.get(key) ?? (await findAcceptor(stores, form, report.unit.levels))
    acceptors.set(key, acceptor)
    built.push(buildReport(writing, report, acceptor))
  }
  await stores.submissions.importAll(built)
  return wanted.length
}

function listReports(
  { units }: DemoWriting,
  form: PlanForm,
  period: Period,
  { accepted, confirmed, submitted, returned, draft }: DemoReports,
): readonly Report[] {
  const report = (code: string, state: SubmissionState): Report => {
    const unit = units.get(code)
    if (!unit) throw new Error(`world: ${code} reports and is no unit`)
    return { ...form, unit, period, state }
  }
  return [
    ...accepted.map((code) => report(code, 'accepted')),
    ...confirmed.map((code) => report(code, 'confirmed')),
    ...submitted.map((code) => report(code, 'submitted')),
    ...returned.map(({ unit, reason }) => ({ ...report(unit, 'returned'), reason })),
    ...draft.map((code) => report(code, 'draft')),
  ]
}

function buildReport(writing: DemoWriting, report: Report, acceptor: OrgUnitId): ImportedSubmission {
  const { form, unit, period, state } = report
  const random = createSeededRandom(`${form.code} ${unit.code} ${period}`)
  const reviewer = writing.cast.find('officer', acceptor)
  const author = authorOf(writing, report) ?? reviewer
  if (!author || !reviewer) throw new Error(`world: nobody can report for ${unit.code} or review it`)
  const at = filledAt(writing, report, random)
  const answers = answersOf(writing, report, author, at)
  const row = { form: form.code, formVersion: form.version, unit: unit.id, period, state, answers, at }
  return state === 'draft'
    ? row
    : { ...row, revision: buildRevision(writing, report, { author, reviewer, at, random }) }
}

/** A teacher where the principal has still to confirm; the principal otherwise. */
function authorOf({ cast }: DemoWriting, { unit, state }: Report): PersonId | undefined {
  const roles =
    state === 'submitted' ? (['teacher', 'principal'] as const) : (['principal', 'contributor'] as const)
  return roles.map((role) => cast.find(role, unit.id)).find((person) => person !== undefined)
}

function answersOf(writing: DemoWriting, report: Report, by: PersonId, at: Date) {
  const figures = [...makeDemoFigures(writing.library, report)]
  const answered = report.state === 'draft' ? figures.slice(0, Math.ceil(figures.length / 2)) : figures
  return answered.map(([element, value]) => ({ element, value, by, at }))
}

interface Sent {
  readonly author: PersonId
  readonly reviewer: PersonId
  readonly at: Date
  readonly random: SeededRandom
}

function buildRevision(
  writing: DemoWriting,
  report: Report,
  sent: Sent,
): NonNullable<ImportedSubmission['revision']> {
  const { author, reviewer, at, random } = sent
  const bytes = Uint8Array.from({ length: 4 }, () => random.whole(0, 255))
  return {
    submittedBy: author,
    submittedAt: at,
    source: author === reviewer ? 'on-behalf' : 'chat',
    receipt: buildReceipt(report.plan.code, report.period, bytes),
    isCounted: isReported(report.state),
    reviews: listReviews(writing, report, sent),
  }
}

function listReviews(
  writing: DemoWriting,
  { state, unit, reason }: Report,
  sent: Sent,
): RevisionRow['reviews'] {
  const { author, reviewer, at, random } = sent
  const submitted = { outcome: 'submitted', by: author, at }
  if (state === 'submitted') return [submitted]
  const confirmed = {
    outcome: 'confirmed',
    by: writing.cast.find('principal', unit.id) ?? author,
    at: laterBy(at, 1),
  }
  if (state === 'confirmed') return [submitted, confirmed]
  const reviewedAt = Math.min(at.getTime() + random.whole(2, 40) * HOUR_MS, writing.now.getTime() - HOUR_MS)
  const reviewed = {
    outcome: state,
    by: reviewer,
    at: new Date(reviewedAt),
    ...(reason !== undefined && { reason }),
  }
  return [submitted, confirmed, reviewed]
}

/** Reviews are told in the order of their moments. */
const laterBy = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

const HOUR_MS = 3_600_000

/** A working hour in the three weeks before the form was due, or before today if that comes first. */
function filledAt({ today, timeZone }: DemoWriting, { form, period }: Report, random: SeededRandom): Date {
  const year = periodParts(period).year
  const due = form.dueOn === undefined ? periodEnd(period) : toLocalDate(`${year}-${form.dueOn}`)
  const last = due < today ? due : today
  const day = addDays(last, -random.whole(1, 20))
  const [hour, minute] = [random.whole(8, 16), random.whole(0, 59)].map((part) =>
    String(part).padStart(2, '0'),
  )
  return instantOf(day, `${hour}:${minute}`, timeZone)
}
