import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ControlError } from '../errors.ts'
import type { Act } from '../world-event.ts'

/** What someone did in the sandbox, from its first moment on. */
export interface Session {
  name: string
  acts: Act[]
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,59}$/u

/** Keeps a session in `<dataDir>/sessions`. Throws: ControlError for a name no file can have. */
export function saveSession(dataDir: string, session: Session): void {
  mkdirSync(join(dataDir, 'sessions'), { recursive: true })
  writeFileSync(pathOf(dataDir, session.name), `${JSON.stringify(session, null, 2)}\n`)
}

/** Returns a session by its name. Throws: ControlError 404. */
export function getSession(dataDir: string, name: unknown): Session {
  const path = pathOf(dataDir, String(name))
  if (!existsSync(path)) throw new ControlError(`no session ${String(name)}`, 404)
  return JSON.parse(readFileSync(path, 'utf8')) as Session
}

/** Returns the names of the sessions kept. */
export function listSessions(dataDir: string): string[] {
  const folder = join(dataDir, 'sessions')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.map((name) => name.slice(0, -'.json'.length)).sort()
}

function pathOf(dataDir: string, name: string): string {
  if (!NAME.test(name))
    throw new ControlError('a session has a name of up to 60 letters, digits, spaces, _ . -')
  return join(dataDir, 'sessions', `${name}.json`)
}
