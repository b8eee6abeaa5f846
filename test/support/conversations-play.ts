import { systemScope } from '../../src/domain/access.ts'
import type { Value } from '../../src/domain/data-element.ts'
import { planForm } from '../../src/domain/form-plan.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createSeededRandom, type SeededRandom } from '../../src/domain/seeded-random.ts'
import type { DemoWorld } from '../../src/usecases/demo-world.ts'
import type { Database } from '../../src/usecases/ports.ts'
import { ConversationModel } from './conversation-model.ts'
import { EVIDENCE } from './conversation-moves.ts'
import { senderOf } from './fresh-world.ts'
import { Talker, type Town } from './talker.ts'

const FORM = 'qy-annual'
const PERIOD = getPeriod('2026')

export interface Play {
  readonly town: Town & {
    /** Absent: it is never taken away. */
    restart?(): Promise<void>
  }
  readonly world: DemoWorld
  readonly library: PlanLibrary
  readonly database: () => Database
  readonly seed: string
  /** How many people talk, from which school on. */
  readonly people: number
  readonly from?: number
  /** How many things each of them does. */
  readonly moves: number
}

/** What is in the database in the end, by unit and element. */
export type Drafts = Readonly<Record<string, Readonly<Record<string, { value: Value; reason?: string }>>>>

/** Plays conversations side by side, one thing at a time, and returns what went otherwise than the model says, and the drafts. */
export async function playConversations(play: Play): Promise<{ wrong: readonly string[]; drafts: Drafts }> {
  const random = createSeededRandom(play.seed)
  const schools = play.world.units.filter(({ kind }) => kind === 'school')
  const { from = 0, people } = play
  const talkers = new Map<string, Talker>()
  for (const { code } of schools.slice(from, from + people))
    talkers.set(code, await createTalker(play, code, random))
  const all = [...talkers.values()]
  for (let done = 0; done < people * play.moves; done++) {
    await random.pick(all).act()
    if (play.town.restart && random.next() < RESTARTS) {
      await play.town.restart()
      for (const talker of all) await talker.afterRestart()
    }
  }
  const drafts: Record<string, Drafts[string]> = {}
  const wrong = all.flatMap((talker) => talker.wrong)
  for (const [code, { model }] of talkers) {
    drafts[code] = await readDraft(play.database(), code)
    const differing = differences(model, drafts[code])
    if (differing.length > 0) wrong.push(`${code}: ${differing.join('; ')}`)
  }
  return { wrong, drafts }
}

const RESTARTS = 0.012

async function createTalker(play: Play, code: string, random: SeededRandom): Promise<Talker> {
  const { world, library } = play
  const database = play.database()
  const unit = await database.units.findByCode(systemScope, code)
  const person = senderOf(world, code)
  if (!unit || person === undefined) throw new Error(`nobody sends for ${code}`)
  const { form } = library.form(FORM)
  const planned = planForm(form, unit.levels)
  const elements = planned.flatMap(({ asks }) => asks)
  const last = await database.submissions.lastValues(unit.id, elements, PERIOD)
  const model = new ConversationModel({
    ...{ planned, element: library.element, changeLimitPercent: form.changeLimitPercent },
    last: new Map([...last].map(([element, { value }]) => [element, value])),
  })
  return new Talker(play.town, person, model, createSeededRandom(`${play.seed} ${code} ${random.next()}`))
}

async function readDraft(database: Database, code: string): Promise<Drafts[string]> {
  const unit = await database.units.findByCode(systemScope, code)
  const rows = await database.submissions.list(systemScope, {
    ...{ units: unit ? [unit.id] : [], forms: [FORM], periods: [PERIOD] },
  })
  if (rows.some(({ state }) => state !== 'draft')) throw new Error(`${code}: no draft any more`)
  const answers = rows[0] ? await database.submissions.answers(rows[0].id) : []
  return Object.fromEntries(
    answers.map(({ element, value, reason }) => [
      element,
      {
        value: 'evidence' in value ? { ...value, evidence: EVIDENCE } : value,
        ...(reason !== undefined && { reason }),
      },
    ]),
  )
}

function differences({ answers, reasons }: ConversationModel, draft: Drafts[string] = {}): readonly string[] {
  const elements = new Set([...answers.keys(), ...Object.keys(draft)])
  return [...elements].flatMap((element) => {
    const wanted = show(answers.get(element), reasons.get(element))
    const stored = show(draft[element]?.value, draft[element]?.reason)
    return wanted === stored ? [] : [`${element} is ${stored} and should be ${wanted}`]
  })
}

const show = (value: Value | undefined, reason: string | undefined): string =>
  value ? JSON.stringify([Object.entries(value).toSorted(), reason]) : 'nothing'
