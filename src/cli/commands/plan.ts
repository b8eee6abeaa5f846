import type { T } from '../../i18n/texts.ts'
import type { PackProblem, PackReading } from '../../plans/index.ts'
import { loadPlans } from '../../usecases/load-plans.ts'
import { type CliArgs, type CliCommand, type CliIo, UsageError } from '../command.ts'
import { checksumsOf } from '../pack-checksums.ts'
import { packText, readPacks } from '../read-packs.ts'

/** Reads packs and names what is wrong with them, by line and field; changes nothing. */
export const planCheck: CliCommand = {
  name: 'plan check',
  usage: 'FILE…',
  about: 'cli:about.plan-check',
  options: {},
  async run(_open, args, io, t) {
    const reading = await readNamed(args, io)
    if ('problems' in reading) return reportProblems(reading.problems, io, t)
    for (const plan of reading.plans) {
      const counts = { targets: plan.targets.length, duties: plan.duties.length, forms: plan.forms.length }
      io.out(t('cli:plan.sound', { key: plan.key, ...counts }))
    }
    if (reading.plans.length === 0)
      io.out(t('cli:plan.catalogue-sound', { elements: reading.catalogue.elements.length }))
    return 0
  },
}

/** Loads packs into the database; with anything wrong, none of them. */
export const planLoad: CliCommand = {
  name: 'plan load',
  usage: 'FILE…',
  about: 'cli:about.plan-load',
  options: {},
  async run(open, args, io, t) {
    const reading = await readNamed(args, io)
    if ('problems' in reading) return reportProblems(reading.problems, io, t)
    const context = await open()
    const packs = { ...reading, checksums: checksumsOf(reading, context.secrets) }
    const { loaded, unchanged, unitsCreated } = await loadPlans(context, 'cli', packs)
    if (loaded.length > 0) await context.reloadPlans()
    report({ loaded, unchanged, unitsCreated }, io, t)
    return 0
  },
}

async function readNamed(args: CliArgs, io: CliIo): Promise<PackReading> {
  if (args.rest.length === 0) throw new UsageError('FILE')
  const files = args.rest.map(async (path) => ({ name: path, text: packText(await io.readFile(path)) }))
  return readPacks(await Promise.all(files))
}

function reportProblems(problems: readonly PackProblem[], io: CliIo, t: T): number {
  for (const problem of problems) {
    const { file, line, column, field, found } = problem
    io.err(t('cli:plan.problem', { file, line, column, field, found, expected: problem.expected[t.locale] }))
  }
  io.err(t('cli:plan.nothing-loaded', { count: problems.length }))
  return 1
}

function report(
  { loaded, unchanged, unitsCreated }: Awaited<ReturnType<typeof loadPlans>>,
  io: CliIo,
  t: T,
): void {
  if (loaded.length > 0) io.out(t('cli:plan.loaded', { codes: loaded.join(', '), units: unitsCreated }))
  if (unchanged.length > 0) io.out(t('cli:plan.unchanged', { codes: unchanged.join(', ') }))
}
