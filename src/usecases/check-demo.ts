import { DomainError } from '../domain/errors.ts'
import type { InstallationStore, Stores } from './ports.ts'

const KEY = 'demo'

/** True when the database holds the made-up people and figures of the demo. */
export const isDemo = async (installation: Pick<InstallationStore, 'setting'>): Promise<boolean> =>
  (await installation.setting(KEY)) === true

export const markDemo = (installation: Pick<InstallationStore, 'setSetting'>): Promise<void> =>
  installation.setSetting(KEY, true)

/** Throws database-is-demo when real people (a bot with a token) would meet made-up figures; that it was tried is audited there. */
export async function requireNoDemo(
  { installation, audit }: Pick<Stores, 'installation' | 'audit'>,
  at: Date,
): Promise<void> {
  if (!(await isDemo(installation))) return
  const after = { why: 'database-is-demo' }
  await audit.append({ at, actor: 'system', action: 'refused', subject: 'start:real-token', after })
  throw new DomainError('database-is-demo')
}
