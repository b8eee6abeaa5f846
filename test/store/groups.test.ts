import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

const BY = 'an' as PersonId

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

const groups = () => test.database.groups
const linked = async (chatId = -5) => {
  await groups().see(chatId, 'Giáo dục Quảng Yên', AT)
  return groups().link(systemScope, chatId, world.unit('QY'), BY, AT)
}

describe('groups', () => {
  it('are seen with the defaults of a digest, and renamed', async () => {
    const seen = await groups().see(-1_001_234_567_890, 'Giáo dục', AT)
    expect(seen).toEqual({
      ...{ id: seen.id, chatId: -1_001_234_567_890, title: 'Giáo dục', state: 'seen', locale: 'vi' },
      ...{ digestWeekday: 1, digestTime: '07:00', skipQuiet: false },
    })
    expect(await groups().see(-1_001_234_567_890, 'Giáo dục QY', later(1))).toEqual({
      ...seen,
      title: 'Giáo dục QY',
    })
    expect(await groups().findByChat(-2)).toBeUndefined()
  })

  it('are linked to a unit in scope only, and keep the link when seen again', async () => {
    expect(await linked()).toMatchObject({ unit: world.unit('QY'), state: 'linked', linkedAt: AT })
    await expect(groups().link(world.scopeOf('DM'), -5, world.unit('QY'), BY, AT)).rejects.toThrow(
      'unit-not-found',
    )
    await expect(groups().link(systemScope, -6, world.unit('QY'), BY, AT)).rejects.toThrow('group-not-linked')
    await groups().leave(-5)
    expect(await groups().findByChat(-5)).toMatchObject({ state: 'left' })
    expect(await groups().see(-5, 'Tên mới', later(1))).toMatchObject({
      state: 'linked',
      unit: world.unit('QY'),
    })
  })

  it('are listed and unlinked within the scope', async () => {
    await linked()
    await groups().see(-7, 'Chưa gắn', AT)
    const chats = async (scope = systemScope) => (await groups().list(scope)).map((group) => group.chatId)
    expect((await chats()).toSorted()).toEqual([-5, -7])
    expect(await chats(world.scopeOf('QN'))).toEqual([-5])
    expect(await chats(world.scopeOf('DM'))).toEqual([])
    await groups().unlink(world.scopeOf('DM'), -5)
    expect(await groups().findByChat(-5)).toMatchObject({ state: 'linked' })
    await groups().unlink(world.scopeOf('QN'), -5)
    const unlinked = await groups().findByChat(-5)
    expect(unlinked).toMatchObject({ state: 'seen' })
    expect(unlinked?.unit).toBeUndefined()
  })

  it('that became a supergroup keep link, digests and what is queued, whoever tells first and how often', async () => {
    const before = await linked()
    const message = {
      chatId: -5,
      kind: 'digest',
      params: {},
      locale: 'vi',
      priority: 2,
      notBefore: AT,
    } as const
    await test.database.outbox.enqueue(message, AT)
    await groups().see(-1005, 'Giáo dục Quảng Yên', AT)
    for (let times = 0; times < 2; times++) await groups().migrate(-5, -1005)
    expect(await groups().findByChat(-1005)).toEqual({ ...before, chatId: -1005 })
    expect(await groups().findByChat(-5)).toBeUndefined()
    expect(await test.database.outbox.claimNext('me', AT, { chats: [], kinds: [] })).toMatchObject({
      chatId: -1005,
    })
  })

  it('keep the newer link where the supergroup was linked by hand already', async () => {
    await linked()
    const byHand = await linked(-1005)
    await groups().migrate(-5, -1005)
    expect(await groups().findByChat(-1005)).toEqual(byHand)
    expect(await groups().findByChat(-5)).toMatchObject({ state: 'left' })
  })
})

describe('digests', () => {
  it('are one a week and group; the last one is of the latest week', async () => {
    const { id } = await linked()
    const { digests } = test.database
    const digest = (week: string) =>
      ({ week, asOf: AT, snapshot: { reported: 3, rows: [null] }, outcome: 'posted' }) as const
    expect(await digests.last(id)).toBeUndefined()
    expect(
      await Promise.all([digests.add(id, digest('2026-W48')), digests.add(id, digest('2026-W48'))]),
    ).toContain(false)
    await digests.add(id, digest('2026-W47'))
    expect(await digests.last(id)).toEqual(digest('2026-W48'))
    expect(await digests.find(id, '2026-W47')).toEqual(digest('2026-W47'))
    expect(await digests.find(id, '2026-W46')).toBeUndefined()
  })
})
