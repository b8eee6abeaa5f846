import { systemScope } from '../../domain/access.ts'
import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import type { T } from '../../i18n/texts.ts'
import { isDemo } from '../../usecases/check-demo.ts'
import type { CliContext } from '../command.ts'
import type { Findings } from './finding.ts'

const MANY = 100_000

/** Looks at what the bot works with: plans, units, groups, messages in doubt. */
export async function examineContent(findings: Findings, context: CliContext, t: T): Promise<void> {
  const { database, library, clock, timeZone } = context
  const now = clock.now()
  findings.fine('localTime', `${localDateOf(now, timeZone)} ${localTimeOf(now, timeZone)} ${timeZone}`)
  if (library.plans.length > 0) findings.fine('plans', library.plans.length)
  else findings.broken('plans', 0, 'plans')
  const units = await database.units.search(systemScope, '', MANY)
  const schools = units.filter(({ kind }) => kind === 'school').length
  findings.fine('units', units.length)
  if (schools > 0) findings.fine('schools', schools)
  else findings.advise('schools', 0, 'roster')
  const groups = await database.groups.list(systemScope)
  findings.fine('groups', groups.filter(({ state }) => state === 'linked').length)
  const inDoubt = (await database.outbox.listInDoubt(systemScope)).length
  if (inDoubt === 0) findings.fine('inDoubt', 0)
  else findings.broken('inDoubt', inDoubt, 'inDoubt')
  findings.fine('demo', t((await isDemo(database.installation)) ? 'common:yes' : 'common:no'))
}
