import type { PackProblem } from '../../domain/pack-problem.ts'
import type { Plan } from '../../domain/plan.ts'
import { type ListDiff, PLAN_PARTS } from '../../domain/plan-diff.ts'
import type { T } from '../../i18n/texts.ts'
import type { PackCheck, PlanChange } from '../../usecases/check-pack.ts'
import type { PlansLoaded } from '../../usecases/load-plans.ts'
import { lines, type View } from './view.ts'

const MOST_FAULTS = 12
const MOST_NAMES = 12

/** The plans in use, and how to bring another. */
export const planListView = (t: T, plans: readonly Plan[]): View => ({
  text: lines(
    t('operate:plans.title', { count: plans.length }),
    '',
    ...plans.map((plan) =>
      t.html('operate:plans.row', {
        code: plan.code,
        key: plan.key,
        title: plan.shortTitle[t.locale],
        term: plan.term.printed[t.locale],
        targets: plan.targets.length,
        duties: plan.duties.length,
        forms: plan.forms.length,
      }),
    ),
    '',
    t('operate:plans.send'),
  ),
})

/** What is wrong with a file, by line and field. */
export const packFaultsView = (t: T, problems: readonly PackProblem[]): View => ({
  text: lines(
    t('operate:plans.faulty', { count: problems.length }),
    '',
    ...problems.slice(0, MOST_FAULTS).map(({ file, line, field, found, expected }) =>
      t.html('operate:plans.fault', {
        file,
        line,
        field: shortened(field),
        found: shortened(found),
        expected: expected[t.locale],
      }),
    ),
    problems.length > MOST_FAULTS
      ? t('operate:plans.more-faults', { count: problems.length - MOST_FAULTS })
      : undefined,
  ),
})

/** What loading would change, before it is done. */
export const packPreview = (t: T, check: Extract<PackCheck, { kind: 'sound' }>): string =>
  lines(
    t('operate:plans.preview'),
    ...check.changes.flatMap((change) => changeLines(t, change)),
    check.changesCatalogue ? t('operate:plans.catalogue') : undefined,
    '',
    t('operate:plans.no-undo'),
  )

export const packLoadedText = (t: T, { loaded, unitsCreated }: PlansLoaded): string =>
  t.html('operate:plans.loaded', { codes: loaded.join(', '), units: unitsCreated })

function changeLines(t: T, { plan, isNew, diff }: PlanChange): readonly string[] {
  const title = t.html(isNew ? 'operate:plans.new' : 'operate:plans.changed', {
    key: plan.key,
    title: plan.shortTitle[t.locale],
  })
  const parts = PLAN_PARTS.filter((part) => Object.values(diff[part]).some((names) => names.length > 0))
  return [
    '',
    title,
    ...parts.map((part) => {
      const { added, removed, changed } = diff[part]
      const counts = { added: added.length, removed: removed.length, changed: changed.length }
      return t.html('operate:plans.diff', {
        part: t(`operate:plans.part.${part}`),
        ...counts,
        names: isNew ? '' : namesOf(diff[part]),
      })
    }),
  ]
}

function namesOf({ added, removed, changed }: ListDiff): string {
  const names = [
    ...removed.map((name) => `−${name}`),
    ...changed.map((name) => `~${name}`),
    ...added.map((name) => `+${name}`),
  ]
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown}, …` : shown
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
