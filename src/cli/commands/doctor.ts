import { systemScope } from '../../domain/access.ts'
import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { isDemo } from '../../usecases/check-demo.ts'
import { type CliCommand, type CliContext, writeJson } from '../command.ts'

interface Finding {
  readonly name: string
  readonly value: string
  readonly isFine: boolean
}

const MANY = 100_000

/** Tells what this installation is made of and whether it could work; exit status 1 when something has to be mended. */
export const doctor: CliCommand = {
  name: 'doctor',
  usage: '[--json]',
  about: 'cli:about.doctor',
  options: { json: { type: 'boolean' } },
  async run(open, args, io, t) {
    const findings = await examine(await open())
    if (args.options.json === true) writeJson(io, findings)
    else for (const { name, value, isFine } of findings) io.out(`${isFine ? '✓' : '✗'} ${name}: ${value}`)
    const isSound = findings.every(({ isFine }) => isFine)
    io.err(t(isSound ? 'cli:doctor.sound' : 'cli:doctor.unsound'))
    return isSound ? 0 : 1
  },
}

async function examine(context: CliContext): Promise<readonly Finding[]> {
  const { database, library, clock, timeZone } = context
  const now = clock.now()
  const units = await database.units.search(systemScope, '', MANY)
  const inDoubt = await database.outbox.listInDoubt(systemScope)
  const packs = await database.plans.list()
  const fine = (name: string, value: string): Finding => ({ name, value, isFine: true })
  const wanted = (name: string, count: number): Finding => ({ name, value: String(count), isFine: count > 0 })
  return [
    ...Object.entries(context.facts).map(([name, value]) => fine(name, value)),
    fine('local time', `${localDateOf(now, timeZone)} ${localTimeOf(now, timeZone)} ${timeZone}`),
    wanted('plans in use', library.plans.length),
    wanted('packs in the database', packs.length),
    wanted('units', units.length),
    fine('schools', String(units.filter(({ kind }) => kind === 'school').length)),
    fine(
      'linked groups',
      String((await database.groups.list(systemScope)).filter(({ state }) => state === 'linked').length),
    ),
    { name: 'messages in doubt', value: String(inDoubt.length), isFine: inDoubt.length === 0 },
    fine('demo', (await isDemo(database.installation)) ? 'yes' : 'no'),
  ]
}
