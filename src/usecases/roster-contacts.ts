import type { InstallationStore } from './ports.ts'

/** Head of a unit as the roster names them; the phone only as a hash, to be matched with a shared contact. */
export interface RosterContact {
  readonly name?: string
  readonly phoneHash?: string
}

const KEY = 'roster.contacts'

/** Returns the contacts of the last roster by unit code; empty before the first. */
export async function readRosterContacts(
  installation: Pick<InstallationStore, 'setting'>,
): Promise<ReadonlyMap<string, RosterContact>> {
  const stored = (await installation.setting(KEY)) as Readonly<Record<string, RosterContact>> | undefined
  return new Map(Object.entries(stored ?? {}))
}

export async function writeRosterContacts(
  installation: Pick<InstallationStore, 'setSetting'>,
  contacts: ReadonlyMap<string, RosterContact>,
): Promise<void> {
  await installation.setSetting(KEY, Object.fromEntries(contacts))
}
