import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { OutboxId } from '../../src/domain/brand.ts'
import type { OutboxMessage } from '../../src/usecases/ports.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

const ME = 'instance-1'

describe('the outbox', () => {
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

  const outbox = () => test.database.outbox
  const queue = async (chatId: number, change: Partial<OutboxMessage> = {}, at = AT): Promise<OutboxId> => {
    const message = {
      chatId,
      kind: 'reminder',
      params: { n: 1 },
      locale: 'vi',
      priority: 2,
      notBefore: AT,
    } as const
    const id = await outbox().enqueue({ ...message, ...change }, at)
    if (id === undefined) throw new Error('queued before')
    return id
  }
  const claim = async (now = later(60)) => (await outbox().claimNext(ME, now))?.id
  const sent = (id: OutboxId) => outbox().record(id, { kind: 'sent', messageId: 77 }, later(61))

  it('keeps a message as it was queued, claimed with one statement', async () => {
    const id = await queue(-100_123_456_789, {
      threadId: 5,
      dedupeKey: 'digest:g:2026-W48',
      params: { when: null },
    })
    test.traffic.reset()
    expect(await outbox().claimNext(ME, AT)).toEqual({
      ...{
        id,
        chatId: -100_123_456_789,
        threadId: 5,
        kind: 'reminder',
        params: { when: null },
        locale: 'vi',
        priority: 2,
      },
      ...{ dedupeKey: 'digest:g:2026-W48', notBefore: AT, attempts: 1, createdAt: AT },
    })
    expect([test.traffic.roundTrips, test.traffic.commits]).toEqual([1, 1])
  })

  it('queues a cause once, also after it was sent', async () => {
    const id = await queue(1, { dedupeKey: 'same' })
    const again = () =>
      outbox().enqueue(
        { chatId: 1, kind: 'k', params: {}, locale: 'vi', priority: 2, notBefore: AT, dedupeKey: 'same' },
        AT,
      )
    expect(await again()).toBeUndefined()
    await claim()
    await sent(id)
    expect(await again()).toBeUndefined()
    expect(await claim()).toBeUndefined()
  })

  it('gives the most urgent first, then the oldest, none before its time', async () => {
    const old = await queue(1, {}, later(-10))
    const young = await queue(2)
    const reply = await queue(3, { priority: 0 }, later(10))
    await queue(4, { notBefore: later(3600) })
    expect([await claim(), await claim(), await claim(), await claim()]).toEqual([
      reply,
      old,
      young,
      undefined,
    ])
  })

  it('has one message on its way to a chat, and keeps their order', async () => {
    const [first, second] = [await queue(1), await queue(1, {}, later(1))]
    const other = await queue(2, {}, later(2))
    expect([await claim(), await claim(), await claim()]).toEqual([first, other, undefined])
    await sent(first)
    expect(await claim()).toBe(second)
  })

  it('holds back a chat’s later messages while one waits to be tried again, but not more urgent ones', async () => {
    const first = await queue(1)
    await queue(1, {}, later(1))
    await claim()
    await outbox().record(first, { kind: 'retry', notBefore: later(300), error: '429' }, later(60))
    expect(await claim(later(100))).toBeUndefined()
    const reply = await queue(1, { priority: 0 }, later(100))
    expect(await claim(later(101))).toBe(reply)
    await sent(reply)
    expect(await outbox().claimNext(ME, later(300))).toMatchObject({ id: first, attempts: 2 })
  })

  it('does not hold back messages for one that is planned for later', async () => {
    await queue(1, { notBefore: later(9999) })
    const now = await queue(1, {}, later(1))
    expect(await claim()).toBe(now)
  })

  it('never gives one message, or two of one chat, to several who ask at once', async () => {
    for (let index = 0; index < 6; index++) await queue(index % 3, {}, later(index))
    const claimed = await Promise.all(
      Array.from({ length: 12 }, (_, index) => outbox().claimNext(`i${index}`, later(60))),
    )
    const chats = claimed.flatMap((row) => (row === undefined ? [] : [row.chatId]))
    expect(new Set(chats).size).toBe(chats.length)
    const { rows } = await test.pool.query(
      `SELECT count(*)::int AS sending FROM "Outbox" WHERE "state" = 'sending'`,
    )
    expect(rows).toEqual([{ sending: chats.length }])
  })

  it('records how a sending ended, once', async () => {
    const state = async (id: OutboxId) =>
      (await test.pool.query('SELECT "state", "messageId", "error" FROM "Outbox" WHERE "id" = $1', [id]))
        .rows[0]
    const id = await queue(1)
    await claim()
    await sent(id)
    expect(await state(id)).toEqual({ state: 'sent', messageId: '77', error: null })
    await outbox().record(id, { kind: 'failed', error: 'late' }, later(70))
    expect(await state(id)).toMatchObject({ state: 'sent' })
    for (const kind of ['failed', 'in-doubt', 'dropped'] as const) {
      const next = await queue(1)
      await claim()
      await outbox().record(next, { kind, error: 'why' }, later(61))
      expect(await state(next)).toEqual({ state: kind, messageId: null, error: 'why' })
    }
  })

  it('doubts what a dead instance was sending, and never sends that again by itself', async () => {
    await test.database.installation.beat('gone', AT)
    const id = await queue(1)
    await outbox().claimNext('gone', AT)
    expect(await outbox().doubtAbandoned('gone', later(600))).toEqual([])
    if (!test.database.isEmbedded) expect(await outbox().doubtAbandoned(ME, later(30))).toEqual([])
    expect((await outbox().doubtAbandoned(ME, later(61))).map((row) => row.id)).toEqual([id])
    expect(await outbox().doubtAbandoned(ME, later(61))).toEqual([])
    expect(await claim(later(9999))).toBeUndefined()
    expect((await outbox().listInDoubt(systemScope)).map((row) => row.id)).toEqual([id])
    expect(await outbox().sendAgain(systemScope, id, 2, later(120))).toBe(false)
    expect(await outbox().sendAgain(systemScope, id, 1, later(120))).toBe(true)
    expect(await outbox().sendAgain(systemScope, id, 1, later(120))).toBe(false)
    expect(await claim(later(120))).toBe(id)
  })

  it('shows doubts to those in whose scope the group or the person is', async () => {
    await test.database.groups.see(-5, 'Nhóm QY', AT)
    await test.database.groups.link(
      systemScope,
      -5,
      world.unit('QY'),
      await world.person('An', 'officer', 'QY', 55),
      AT,
    )
    for (const chatId of [-5, 55, 56]) {
      const id = await queue(chatId)
      await claim()
      await outbox().record(id, { kind: 'in-doubt', error: 'no answer' }, AT)
    }
    const chats = async (...roots: string[]) =>
      (await outbox().listInDoubt(world.scopeOf(...roots))).map((row) => row.chatId)
    expect((await chats('QN')).toSorted()).toEqual([-5, 55])
    expect(await chats('DM')).toEqual([])
    const [doubt] = await outbox().listInDoubt(systemScope)
    expect(doubt && (await outbox().sendAgain(world.scopeOf('DM'), doubt.id, 1, AT))).toBe(false)
  })

  it('tells when the next message is due', async () => {
    expect(await outbox().nextDue()).toBeUndefined()
    await queue(1, { notBefore: later(90) })
    expect(await outbox().nextDue()).toEqual(later(90))
    await queue(2, { notBefore: later(30) })
    expect(await outbox().nextDue()).toEqual(later(30))
    await claim(later(30))
    await queue(2, { notBefore: later(30) })
    expect(await outbox().nextDue()).toEqual(later(90))
  })

  it('tells of a message once it is kept: not before the transaction has ended, nor when it fails, nor of one queued before', async () => {
    let told = 0
    test.database.onQueued(() => told++)
    await queue(1, { dedupeKey: 'a' })
    expect(told).toBe(1)
    const message = {
      chatId: 1,
      kind: 'notice',
      params: {},
      locale: 'vi',
      priority: 1,
      notBefore: AT,
    } as const
    await outbox().enqueue({ ...message, dedupeKey: 'a' }, AT)
    expect(told).toBe(1)
    await test.database.transaction(async (stores) => {
      await stores.outbox.enqueue(message, AT)
      expect(told).toBe(1)
    })
    expect(told).toBe(2)
    const failing = test.database.transaction(async (stores) => {
      await stores.outbox.enqueue(message, AT)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(told).toBe(2)
  })
})
