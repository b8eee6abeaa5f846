import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ACCESS,
  ACTIONS,
  type Action,
  type Actor,
  isWithin,
  ROLES,
  type Role,
  reachOf,
  scopeFor,
  systemScope,
} from '../../src/domain/access.ts'
import type { PersonId, SubmissionId } from '../../src/domain/brand.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createInvitation } from '../../src/usecases/create-invitation.ts'
import { decideAccess } from '../../src/usecases/decide-access.ts'
import { findPeople } from '../../src/usecases/find-people.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { getSubmission } from '../../src/usecases/get-submission.ts'
import { createGroupCode } from '../../src/usecases/group-code.ts'
import { openForm } from '../../src/usecases/open-form.ts'
import { openTestDatabase } from '../support/database.ts'
import { readShippedLibrary, TIME_ZONE, testSecrets } from '../support/demo.ts'
import { AT, createWorld, period, type World } from '../support/store-world.ts'

const test = await openTestDatabase()
const { database } = test
let world: World
let library: PlanLibrary
beforeAll(async () => {
  await test.reset()
  world = await createWorld(database)
  await database.units.save([
    { code: 'HP', name: 'Thành phố Hải Phòng', kind: 'province', levels: [], validFrom: '2025-07-01' },
    { code: 'HP-X', name: 'Xã Mẫu', kind: 'commune', levels: [], validFrom: '2025-07-01', reporting: 'HP' },
  ])
  library = await readShippedLibrary()
})
afterAll(() => test.close())

/** The role is held for QY, which reports to QN. */
const HELD_FOR = 'QY'
const RELATIONS = {
  own: 'QY',
  child: 'QY-TH',
  sibling: 'DM',
  parent: 'QN',
  'other province': 'HP-X',
} as const
type Relation = keyof typeof RELATIONS

/** What the table says, in its own words and none of the code's. */
const isExpected = (role: Role, action: Action, relation: Relation): boolean =>
  (relation === 'own' && reachOf(role, action) !== undefined) ||
  (relation === 'child' && reachOf(role, action) === 'below')

const actorOf = (role: Role, person = 'someone'): Actor => ({
  ...{ person: person as PersonId, locale: 'vi' },
  roles: [{ role, unit: world.unit(HELD_FOR) }],
})
const unitOf = async (code: string) => {
  const found = await database.units.findByCode(systemScope, code)
  if (!found) throw new Error(code)
  return found
}
const cells = ROLES.flatMap((role) =>
  ACTIONS.flatMap((action) =>
    (Object.keys(RELATIONS) as Relation[]).map((relation) => ({ role, action, relation })),
  ),
)

describe('the table of access', () => {
  it('is walked in full: every role, action and relation of units', () => {
    expect(cells).toHaveLength(ROLES.length * Object.keys(ACCESS).length * 5)
    expect(cells.length).toBeGreaterThan(500)
  })

  it('is what scopes let queries see, in the database and along a path', async () => {
    const wrong: string[] = []
    for (const { role, action, relation } of cells) {
      const scope = scopeFor(actorOf(role), action)
      const unit = await unitOf(RELATIONS[relation])
      const isSeen = (await database.units.find(scope, unit.id)) !== undefined
      const isOnPath = isWithin(scope, await database.units.path(unit.id, '2026-11-22'))
      const expected = isExpected(role, action, relation)
      if (isSeen !== expected || isOnPath !== expected) wrong.push(`${role} ${action} ${relation}`)
    }
    expect(wrong).toEqual([])
  })
})

/** Does the thing for the unit as the actor; false when it was refused. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await work()) !== false
  } catch (error) {
    if (error instanceof DomainError && REFUSED.includes(error.code)) return false
    if (error instanceof DomainError) return true
    throw error
  }
}

/** Other codes come after the right was checked: a form that is not of this unit, say. */
const REFUSED: readonly string[] = [
  'not-allowed',
  'unit-not-found',
  'submission-not-found',
  'person-not-found',
  'role-not-found',
]

