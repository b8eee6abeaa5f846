import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { OutboxId } from '../../src/domain/brand.ts'
import type { OutboxMessage, SendOutcome } from '../../src/usecases/ports.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

const ME = 'instance-1'
const FREE = { chats: [], kinds: [] }

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
  const claim = async (now = later(60)) => (await outbox().claimNext(ME, now, FREE))?.id
  const record = (id: OutboxId, outcome: SendOutcome, at = later(61), attempts = 1) =>
    outbox().record({ id, attempts }, outcome, at)
  const state = async (id: OutboxId) =>
    (
      await test.pool.query('SELECT "state", "messageId", "reason", "error" FROM "Outbox" WHERE "id" = $1', [
        id,
      ])
    ).rows[0]
  const sent = (id: OutboxId) => record(id, { kind: 'sent', messageId: 77 })

  it('keeps a message as it was queued, claimed with one statement', async () => {
    const id = await queue(-100_123_456_789, {
      threadId: 5,
      dedupeKey: 'digest:g:2026-W48',
      params: { when: null },
    })
    test.traffic.reset()
    expect(await outbox().claimNext(ME, AT, FREE)).toEqual({
      ...{
        id,
        chatId: -100_123_456_789,
        threadId: 5,
        kind: 'reminder',
        params: { when: null },
        locale: 'vi',
        priority: 2,
      },
      ...{ dedupeKey: 'digest:g:2026-W48', notBefore: AT, attempts: 1, createdAt: AT, dueAt: AT },
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

  it('queues many by one statement, those queued before left out', async () => {
    const to = (chatId: number, dedupeKey?: string): OutboxMessage => ({
      ...{ chatId, kind: 'reminder', params: { n: chatId }, locale: 'vi', priority: 2, notBefore: AT },
      ...(dedupeKey !== undefined && { dedupeKey }),
    })
    await queue(1, { dedupeKey: 'a' })
    test.traffic.reset()
    const many = [to(1, 'a'), to(2, 'b'), to(3, 'b'), to(-100_123_456_789, 'c'), to(5), to(6)]
    expect(await outbox().enqueueAll(many, later(1))).toBe(4)
    expect([test.traffic.roundTrips, test.traffic.commits]).toEqual([1, 1])
    expect(await outbox().enqueueAll([], AT)).toBe(0)
    const { rows } = await test.pool.query('SELECT "chatId", "params" FROM "Outbox" ORDER BY "chatId"')
    expect(rows.map(({ chatId }) => Number(chatId))).toEqual([-100_123_456_789, 1, 2, 5, 6])
    expect(rows[2]).toMatchObject({ params: { n: 2 } })
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
    await record(first, { kind: 'retry', notBefore: later(300), error: '429' }, later(60))
    expect(await claim(later(100))).toBeUndefined()
    const reply = await queue(1, { priority: 0 }, later(100))
    expect(await claim(later(101))).toBe(reply)
    await sent(reply)
    expect(await outbox().claimNext(ME, later(300), FREE)).toMatchObject({ id: first, attempts: 2 })
  })

  it('passes over kinds that are held, and what follows them in their chat, but nothing more urgent there', async () => {
    const digest = await queue(-1, { kind: 'digest' })
    const after = await queue(-1, {}, later(1))
    const notice = await queue(-1, { priority: 1 }, later(2))
    const other = await queue(2, {}, later(3))
    await queue(3, { kind: 'digest', notBefore: later(9999) })
    const unplanned = await queue(3, {}, later(4))
    const claimHeld = async () =>
      (await outbox().claimNext(ME, later(60), { chats: [], kinds: ['digest'] }))?.id
    expect(await claimHeld()).toBe(notice)
    await sent(notice)
    expect([await claimHeld(), await claimHeld(), await claimHeld()]).toEqual([other, unplanned, undefined])
    expect(await claim()).toBe(digest)
    await sent(digest)
    expect(await claimHeld()).toBe(after)
  })

  it('does not hold back messages for one that is planned for later', async () => {
    await queue(1, { notBefore: later(9999) })
    const now = await queue(1, {}, later(1))
    expect(await claim()).toBe(now)
  })

  it('never gives one message, or two of one chat, to several who ask at once', async () => {
    for (let index = 0; index < 6; index++) await queue(index % 3, {}, later(index))
    const claimed = await Promise.all(
      Array.from({ length: 12 }, (_, index) => outbox().claimNext(`i${index}`, later(60), FREE)),
    )
    const chats = claimed.flatMap((row) => (row === undefined ? [] : [row.chatId]))
    expect(new Set(chats).size).toBe(chats.length)
    const { rows } = await test.pool.query(
      `SELECT count(*)::int AS sending FROM "Outbox" WHERE "state" = 'sending'`,
    )
    expect(rows).toEqual([{ sending: chats.length }])
  })

  it('records how a try ended, once', async () => {
    const id = await queue(1)
    await claim()
    expect(await sent(id)).toBe(true)
    expect(await state(id)).toEqual({ state: 'sent', messageId: '77', reason: null, error: null })
    expect(await record(id, { kind: 'failed', reason: 'refused', error: 'late' }, later(70))).toBe(false)
    expect(await state(id)).toMatchObject({ state: 'sent' })
    for (const outcome of [
      { kind: 'failed', reason: 'blocked', error: 'why' },
      { kind: 'dropped', reason: 'gave-up', error: 'why' },
      { kind: 'in-doubt', error: 'why' },
    ] as const) {
      const next = await queue(1)
      await claim()
      await record(next, outcome)
      const { kind, ...rest } = outcome
      expect(await state(next)).toEqual({ state: kind, messageId: null, reason: null, ...rest })
    }
  })

  it('sends to where the group went, and outside of a topic that is gone', async () => {
    const id = await queue(-5, { threadId: 9 })
    await claim()
    await record(id, { kind: 'out-of-topic', error: 'TOPIC_CLOSED' })
    const { threadId: _, ...untopiced } = (await outbox().claimNext(ME, later(61), FREE)) ?? {}
    expect(untopiced).toMatchObject({ id, chatId: -5, attempts: 2 })
    await record(id, { kind: 'moved', chatId: -1005, error: 'upgraded' }, later(62), 2)
    expect(await outbox().claimNext(ME, later(62), FREE)).toMatchObject({ id, chatId: -1005, attempts: 3 })
  })

  it('passes over chats that are busy', async () => {
    await queue(1)
    const other = await queue(2, {}, later(1))
    expect(await outbox().claimNext(ME, later(60), { chats: [1], kinds: [] })).toMatchObject({ id: other })
    expect(await outbox().claimNext(ME, later(60), { chats: [1, 2], kinds: [] })).toBeUndefined()
  })

  it('believes a process that was thought dead and knows how its try ended, but not once it was sent again', async () => {
    const [known, again] = [await queue(1), await queue(2)]
    for (const _ of [known, again]) await outbox().claimNext('slow', later(60), FREE)
    expect(await outbox().doubtAbandoned(ME, later(600))).toHaveLength(2)
    await outbox().sendAgain(systemScope, again, 1, later(601))
    await claim(later(602))
    expect([await sent(known), await sent(again)]).toEqual([true, false])
    expect([await state(known), await state(again)]).toMatchObject([{ state: 'sent' }, { state: 'sending' }])
  })

  it('doubts what a dead instance was sending, and never sends that again by itself', async () => {
    await test.database.installation.beat('gone')
    const id = await queue(1)
    await outbox().claimNext('gone', AT, FREE)
    expect(await outbox().doubtAbandoned('gone', later(600))).toEqual([])
    if (!test.database.isEmbedded) expect(await outbox().doubtAbandoned(ME, later(9999))).toEqual([])
    await test.pool.query(`UPDATE "Instance" SET "seenAt" = "seenAt" - interval '61 seconds'`)
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
      await record(id, { kind: 'in-doubt', error: 'no answer' }, AT)
    }
    const chats = async (...roots: string[]) =>
      (await outbox().listInDoubt(world.scopeOf(...roots))).map((row) => row.chatId)
    expect((await chats('QN')).toSorted()).toEqual([-5, 55])
    expect(await chats('DM')).toEqual([])
    const [doubt] = await outbox().listInDoubt(systemScope)
    expect(doubt && (await outbox().sendAgain(world.scopeOf('DM'), doubt.id, 1, AT))).toBe(false)
  })

  it('names whom a message in doubt was for', async () => {
    await test.database.groups.see(-5, 'Nhóm QY', AT)
    await world.person('An', 'officer', 'QY', 55)
    for (const [index, chatId] of [-5, 55, 56].entries()) {
      const id = await queue(chatId, {}, later(index))
      await claim()
      await record(id, { kind: 'in-doubt', error: 'no answer' })
    }
    expect((await outbox().listInDoubt(systemScope)).map(({ to }) => to)).toEqual([
      'Nhóm QY',
      'An',
      undefined,
    ])
  })

  it('sends all again that were in doubt when it was decided, once', async () => {
    for (const seconds of [10, 20, 30]) {
      const id = await queue(seconds)
      await claim()
      await record(id, { kind: 'in-doubt', error: 'no answer' }, later(seconds))
    }
    expect(await outbox().sendAllAgain(world.scopeOf('DM'), later(20), later(40))).toBe(0)
    expect(await outbox().sendAllAgain(systemScope, later(20), later(40))).toBe(2)
    expect(await outbox().sendAllAgain(systemScope, later(20), later(41))).toBe(0)
    expect((await outbox().listInDoubt(systemScope)).map(({ chatId }) => chatId)).toEqual([30])
    expect(
      [await claim(later(41)), await claim(later(41)), await claim(later(41))].filter(Boolean),
    ).toHaveLength(2)
  })

  it('drops what waits for a chat when something newer takes its place', async () => {
    const old = await queue(-5, { kind: 'digest' })
    const other = await queue(-5, { kind: 'notice' })
    expect(await outbox().supersede(-5, 'digest', later(5))).toBe(1)
    expect(await state(old)).toMatchObject({ state: 'dropped', reason: 'superseded' })
    expect(await state(other)).toMatchObject({ state: 'pending' })
  })

  it('tells how it stands: what waits and since when, what is in doubt, what was lost and why', async () => {
    const status = () => outbox().status(systemScope, later(60), later(10))
    expect(await status()).toEqual({ waiting: 0, sending: 0, planned: 0, inDoubt: 0, lost: [] })
    for (const reason of ['blocked', 'blocked', 'refused'] as const) {
      const id = await queue(1)
      await claim()
      await record(id, { kind: 'failed', reason, error: 'no' }, later(reason === 'refused' ? 5 : 15))
    }
    const retried = await queue(2, { notBefore: later(-30) })
    await claim()
    await record(retried, { kind: 'retry', notBefore: later(900), error: '500' })
    await queue(3)
    await claim()
    await queue(3)
    await queue(4, { notBefore: later(90) })
    expect(await status()).toEqual({
      ...{ waiting: 2, oldestDueAt: later(-30), sending: 1, planned: 1, inDoubt: 0 },
      lost: [{ reason: 'blocked', count: 2 }],
    })
    expect(await outbox().status(world.scopeOf('DM'), later(60), AT)).toMatchObject({ waiting: 0, lost: [] })
  })

  it('forgets what was sent long ago, and nothing else', async () => {
    const [old, young] = [await queue(1), await queue(2)]
    for (const _ of [old, young]) await claim()
    await record(old, { kind: 'sent', messageId: 1 }, later(61))
    await record(young, { kind: 'sent', messageId: 2 }, later(99))
    await queue(3)
    expect(await outbox().forget(later(80))).toBe(1)
    expect([await state(old), (await state(young)).state]).toEqual([undefined, 'sent'])
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
