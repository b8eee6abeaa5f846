import { systemScope } from '../../domain/access.ts'
import { getPeriod } from '../../domain/period.ts'
import { renderRowLabel, renderRowValue } from '../../i18n/row-text.ts'
import { getProgress } from '../../usecases/get-progress.ts'
import { type CliCommand, findOption, requireOption, writeJson } from '../command.ts'
import { getUnitByCode } from '../get-unit-by-code.ts'

/** Prints the values a unit reached in a period, indicator by indicator. */
export const progress: CliCommand = {
  name: 'progress',
  usage: '--unit CODE --period PERIOD [--plan CODE] [--json]',
  about: 'cli:about.progress',
  options: {
    unit: { type: 'string' },
    period: { type: 'string' },
    plan: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(open, args, io, t) {
    const code = requireOption(args, 'unit')
    const period = getPeriod(requireOption(args, 'period'))
    const context = await open()
    const unit = await getUnitByCode(context.database, code)
    const plan = findOption(args, 'plan')
    const wanted = {
      scope: systemScope,
      unit: unit.id,
      period,
      now: context.clock.now(),
      ...(plan && { plan }),
    }
    const found = await getProgress({ ...context, ...context.database }, wanted)
    if (args.options.json === true) {
      writeJson(io, found)
      return 0
    }
    const { reported, accepted, expected } = found
    io.out(t('cli:progress.title', { unit: unit.name, period, reported, accepted, expected }))
    for (const row of found.rows) {
      const texts = { label: renderRowLabel(t, row), value: renderRowValue(t, row, 'full') }
      io.out(t('cli:progress.row', texts))
    }
    return 0
  },
}
