import type { Form } from '../domain/form.ts'
import { coveringForms } from '../domain/form-cover.ts'
import type { Level } from '../domain/level.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Period, previousPeriod } from '../domain/period.ts'
import type { Plan, PlanLibrary } from '../domain/plan.ts'
import { formPeriodFor, listRowPlans, type RowPlan } from '../domain/progress-rows.ts'
import { remember, rememberFor } from '../domain/remember.ts'
import { isRelative } from '../domain/target-verdict.ts'
import { buildSumSpecs } from './build-sum-specs.ts'
import { countedOn, type LocalDeadlines } from './form-window.ts'
import type { AskedCounts, AskedSums } from './ports.ts'

/** A row, and where among the answers its own are. */
export interface RowQuestion {
  readonly plan: RowPlan
  /** How many sums it is made of; they follow those of the rows before it. */
  readonly specs: number
  /** Place among what is counted, and the level there. */
  readonly counted: number
  readonly level?: Level
}

/** The rows a form feeds, read for one period of it, with its units counted on a day. */
export interface FormQuestion {
  readonly form: Form
  readonly period: Period
  readonly on: LocalDate
  readonly rows: readonly RowQuestion[]
  /** Place of its reports among what is counted. */
  readonly counted: number
}

/** All that a plan's progress in a period is read from, whatever the unit; `sums` are those of `forms` and then of `before`. */
export interface ProgressQuestions {
  readonly rowPlans: readonly RowPlan[]
  readonly forms: readonly FormQuestion[]
  /** The period before, for rows whose targets ask for a change. */
  readonly before: readonly FormQuestion[]
  readonly sums: readonly AskedSums[]
  readonly counts: readonly AskedCounts[]
}

/** Returns the questions; the very same ones for the same objects, so that many units can be read together. */
export const progressQuestions = (
  library: PlanLibrary,
  local: LocalDeadlines,
  plan: Plan,
  period: Period,
): ProgressQuestions => questionsOf(library)(local)(plan)(period)

const questionsOf = rememberFor((library: PlanLibrary) =>
  rememberFor((local: LocalDeadlines) =>
    rememberFor((plan: Plan) =>
      remember((period: Period) =>
        buildQuestions(library, local, listRowPlans(plan, library.indicator, period), period),
      ),
    ),
  ),
)

function buildQuestions(
  library: PlanLibrary,
  local: LocalDeadlines,
  rowPlans: readonly RowPlan[],
  period: Period,
): ProgressQuestions {
  const sums: AskedSums[] = []
  const counts: AskedCounts[] = []
  const ask = (form: Form, of: Period, on: LocalDate, plans: readonly RowPlan[]): FormQuestion => {
    const asked = { kind: form.for.kind, period: of, on }
    const prepared = plans.map((plan, place) => ({ plan, specs: buildSumSpecs(plan, String(place)) }))
    sums.push({ ...asked, specs: prepared.flatMap(({ specs }) => specs) })
    const count = (levels: readonly Level[]): number =>
      counts.push({ ...askedCounts(library, form, of, on), levels }) - 1
    const counted = count(form.for.levels)
    const ofLevels = remember((key: string) => count(owing(form, key.split(' ') as Level[])))
    const rows = prepared.map(({ plan, specs }) => {
      const levels = levelsOf(plan)
      const place = levels.length > 1 ? ofLevels(levels.join(' ')) : counted
      return { plan, specs: specs.length, counted: place, ...(levels.length === 1 && { level: levels[0] }) }
    })
    return { form, period: of, on, rows, counted }
  }
  const forms = [...new Set(rowPlans.map(({ form }) => form))].map((form) => {
    const own = formPeriodFor(form, period)
    return ask(
      form,
      own,
      countedOn(form, own, local),
      rowPlans.filter((plan) => plan.form === form),
    )
  })
  const before = forms.flatMap(({ form, period: own, on, rows }) => {
    const relative = rows.map(({ plan }) => plan).filter(asksForChange)
    return relative.length === 0 ? [] : [ask(form, previousPeriod(own), on, relative)]
  })
  return { rowPlans, forms, before, sums, counts }
}

/** Returns what to count for the reports of a form. */
export const askedCounts = (
  { plans }: Pick<PlanLibrary, 'plans'>,
  form: Form,
  period: Period,
  on: LocalDate,
): AskedCounts => ({
  form: form.code,
  covering: coveringForms(plans, form),
  ...{ kind: form.for.kind, levels: form.for.levels, period, on },
})

const asksForChange = ({ targets }: RowPlan): boolean =>
  targets.some(({ comparator }) => isRelative(comparator))

/** Only schools teach levels: a level of a commune's row names its subject. */
const levelsOf = (row: RowPlan): readonly Level[] => (row.form.for.kind === 'school' ? row.levels : [])

const owing = (form: Form, levels: readonly Level[]): readonly Level[] =>
  form.for.levels.length === 0 ? levels : levels.filter((level) => form.for.levels.includes(level))
