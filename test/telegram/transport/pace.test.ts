import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Limits, TELEGRAM_LIMITS } from '../../../src/telegram/transport/limits.ts'
import { type Departure, Pace } from '../../../src/telegram/transport/pace.ts'

const NEVER = new AbortController().signal
const LATENCY_MS = 50
const STALL_EVERY_MS = 5000
const STALL_MS = 400

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A Pace before a Telegram that counts each call when it arrives, `jitter()` ms late. */
function open(limits: Partial<Limits> = {}, jitter = () => 0) {
  const pace = new Pace({ ...TELEGRAM_LIMITS, ...limits }, () => Date.now())
  const counted: { readonly chat: number; readonly at: number }[] = []
  const travel = async (departure: Departure, chat: number) => {
    const lateMs = jitter()
    await wait(LATENCY_MS / 2 + lateMs)
    counted.push({ chat, at: Date.now() })
    await wait(LATENCY_MS / 2)
    departure.arrived()
  }
  const reply = async (chat: number, mostMs = 60_000) => {
    const departure = await pace.enter(chat, mostMs)
    if (typeof departure === 'number') return departure
    const leftAt = Date.now()
    void travel(departure, chat)
    return { leftAt }
  }
  /** Sends to one chat after another for as long. */
  const broadcast = async (untilMs: number, first = 1000) => {
    for (let chat = first; Date.now() < untilMs; chat++) {
      const spare = await pace.spare(NEVER)
      const departure = await pace.enter(chat, 0, spare)
      if (typeof departure !== 'number') void travel(departure, chat)
    }
  }
  return { pace, counted, reply, broadcast, travel }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The most that were counted within any such time. */
const mostWithin = (lengthMs: number, moments: readonly number[]): number =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + lengthMs).length))

describe('the pace of what leaves for Telegram', () => {
  it('reaches 95% of what is allowed and never more than that in any second, though calls arrive unevenly', async () => {
    let turn = 0
    const { counted, broadcast } = open({}, () => [0, 3, 0, 9, 1, 0, 20, 2][turn++ % 8] ?? 0)
    const end = Date.now() + 60_000
    const done = broadcast(end)
    await vi.advanceTimersByTimeAsync(62_000)
    await done
    expect(counted.length / 60).toBeGreaterThan(30 * 0.95)
    expect(
      mostWithin(
        1000,
        counted.map(({ at }) => at),
      ),
    ).toBeLessThanOrEqual(30)
  })

  it('is not exceeded where Telegram stood still for a while and counts what came meanwhile at once', async () => {
    for (let startMs = 0; startMs < STALL_EVERY_MS; startMs += 50) {
      vi.setSystemTime(startMs)
      const stalls = () => Math.max(0, STALL_MS - (Date.now() % STALL_EVERY_MS))
      const { counted, broadcast } = open({}, stalls)
      const done = broadcast(Date.now() + 12_000)
      await vi.advanceTimersByTimeAsync(14_000)
      await done
      const most = mostWithin(
        1000,
        counted.map(({ at }) => at),
      )
      expect(most, `begun ${startMs} ms after a stall`).toBeLessThanOrEqual(30)
    }
  })

  it('lets an answer to a person leave before all that is broadcast, within a place’s time', async () => {
    const { reply, broadcast } = open()
    const done = broadcast(Date.now() + 10_000)
    const waits: number[] = []
    for (let tap = 0; tap < 40; tap++) {
      await vi.advanceTimersByTimeAsync(200)
      const askedAt = Date.now()
      void reply(tap).then((left) => waits.push(typeof left === 'number' ? 1e9 : left.leftAt - askedAt))
    }
    await vi.advanceTimersByTimeAsync(12_000)
    await done
    expect(waits).toHaveLength(40)
    expect(Math.max(...waits)).toBeLessThanOrEqual(120)
  })

  it('lets a burst through to a chat, then one a second', async () => {
    const { counted, reply } = open({ chatBurst: 5 })
    for (let message = 0; message < 9; message++) void reply(7)
    await vi.advanceTimersByTimeAsync(10_000)
    const seconds = counted.map(({ at }) => Math.round((at - (counted[0]?.at ?? 0)) / 1000))
    expect(seconds).toEqual([0, 0, 0, 0, 0, 1, 2, 3, 4])
  })

  it('sends a group no more than twenty in any minute, edits or not, and others meanwhile', async () => {
    const { counted, reply } = open()
    for (let message = 0; message < 45; message++) void reply(-5, 300_000)
    void reply(-6)
    await vi.advanceTimersByTimeAsync(200_000)
    const times = (chat: number) => counted.filter((each) => each.chat === chat).map(({ at }) => at)
    expect(times(-5)).toHaveLength(45)
    expect(mostWithin(60_000, times(-5))).toBe(20)
    expect((times(-6)[0] ?? 0) - (times(-5)[0] ?? 0)).toBeLessThan(1000)
  })

  it('refuses at once what would have to wait longer than its caller can', async () => {
    const { pace, reply } = open({ chatBurst: 1 })
    await reply(7)
    expect(await pace.enter(7, 500)).toBe(1000)
    expect(await reply(8, 500)).toMatchObject({ leftAt: Date.now() })
  })

  it('leaves a refused chat alone, and refuses those who wait for it already', async () => {
    const { pace, reply } = open({ chatBurst: 1 })
    const departure = await pace.enter(7, 0)
    const waiting = pace.enter(7, 2000)
    if (typeof departure !== 'number') departure.refused(9000)
    expect(await waiting).toBe(9000)
    expect(pace.busyChats()).toEqual([7])
    expect(await reply(8)).toMatchObject({ leftAt: Date.now() })
  })

  it('holds everything where several chats in a row are refused', async () => {
    const { pace } = open()
    const refuse = async (chat: number) => {
      const departure = await pace.enter(chat, 0)
      if (typeof departure !== 'number') departure.refused(9000)
    }
    for (const chat of [1, 2]) await refuse(chat)
    expect(typeof (await pace.enter(9, 0))).toBe('object')
    await refuse(3)
    expect(await pace.enter(9, 500)).toBe(9000)
  })

  it('lets go of who waits for a place when stopped', async () => {
    const { pace } = open({ perSecond: 1 })
    await pace.enter(1, 0)
    const stopping = new AbortController()
    const spare = pace.spare(stopping.signal)
    stopping.abort()
    expect(await spare).toBeUndefined()
  })
})
