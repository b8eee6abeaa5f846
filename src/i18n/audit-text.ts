import { isAuditAction } from '../domain/audit-action.ts'
import type { T } from './texts.ts'

/** What the texts say of an entry. */
interface Entry {
  readonly actor: string
  readonly actorName?: string
  readonly action: string
}

/** Returns what was done in words; the bare code for what has none. */
export const renderAction = (t: T, action: string): string =>
  isAuditAction(action) ? t(`operate:audit.action.${action}`) : action

/** Returns who did it; a person forgotten since keeps an id. */
export function renderActor(t: T, { actor, actorName }: Entry): string {
  if (actor === 'system') return t('operate:audit.system')
  return actor === 'cli' ? t('operate:audit.cli') : (actorName ?? actor)
}

/** Returns what was or is, as it was written down; empty for nothing. */
export const renderRecorded = (recorded: unknown): string =>
  recorded === undefined || recorded === null ? '' : JSON.stringify(recorded)
