import type { Actions } from '../control-context.ts'
import { ControlError } from '../errors.ts'
import { exportSession } from './export-session.ts'
import { plain } from './literal.ts'
import { replaySession } from './replay.ts'
import { getSession, saveSession } from './session-store.ts'

/** What the page does with sessions. */
export const SESSION_ACTIONS: Actions = {
  'save-session': ({ world }, { name }) => {
    const { acts } = world.state
    if (acts.length === 0) throw new ControlError('nothing has been done yet')
    saveSession(world.dataDir, { name: String(name), acts })
    return { acts: acts.length }
  },
  'replay-session': async (context, { name }) => {
    const { acts } = getSession(context.world.dataDir, name)
    await replaySession(context, acts)
    return { acts: acts.length }
  },
  'export-session': ({ world }, { name }) => {
    const session = getSession(world.dataDir, name)
    return { fileName: `${plain(session.name)}.test.ts`, text: exportSession(session, world.file) }
  },
}
