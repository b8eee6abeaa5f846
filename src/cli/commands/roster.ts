import type { RosterProblem } from '../../domain/roster.ts'
import type { T } from '../../i18n/texts.ts'
import { loadRoster, type RosterChange, type RosterLoad } from '../../usecases/load-roster.ts'
import { type CliCommand, type CliIo, UsageError, writeJson } from '../command.ts'

/** Loads the list of units and their heads; with anything wrong, none of it. */
export const rosterLoad: CliCommand = {
  name: 'roster load',
  usage: 'FILE [--preview] [--json]',
  about: 'cli:about.roster-load',
  options: { preview: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(open, args, io, t) {
    const [path] = args.rest
    if (path === undefined) throw new UsageError('FILE')
    const onProgress = (done: number, total: number) => {
      if (done < total) io.err(t('cli:roster.progress', { done, total }))
    }
    const file = { bytes: await io.readFile(path), apply: args.options.preview !== true, onProgress }
    const load = await loadRoster(await open(), 'cli', file)
    if (args.options.json === true) writeJson(io, load)
    else report(load, io, t)
    return load.problems.length > 0 ? 1 : 0
  },
}

function report(load: RosterLoad, io: CliIo, t: T): void {
  for (const problem of load.problems) io.err(renderProblem(problem, t))
  if (load.problems.length > 0) {
    io.err(t('cli:roster.nothing-loaded', { count: load.problems.length }))
    return
  }
  for (const change of load.created) io.out(t('cli:roster.new', placeOf(change)))
  for (const change of load.changed)
    io.out(t('cli:roster.changed', { ...placeOf(change), what: renderChanged(change, t) }))
  for (const { code, name } of load.missing) io.out(t('cli:roster.missing', { code, name }))
  const { unchanged, people } = load
  const counts = { created: load.created.length, changed: load.changed.length, unchanged, people }
  io.out(t(load.isApplied ? 'cli:roster.applied' : 'cli:roster.previewed', counts))
}

const placeOf = ({ row, code, name }: RosterChange) => ({ row, code, name })

const renderChanged = ({ changed }: RosterChange, t: T): string =>
  changed.map((field) => t(`cli:roster.field.${field}`)).join(', ')

/** Returns the row, the column by its Vietnamese or English name, and what is wrong there. */
export const renderProblem = ({ row, column, kind, found }: RosterProblem, t: T): string =>
  t(`cli:roster.problem.${kind}`, { row, column: t(`cli:roster.column.${column}`), found })

/** Writes the empty list to fill in. */
export const rosterTemplate: CliCommand = {
  name: 'roster template',
  usage: 'FILE',
  about: 'cli:about.roster-template',
  options: {},
  async run(open, args, io, t) {
    const [path] = args.rest
    if (path === undefined) throw new UsageError('FILE')
    await io.writeFile(path, await (await open()).rosterFile.build(t.locale))
    io.out(t('cli:roster.template-written', { path }))
    return 0
  },
}
