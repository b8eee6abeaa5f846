import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, type Role, systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { claimInvitation } from '../../src/usecases/claim-invitation.ts'
import { createInvitation, type InvitationWish } from '../../src/usecases/create-invitation.ts'
import { decideAccess } from '../../src/usecases/decide-access.ts'
import { giveConsent } from '../../src/usecases/give-consent.ts'
import { shareContact } from '../../src/usecases/share-contact.ts'
import { openTestDatabase } from '../support/database.ts'
import { TIME_ZONE, testSecrets } from '../support/demo.ts'
import { AT, createWorld, type World } from '../support/store-world.ts'

const test = await openTestDatabase()
const { database } = test
let now = AT
const deps = {
  database,
  clock: { now: () => now },
  timeZone: TIME_ZONE,
  random: (size: number) => new Uint8Array(randomBytes(size)),
  secrets: testSecrets,
  botUsername: 'chitieu_bot',
}
let world: World
let officer: PersonId

beforeEach(async () => {
  await test.reset()
  now = AT
  world = await createWorld(database)
  officer = await world.person('Cán bộ Quảng Yên', 'officer', 'QY', 501)
})
afterAll(() => test.close())

const DAY_MS = 86_400_000
const NEWCOMER = { telegramUserId: 900, name: 'Trần Thị Mẫu', locale: 'vi' as const }
const actorOf = (person: PersonId, role: Role, unit: string): Actor => ({
  ...{ person, locale: 'vi' },
  roles: [{ role, unit: world.unit(unit) }],
})
const invite = async (wish: InvitationWish) => {
  const { link } = await createInvitation(deps, 'cli', wish)
  return link.split('?start=')[1] ?? ''
}
const claim = (token: string, telegramUserId = NEWCOMER.telegramUserId) =>
  claimInvitation(deps, { ...NEWCOMER, telegramUserId }, token)
const notices = async (kind: string) => {
  const { rows } = await test.pool.query<{ chatId: string; params: Record<string, unknown> }>(
    'SELECT "chatId"::text AS "chatId", params FROM "Outbox" WHERE kind = $1 ORDER BY "chatId"',
    [kind],
  )
  return rows
}
const personOf = async () => {
  const person = await database.people.findByTelegram(NEWCOMER.telegramUserId)
  if (!person) throw new Error('the newcomer is not known')
  return person
}

describe('an invitation', () => {
  it('is a link with 128 random bits, kept as a hash only', async () => {
    const { link, expiresAt } = await createInvitation(deps, 'cli', { role: 'teacher', unit: 'QY-TH' })
    expect(link).toMatch(/^https:\/\/t\.me\/chitieu_bot\?start=[\w-]{22}$/)
    expect(expiresAt).toEqual(new Date(AT.getTime() + 14 * DAY_MS))
    const { rows } = await test.pool.query('SELECT * FROM "Invitation"')
    expect(JSON.stringify(rows)).not.toContain(link.slice(-22))
  })

  it.each([
    ['officer', 'QY', 'principal', 'QY-TH', true],
    ['officer', 'QY', 'principal', 'DM-TH', false],
    ['officer', 'QY', 'officer', 'QY', false],
    ['principal', 'QY-TH', 'teacher', 'QY-TH', true],
    ['principal', 'QY-TH', 'principal', 'QY-TH', false],
    ['principal', 'QY-TH', 'teacher', 'QY-MN', false],
    ['teacher', 'QY-TH', 'teacher', 'QY-TH', false],
    ['admin', 'QN', 'officer', 'DM', true],
  ] as const)('from %s of %s for a %s of %s: %s', async (role, at, wanted, unit, isAllowed) => {
    const actor = actorOf(officer, role, at)
    const made = createInvitation(deps, actor, { role: wanted, unit }).then(
      () => true,
      () => false,
    )
    expect(await made).toBe(isAllowed)
  })

  it('lets a teacher in at once, and only the first who comes', async () => {
    const token = await invite({ role: 'teacher', unit: 'QY-TH' })
    expect(await claim(token)).toMatchObject({ state: 'ok', access: 'active', role: 'teacher' })
    expect(await claim(token, 901)).toEqual({ state: 'used' })
    expect(await claim(token)).toMatchObject({ state: 'ok', access: 'active' })
    expect((await personOf()).roles).toEqual([
      { role: 'teacher', unit: world.unit('QY-TH'), state: 'active' },
    ])
  })

  it('tells the office and the principal who claimed it, once, with what is needed to revoke', async () => {
    await world.person('Hiệu trưởng', 'principal', 'QY-TH', 502)
    const token = await invite({ role: 'teacher', unit: 'QY-TH' })
    await claim(token)
    await claim(token)
    const told = await notices('invitation-claimed')
    expect(told.map(({ chatId }) => chatId)).toEqual(['501', '502'])
    expect(told[0]?.params).toMatchObject({
      person: (await personOf()).id,
      name: NEWCOMER.name,
      role: 'teacher',
    })
    expect(told[0]?.params).toHaveProperty('invitation')
  })

  it('is over after 14 days', async () => {
    const token = await invite({ role: 'teacher', unit: 'QY-TH' })
    now = new Date(AT.getTime() + 14 * DAY_MS)
    expect(await claim(token)).toEqual({ state: 'expired' })
  })

  it('is nothing once revoked', async () => {
    const { id, link } = await createInvitation(deps, 'cli', { role: 'teacher', unit: 'QY-TH' })
    await database.invitations.revoke(systemScope, id, AT)
    expect(await claim(link.slice(-22))).toEqual({ state: 'revoked' })
  })

  it('locks out who guesses five times within an hour, even with a right one, and only them', async () => {
    const token = await invite({ role: 'teacher', unit: 'QY-TH' })
    for (let guess = 0; guess < 5; guess++)
      expect(await claim(`guess-${guess}`)).toEqual({ state: 'unknown' })
    expect(await claim(token)).toEqual({ state: 'locked' })
    now = new Date(AT.getTime() + 3_600_001)
    expect(await claim(token)).toMatchObject({ state: 'ok' })
  })
})