const clock = { now: () => AT }
const deps = () => ({
  ...{
    database,
    library,
    clock,
    timeZone: TIME_ZONE,
    secrets: testSecrets,
    botUsername: 'chitieu_bot',
    adminIds: [],
  },
  random: (size: number) => crypto.getRandomValues(new Uint8Array(size)),
  ...{ units: database.units, plans: database.plans, totals: database.totals },
})

/** The real use case behind an action, tried on a unit. */
const USE_CASES: Partial<Record<Action, (actor: Actor, code: string) => Promise<unknown>>> = {
  invite: (actor, unit) => createInvitation(deps(), actor, { role: lowestInvited(actor), unit }),
  async 'decide-access'(actor, code) {
    const person = await world.person('Người chờ', 'teacher', 'QY-MN')
    const { id } = await unitOf(code)
    await database.people.grant(person, 'teacher', id, '2025-07-01', 'pending')
    return decideAccess(deps(), actor, { person, role: 'teacher', unit: id }, 'approve')
  },
  async 'manage-people'(actor, code) {
    const name = `Người của ${code}`
    const { id } = await database.people.upsert({ telegramUserId: ++lastId, name, locale: 'vi' })
    await database.people.grant(id, 'teacher', (await unitOf(code)).id, '2025-07-01', 'active')
    return (await findPeople(deps(), { ...actor, person: id }, name)).length > 0
  },
  'link-group': (actor, code) => createGroupCode(deps(), actor, code),
  async 'review-submission'(actor, code) {
    const id = await reportOf(code)
    return getSubmission(database, scopeFor(actor, 'review-submission'), id)
  },
}
let lastId = 70_000

async function reportOf(code: string): Promise<SubmissionId> {
  const wish = { form: 'QY-year', formVersion: 1, unit: (await unitOf(code)).id, period: period('2026') }
  return (await database.submissions.open(systemScope, wish, AT)).id
}

const lowestInvited = (actor: Actor): Role => (actor.roles[0]?.role === 'admin' ? 'officer' : 'teacher')

describe('use cases keep to the table', () => {
  it.each(Object.keys(USE_CASES) as Action[])('%s', async (action) => {
    const wrong: string[] = []
    for (const role of ROLES)
      for (const relation of Object.keys(RELATIONS) as Relation[]) {
        const isDone = await attempt(async () => USE_CASES[action]?.(actorOf(role), RELATIONS[relation]))
        if (isDone !== isExpected(role, action, relation)) wrong.push(`${role} ${relation}: ${isDone}`)
      }
    expect(wrong).toEqual([])
  })

  it('progress: own by whoever is of the unit, those below by the office', async () => {
    const wrong: string[] = []
    for (const role of ROLES)
      for (const relation of Object.keys(RELATIONS) as Relation[]) {
        const unit = (await unitOf(RELATIONS[relation])).id
        const input = { actor: actorOf(role), unit, period: period('2026'), now: AT }
        const isDone = await attempt(() => getProgress(deps(), input))
        const expected =
          isExpected(role, 'see-progress', relation) ||
          (relation === 'own' && isExpected(role, 'see-own-progress', relation))
        if (isDone !== expected) wrong.push(`${role} ${relation}: ${isDone}`)
      }
    expect(wrong).toEqual([])
  })

  it("entering figures: one's own unit by its people, those below by the office", async () => {
    const wrong: string[] = []
    for (const role of ROLES)
      for (const relation of Object.keys(RELATIONS) as Relation[]) {
        const unit = (await unitOf(RELATIONS[relation])).id
        const wish = { form: 'none', unit, period: '2026' }
        const isDone = await attempt(() => openForm(deps(), actorOf(role), wish))
        const expected =
          isExpected(role, 'fill-form', relation) || isExpected(role, 'enter-on-behalf', relation)
        if (isDone !== expected) wrong.push(`${role} ${relation}: ${isDone}`)
      }
    expect(wrong).toEqual([])
  })
})
