import { systemScope } from '../../domain/access.ts'
import type { ProgressRow } from '../../domain/digest.ts'
import { UNIT_VIEWS, type UnitView } from '../../domain/org-unit.ts'
import { getPeriod } from '../../domain/period.ts'
import { renderStatus } from '../../i18n/row-text.ts'
import type { T } from '../../i18n/texts.ts'
import { getProgress } from '../../usecases/get-progress.ts'
import { type CliCommand, findOption, requireOption, UsageError, writeJson } from '../command.ts'
import { getUnitByCode } from '../get-unit-by-code.ts'
import { rowLine } from '../row-line.ts'

/** Prints the values a unit reached in a period, indicator by indicator. */
export const progress: CliCommand = {
  name: 'progress',
  usage: '--unit CODE --period PERIOD [--plan CODE] [--as now|then] [--json]',
  about: 'cli:about.progress',
  options: {
    unit: { type: 'string' },
    period: { type: 'string' },
    plan: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(open, args, io, t) {
    const code = requireOption(args, 'unit')
    const period = getPeriod(requireOption(args, 'period'))
    const context = await open()
    const unit = await getUnitByCode(context.database, code)
    const plan = findOption(args, 'plan')
    const view = viewOf(findOption(args, 'as'))
    const wanted = {
      scope: systemScope,
      unit: unit.id,
      period,
      view,
      now: context.clock.now(),
      ...(plan && { plan }),
    }
    const found = await getProgress({ ...context, ...context.database }, wanted)
    if (args.options.json === true) {
      writeJson(io, found)
      return 0
    }
    const { reported, accepted, expected } = found
    const title = view === 'now' ? 'cli:progress.title-now' : 'cli:progress.title'
    io.out(t(title, { unit: found.unit.name, period, reported, accepted, expected }))
    for (const row of found.rows) for (const line of rowLines(t, row)) io.out(line)
    return 0
  },
}

function viewOf(option = 'then'): UnitView {
  const view = UNIT_VIEWS.find((each) => each === option)
  if (view === undefined) throw new UsageError(`--as ${option}`)
  return view
}

/** The figure with its counts and reports, then each target that judges it, with its citation. */
function rowLines(t: T, row: ProgressRow): readonly string[] {
  const targets = [row.floor, row.aim].filter((target) => target !== undefined)
  return [
    rowLine(t, row),
    ...targets.map((target) =>
      t('cli:progress.target', {
        ...{ due: target.due[t.locale], comparator: target.comparator, printed: target.printed[t.locale] },
        ...{ status: renderStatus(t, target.status), ...target.citation },
      }),
    ),
  ]
}
