import { readFileSync } from 'node:fs'
import { parseDemoWorld } from '../../src/usecases/demo-world.ts'
import { type Cast, WORLD_FILE } from '../faults/cast.ts'
import type { Filler } from '../faults/filler.ts'
import { Officer } from '../faults/office.ts'
import type { Behaviour } from '../faults/person.ts'
import type { Shown } from '../faults/screens.ts'
import type { SandboxProcess } from './sandbox-process.ts'

const MOST_INPUTS = 60

/** What the product is for, once through: getting in, submitting, reviewing, asking, the digest, looking after it. */
export async function playSixSteps(sandbox: SandboxProcess, cast: Cast): Promise<void> {
  const [filler] = cast.fillers(1)
  const [officer = 0] = cast.officers
  const [group = 0] = cast.groups
  if (!filler) throw new Error('nobody fills a form')
  await getIn(sandbox)
  await play(sandbox, filler, () => filler.isHandedIn)
  const unit = cast.unitName(filler.unitCode)
  const isAccepted = ({ text, buttons }: Shown) =>
    text.includes(unit) && buttons.some(({ data }) => data.startsWith('r:undo'))
  await play(sandbox, new Officer(officer, []), isAccepted)
  for (const text of [
    'Chỉ tiêu trường mầm non đạt chuẩn quốc gia năm 2030?',
    'thế còn năm 2025?',
    'học phí là bao nhiêu?',
  ])
    await sandbox.give('messages', { personId: officer, text })
  await sandbox.post('clock', { to: '2026-12-07T07:00:05+07:00' })
  await sandbox.next(group)
  for (const text of ['/tiendo', '/hethong'])
    await sandbox.give('messages', { personId: cast.administrator, text })
}

async function getIn(sandbox: SandboxProcess): Promise<void> {
  const { persons } = parseDemoWorld(JSON.parse(readFileSync(WORLD_FILE, 'utf8')))
  const invited = persons.find(({ startToken }) => startToken !== undefined)
  if (!invited) throw new Error('nobody is invited')
  const personId = invited.telegramId
  await sandbox.give('start', { personId, payload: invited.startToken })
  await sandbox.give('press', { personId, data: 'c:yes' })
}

/** Acts as the person until what is shown is what was wanted. */
async function play(
  sandbox: SandboxProcess,
  who: Behaviour | Filler,
  isDone: (shown: Shown) => boolean,
): Promise<void> {
  let shown: Shown | undefined
  for (let inputs = 0; inputs < MOST_INPUTS; inputs++) {
    const input = who.decide(shown)
    if (!input) return
    const { personId } = who
    const after: Shown =
      'say' in input
        ? await sandbox.give('messages', { personId, text: input.say })
        : await sandbox.give('press', { personId, data: input.press, messageId: shown?.id })
    who.answered?.(input, shown, after)
    shown = after
    if (isDone(shown)) return
  }
  throw new Error(`person ${who.personId} did not come to an end`)
}
