import { systemScope } from '../../domain/access.ts'
import { getPeriod } from '../../domain/period.ts'
import { collectFigures } from '../../usecases/collect-figures.ts'
import { type CliCommand, findOption, requireOption } from '../command.ts'
import { getUnitByCode } from '../get-unit-by-code.ts'

/** Writes a unit's period into a workbook: every unit's figures, the indicators, and how complete it is. */
export const exportFigures: CliCommand = {
  name: 'export',
  usage: '--unit CODE --period PERIOD --out FILE.xlsx [--plan CODE]',
  about: 'cli:about.export',
  options: {
    unit: { type: 'string' },
    period: { type: 'string' },
    out: { type: 'string' },
    plan: { type: 'string' },
  },
  async run(open, args, io, t) {
    const [code, out] = [requireOption(args, 'unit'), requireOption(args, 'out')]
    const period = getPeriod(requireOption(args, 'period'))
    const context = await open()
    const unit = await getUnitByCode(context.database, code)
    const plan = findOption(args, 'plan')
    const wanted = { scope: systemScope, unit: unit.id, period, now: context.clock.now() }
    const deps = { ...context, ...context.database }
    const figures = await collectFigures(deps, { ...wanted, ...(plan && { plan }) })
    await io.writeFile(out, await context.reportWriter.write(figures, t.locale))
    const units = figures.forms.reduce((count, form) => count + form.units.length, 0)
    io.out(t('cli:export.done', { path: out, forms: figures.forms.length, units }))
    return 0
  },
}
