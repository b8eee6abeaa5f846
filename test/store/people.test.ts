import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

describe('people', () => {
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

  const people = () => test.database.people

  it('are known by their Telegram id, and renamed without losing their language', async () => {
    const first = await people().upsert({ telegramUserId: 7_000_000_007, name: 'Cô Lan', locale: 'vi' })
    await people().setLocale(first.id, 'en')
    const again = await people().upsert({
      telegramUserId: 7_000_000_007,
      name: 'Cô Nguyễn Thị Lan',
      locale: 'vi',
    })
    expect(again).toEqual({
      ...{ id: first.id, telegramUserId: 7_000_000_007, name: 'Cô Nguyễn Thị Lan', locale: 'en' },
      ...{ hasConsented: false, isSuspended: false, roles: [] },
    })
    expect(await people().findByTelegram(7_000_000_007)).toEqual(again)
    expect(await people().findByTelegram(1)).toBeUndefined()
    await expect(people().get('nobody' as PersonId)).rejects.toThrow('not-registered')
  })

  it('consent and decline', async () => {
    const id = await world.person('Thầy Bình', 'teacher', 'QY-TH')
    await people().setConsent(id, AT, true)
    expect((await people().get(id)).hasConsented).toBe(true)
    await people().setConsent(id, later(1), false)
    expect((await people().get(id)).hasConsented).toBe(false)
  })

  it('hold roles between dates; an active one never becomes pending', async () => {
    const id = await world.person('Thầy Bình', 'teacher', 'QY-TH')
    const roles = async () => (await people().get(id)).roles
    await people().grant(id, 'teacher', world.unit('QY-TH'), '2026-01-01', 'pending')
    expect(await roles()).toEqual([{ role: 'teacher', unit: world.unit('QY-TH'), state: 'active' }])
    await people().grant(id, 'principal', world.unit('QY-TH'), '2026-01-01', 'pending')
    await people().activate(id, 'principal', world.unit('QY-TH'))
    expect((await roles()).map(({ role, state }) => [role, state])).toEqual([
      ['teacher', 'active'],
      ['principal', 'active'],
    ])
    await people().endRole(id, 'teacher', world.unit('QY-TH'), '2026-11-22')
    expect((await roles()).map(({ role }) => role)).toEqual(['principal'])
    await people().grant(id, 'officer', world.unit('QY'), '2026-11-23', 'active')
    expect((await roles()).map(({ role }) => role)).toEqual(['principal'])
  })

  it('hold a role again that ended on the day it began', async () => {
    const id = await world.person('Thầy Bình', 'teacher', 'QY-TH')
    await people().grant(id, 'leader', world.unit('QY'), '2026-11-22', 'active')
    await people().endRole(id, 'leader', world.unit('QY'), '2026-11-22')
    await people().grant(id, 'leader', world.unit('QY'), '2026-11-22', 'active')
    expect((await people().get(id)).roles.map(({ role }) => role)).toEqual(['teacher', 'leader'])
  })

  it('who hold a role for exactly the unit are reachable unless blocked, out of scope or pending', async () => {
    const lan = await world.person('Cô Lan', 'principal', 'QY-TH', 71)
    await world.person('Cô Mai', 'principal', 'QY-LC', 72)
    await world.person('Thầy Bình', 'teacher', 'QY-TH', 73)
    const waiting = await people().upsert({ telegramUserId: 74, name: 'Cô Hoa', locale: 'vi' })
    await people().grant(waiting.id, 'principal', world.unit('QY-TH'), '2026-01-01', 'pending')
    const holders = (scope = systemScope) =>
      people().holders(scope, world.unit('QY-TH'), ['principal', 'officer'])
    expect((await holders()).map((person) => person.id)).toEqual([lan])
    expect(await holders(world.scopeOf('DM'))).toEqual([])
    expect([await people().setBlocked(71, AT), await people().setBlocked(71, AT)]).toEqual([true, false])
    expect(await holders()).toEqual([])
    expect([await people().setBlocked(71, null), await people().setBlocked(71, null)]).toEqual([true, false])
    expect(await people().setBlocked(999, AT)).toBe(false)
    expect(await holders(world.scopeOf('QN'))).toHaveLength(1)
  })

  it('keep a phone encrypted, as bytes and a hash', async () => {
    const id = await world.person('Cô Lan', 'principal', 'QY-TH')
    await people().setPhone(id, Uint8Array.of(0, 255, 1), 'hash')
    const { rows } = await test.pool.query('SELECT "phone", "phoneHash" FROM "Person" WHERE "id" = $1', [id])
    expect(rows).toEqual([{ phone: Buffer.from([0, 255, 1]), phoneHash: 'hash' }])
  })
})