describe('a principal', () => {
  it('waits until the phone they share is the one they were invited with', async () => {
    const token = await invite({ role: 'principal', unit: 'QY-TH', phone: '0912 345 678' })
    expect(await claim(token)).toMatchObject({ state: 'ok', access: 'pending' })
    const { id } = await personOf()
    expect((await shareContact(deps, id, '+84900000000')).activated).toEqual([])
    expect((await shareContact(deps, id, '84912345678')).activated).toMatchObject([{ role: 'principal' }])
    expect((await personOf()).roles).toMatchObject([{ state: 'active' }])
  })

  it('is known by the roster’s phone too', async () => {
    const phoneHash = testSecrets.hashPhone('84912345678')
    const contact = { unit: 'QY-TH', post: 'principal', name: 'Trần Thị Mẫu', phoneHash } as const
    const token = await invite({ role: 'principal', unit: 'QY-TH' })
    await database.roster.save([contact])
    await claim(token)
    expect((await shareContact(deps, (await personOf()).id, '0912345678')).activated).toHaveLength(1)
  })

  it('keeps the phone unreadable', async () => {
    await claim(await invite({ role: 'principal', unit: 'QY-TH' }))
    await shareContact(deps, (await personOf()).id, '0912345678')
    const { rows } = await test.pool.query<{ phone: Buffer; phoneHash: string }>(
      'SELECT phone, "phoneHash" FROM "Person" WHERE phone IS NOT NULL',
    )
    expect(rows).toHaveLength(1)
    expect(testSecrets.decryptPhone(new Uint8Array(rows[0]?.phone ?? []))).toBe('84912345678')
    expect(rows[0]?.phoneHash).toBe(testSecrets.hashPhone('84912345678'))
  })

  it('is let in by an officer above the school, told so, and by nobody else', async () => {
    await claim(await invite({ role: 'principal', unit: 'QY-TH' }))
    const question = { person: (await personOf()).id, role: 'principal' as const, unit: world.unit('QY-TH') }
    for (const [role, unit] of [
      ['officer', 'DM'],
      ['principal', 'QY-TH'],
      ['leader', 'QY'],
    ] as const)
      await expect(
        decideAccess(deps, actorOf(officer, role, unit), question, 'approve'),
      ).rejects.toMatchObject({
        code: 'not-allowed',
      })
    const decided = await decideAccess(deps, actorOf(officer, 'officer', 'QY'), question, 'approve')
    expect(decided.before).toBe('pending')
    expect((await personOf()).roles).toMatchObject([{ state: 'active' }])
    expect(await notices('role-activated')).toHaveLength(1)
    await decideAccess(deps, actorOf(officer, 'officer', 'QY'), question, 'approve')
    expect(await notices('role-activated')).toHaveLength(1)
  })

  it('is out again with one tap, and the same link gives nothing any more', async () => {
    const { id, link } = await createInvitation(deps, 'cli', { role: 'principal', unit: 'QY-TH' })
    await claim(link.slice(-22))
    const question = { person: (await personOf()).id, role: 'principal' as const, unit: world.unit('QY-TH') }
    const actor = actorOf(officer, 'officer', 'QY')
    await decideAccess(deps, actor, { ...question, invitation: id }, 'revoke')
    expect((await personOf()).roles).toEqual([])
    expect(await claim(link.slice(-22))).toEqual({ state: 'revoked' })
    expect((await decideAccess(deps, actor, question, 'revoke')).before).toBe('none')
  })
})

describe('consent', () => {
  it('is kept; declining tells the office, and can be changed', async () => {
    await claim(await invite({ role: 'teacher', unit: 'QY-TH' }))
    const { id } = await personOf()
    expect((await giveConsent(deps, id, false)).hasConsented).toBe(false)
    const told = await notices('consent-declined')
    expect(told).toMatchObject([
      { chatId: '501', params: { name: NEWCOMER.name, unit: 'Trường Tiểu học Trần Hưng Đạo' } },
    ])
    expect((await giveConsent(deps, id, true)).hasConsented).toBe(true)
    expect(await notices('consent-declined')).toHaveLength(1)
  })
})
