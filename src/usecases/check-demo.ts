import { DomainError } from '../domain/errors.ts'
import type { InstallationStore } from './ports.ts'

const KEY = 'demo'

/** True when the database holds the made-up people and figures of the demo. */
export const isDemo = async (installation: Pick<InstallationStore, 'setting'>): Promise<boolean> =>
  (await installation.setting(KEY)) === true

export const markDemo = (installation: Pick<InstallationStore, 'setSetting'>): Promise<void> =>
  installation.setSetting(KEY, true)

/** Throws database-is-demo when real people (a bot with a token) would meet made-up figures. */
export async function requireNoDemo(installation: Pick<InstallationStore, 'setting'>): Promise<void> {
  if (await isDemo(installation)) throw new DomainError('database-is-demo')
}
