import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationId } from '../../src/domain/brand.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

describe('invitations', () => {
  let test: TestDatabase
  let world: World
  beforeAll(async () => {
    test = await openTestDatabase()
  })
  beforeEach(async () => {
    await test.reset()
    world = await createWorld(test.database)
  })
  afterAll(() => test.close())

  const invitations = () => test.database.invitations
  const invite = (): Promise<InvitationId> =>
    invitations().create({
      ...{ tokenHash: 'hash', role: 'principal', unit: world.unit('QY-TH'), phoneHash: 'phone' },
      ...{ createdAt: AT, expiresAt: later(60) },
    })

  it('are found by the hash of their token', async () => {
    const id = await invite()
    expect(await invitations().findByHash('hash')).toEqual({
      ...{
        id,
        role: 'principal',
        unit: world.unit('QY-TH'),
        phoneHash: 'phone',
        expiresAt: later(60),
        isRevoked: false,
      },
    })
    expect(await invitations().findByHash('other')).toBeUndefined()
  })

  it('are claimed by the first who comes, and by nobody after they expired or were revoked', async () => {
    const id = await invite()
    const [lan, mai] = [
      await world.person('Lan', 'teacher', 'QY-TH'),
      await world.person('Mai', 'teacher', 'QY-TH'),
    ]
    expect(await invitations().claim(id, lan, later(61))).toBe(false)
    const outcomes = await Promise.all([
      invitations().claim(id, lan, later(1)),
      invitations().claim(id, mai, later(1)),
    ])
    expect(outcomes.toSorted()).toEqual([false, true])
    const winner = outcomes[0] ? lan : mai
    expect((await invitations().listClaimed(winner)).map((found) => found.id)).toEqual([id])
    expect((await invitations().findByHash('hash'))?.claimedBy).toBe(winner)
  })

  it('are revoked once, by those in whose scope the unit is', async () => {
    const id = await invite()
    expect(await invitations().revoke(world.scopeOf('DM'), id, AT)).toBe(false)
    expect(await invitations().revoke(world.scopeOf('QN'), id, AT)).toBe(true)
    expect(await invitations().revoke(world.scopeOf('QN'), id, AT)).toBe(false)
    expect((await invitations().findByHash('hash'))?.isRevoked).toBe(true)
    expect(await invitations().claim(id, await world.person('Lan', 'teacher', 'QY-TH'), later(1))).toBe(false)
  })

  it('count the wrong tokens somebody tried since an instant', async () => {
    await invitations().recordTry(5, AT)
    await invitations().recordTry(5, later(30))
    await invitations().recordTry(6, later(30))
    expect(await invitations().countTries(5, AT)).toBe(2)
    expect(await invitations().countTries(5, later(1))).toBe(1)
  })
})
