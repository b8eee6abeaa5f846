import type { Digest, ProgressRow } from '../../domain/digest.ts'
import { isoWeekOf } from '../../domain/iso-week.ts'
import { localDateOf, toLocalDate } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { renderJudged } from '../../i18n/row-text.ts'
import type { T } from '../../i18n/texts.ts'
import { buildDigest } from '../../usecases/build-digest.ts'
import { digestDeps } from '../../usecases/gather-reads.ts'
import { type CliCommand, type CliIo, findOption, requireOption, writeJson } from '../command.ts'
import { getUnitByCode } from '../get-unit-by-code.ts'
import { rowLine } from '../row-line.ts'

/** Shows what a group of the unit would get this week, without sending or keeping anything. */
export const digestPreview: CliCommand = {
  name: 'digest preview',
  usage: '--unit CODE [--week 2026-W50] [--png FILE] [--json]',
  about: 'cli:about.digest-preview',
  options: {
    unit: { type: 'string' },
    week: { type: 'string' },
    png: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(open, args, io, t) {
    const code = requireOption(args, 'unit')
    const context = await open()
    const unit = await getUnitByCode(context.database, code)
    const now = context.clock.now()
    const week = findOption(args, 'week') ?? isoWeekOf(localDateOf(now, context.timeZone))
    const digest = await buildDigest(digestDeps(context), { unit: unit.id, week, now })
    const png = findOption(args, 'png')
    if (png !== undefined) await io.writeFile(png, await context.renderer.render(digest, t.locale))
    if (args.options.json === true) writeJson(io, digest)
    else print(digest, io, t)
    return 0
  },
}

/** Officials read it before a group does: nothing is hidden here. */
function print(digest: Digest, io: CliIo, t: T): void {
  const { week, period, reported, accepted, expected, deadlines, toDecide } = digest
  io.out(t('cli:digest.title', { unit: digest.unit.name, week, period, reported, accepted, expected }))
  printRows('cli:digest.behind', digest.behind, io, t)
  printRows('cli:digest.reached', digest.reached, io, t)
  printRows('cli:digest.undecided', digest.undecided, io, t)
  io.out(t('cli:digest.to-decide', { ...toDecide }))
  for (const { form, period: of, dueOn, missing } of deadlines) {
    const on = renderDate(toLocalDate(dueOn), t.locale)
    io.out(t('cli:digest.deadline', { form: form[t.locale], period: of, dueOn: on, missing }))
  }
  if (digest.isQuiet) io.out(t('cli:digest.quiet'))
}

type Heading = 'cli:digest.behind' | 'cli:digest.reached' | 'cli:digest.undecided'

function printRows(heading: Heading, rows: readonly ProgressRow[], io: CliIo, t: T): void {
  if (rows.length === 0) return
  io.out(t(heading, { total: rows.length }))
  for (const row of rows) {
    const target = row.floor ?? row.aim
    io.out(`  ${rowLine(t, row)}${target ? ` – ${renderJudged(t, target)}` : ''}`)
  }
}
