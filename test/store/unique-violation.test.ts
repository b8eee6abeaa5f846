import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '../../src/domain/brand.ts'
import { violatedUnique } from '../../src/store/unique-violation.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a violated unique index', () => {
  let test: TestDatabase
  let world: World
  beforeAll(async () => {
    test = await openTestDatabase()
    world = await createWorld(test.database)
  })
  afterAll(() => test.close())

  it('is named by the database itself, where a statement goes past the client', async () => {
    const take = (id: string) =>
      test.pool.query(
        `INSERT INTO "Invitation" ("id", "tokenHash", "role", "unitId", "createdAt", "expiresAt")
         VALUES ($1, 'raw', 'teacher', $2, now(), now())`,
        [id, world.unit('QY-TH')],
      )
    await take('00000000-0000-4000-8000-000000000001')
    expect(violatedUnique(await failure(take('00000000-0000-4000-8000-000000000002')))).toBe(
      'Invitation_tokenHash_key',
    )
  })

  it('is named, by the model and by a statement of one’s own', async () => {
    const dates = { createdAt: AT, expiresAt: later(60) }
    const invite = () =>
      test.database.invitations.create({
        tokenHash: 'same',
        role: 'teacher',
        unit: world.unit('QY-TH'),
        ...dates,
      })
    await invite()
    expect(violatedUnique(await failure(invite()))).toBe('Invitation_tokenHash_key')
    const { id } = await world.report('QY-TH', {})
    const by = 'lan' as PersonId
    const again = { id, number: 1, formVersion: 1, by, at: AT, source: 'chat', receipt: 'R' } as const
    const error = await failure(test.database.submissions.freeze(again))
    expect(violatedUnique(error)).toBe('Revision_submissionId_number_key')
  })

  it('is told apart from all other errors', async () => {
    const badUnit = {
      tokenHash: 'other',
      role: 'teacher',
      unit: 'none' as never,
      createdAt: AT,
      expiresAt: AT,
    } as const
    const foreignKey = await failure(test.database.invitations.create(badUnit))
    expect(foreignKey).toBeInstanceOf(Error)
    for (const error of [foreignKey, new Error('x'), undefined, 'text'])
      expect(violatedUnique(error)).toBeUndefined()
  })
})
