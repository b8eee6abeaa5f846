import { DomainError } from '../../domain/errors.ts'
import { renderError } from '../../i18n/render-error.ts'
import type { T } from '../../i18n/texts.ts'
import type { DatabaseProbe } from '../../usecases/ports.ts'
import type { OpenContext, Site } from '../command.ts'
import { examineContent } from './content.ts'
import { type Finding, Findings } from './finding.ts'
import { examineMachine, examineTelegram } from './surroundings.ts'

/** Returns what was found, from the configuration to the content; what cannot be looked at because of something else broken is left out. */
export async function examine(open: OpenContext, site: Site, t: T): Promise<readonly Finding[]> {
  const findings = new Findings(t)
  examineConfiguration(findings, site)
  await examineMachine(findings, site)
  await examineTelegram(findings, site)
  if (await examineDatabase(findings, site, t)) await examineContents(findings, open, t)
  return findings.all
}

function examineConfiguration(findings: Findings, { settings }: Site): void {
  findings.fine('version', settings.version)
  findings.fine('delivery', settings.delivery)
  if (settings.delivery === 'webhook' && !settings.isWebhookEncrypted)
    findings.broken('delivery', settings.delivery, 'webhook')
  if (settings.delivery !== 'sandbox' && settings.admins === 0)
    findings.advise('admins', settings.admins, 'admins')
  if (settings.hasSecretKey) findings.fine('secretKey', '✓')
  else findings.advise('secretKey', '–', 'secretKey')
}

/** Returns whether the bot could open it. */
async function examineDatabase(findings: Findings, { probes }: Site, t: T): Promise<boolean> {
  let probe: DatabaseProbe
  try {
    probe = await probes.database()
  } catch (error) {
    const why = error instanceof DomainError ? renderError(t, error) : reasonOf(error)
    findings.broken('database', why, 'database')
    return false
  }
  const { kind, version, bytes, isDurable, migrations } = probe
  findings.fine('database', `${kind}, PostgreSQL ${version}, ${Math.ceil(bytes / 2 ** 20)} MB`)
  if (Number.parseInt(version, 10) < OLDEST_SERVER) findings.broken('database', version, 'oldServer')
  if (isDurable) findings.fine('durability', '✓')
  else findings.broken('durability', 'fsync, synchronous_commit', 'durability')
  const { missing, unknown, broken } = migrations
  if (broken.length > 0) findings.broken('migrations', broken.join(', '), 'brokenMigration')
  else if (unknown.length > 0) findings.broken('migrations', unknown.join(', '), 'newerDatabase')
  else if (missing > 0) findings.advise('migrations', `+${missing}`, 'olderDatabase')
  else findings.fine('migrations', '✓')
  return broken.length + unknown.length === 0
}

const OLDEST_SERVER = 15

async function examineContents(findings: Findings, open: OpenContext, t: T): Promise<void> {
  try {
    await examineContent(findings, await open(), t)
  } catch (error) {
    const why = error instanceof DomainError ? renderError(t, error) : reasonOf(error)
    findings.broken('content', why, 'content')
  }
}

/** The driver's message may hold the address, not the password; its code says enough. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
