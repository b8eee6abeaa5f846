import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { TELEGRAM_LIMITS } from '../../src/telegram/transport/limits.ts'
import { buildProgram } from '../faults/build.ts'
import { createServerDatabase } from '../support/server-database.ts'
import { LimitedBotApi } from './limited-bot-api.ts'
import { countOutOfOrder, countTwice, markOf } from './outbox-ledger.ts'
import { OutboxBot, type Tapped } from './outbox-subject.ts'
import { fillOutboxWorld, type School } from './outbox-world.ts'
import type { BenchPart } from './part.ts'

const REMINDERS = 1000
const DIGESTS = 50
const TAPPING = 200
const EACH_TAP_MS = 250
const IDLE_TAPS = 150
const CHATS_IN_TROUBLE = 200
const EACH_IN_TROUBLE = 3
/** Bars of the product. */
const LEAST_SHARE = 0.95
const MOST_ANSWERED_MS = 300

type Row = Readonly<Record<string, string | number>>

interface Place {
  readonly build: string
  /** Of a server, filled already; absent: the prepared folder. */
  readonly databaseUrl?: string
  readonly prepared: string
  readonly dir: string
  readonly schools: readonly School[]
}

/** How fast the outbox empties within Telegram's limits, what people notice of it, and what is left when Telegram has troubles. */
export const outbox: BenchPart = {
  title: `Outbox: ${REMINDERS} reminders and ${DIGESTS} digests to a Bot API 50 ms away that enforces Telegram's limits`,
  async run() {
    const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-bench-'))
    const build = await buildProgram()
    const api = await LimitedBotApi.open(createSeededRandom('outbox').next)
    try {
      const prepared = join(dir, 'prepared')
      const schools = await fillOutboxWorld({ DATA_DIR: prepared }, DIGESTS, REMINDERS + TAPPING)
      const place = { build: dirname(dirname(build.main)), prepared, dir, schools }
      return [
        ...(await measureRate(api, place)),
        ...(await measureOnServer(api, place)),
        ...(await measureTroubles(api, place)),
        ...(await measureDoubts(api, place)),
      ]
    } finally {
      api.close()
      await build.remove()
      await rm(dir, { recursive: true, force: true })
    }
  },
}

/** A bot on a database of its own, before an empty ledger. */
async function withBot<R>(
  api: LimitedBotApi,
  { build, databaseUrl, prepared, dir }: Place,
  isFaulty: boolean,
  work: (bot: OutboxBot) => Promise<R>,
): Promise<R> {
  const dataDir = await mkdtemp(join(dir, 'bot-'))
  if (databaseUrl === undefined) await cp(prepared, dataDir, { recursive: true })
  const on = { build, dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }
  const bot = await OutboxBot.start(api, { ...on, isFaulty })
  api.ledger.length = 0
  api.refused = 0
  api.lost = 0
  api.limits.reset()
  return work(bot).finally(() => bot.stop())
}

/** The rate once more with PostgreSQL instead of the embedded database. */
async function measureOnServer(api: LimitedBotApi, place: Place): Promise<readonly Row[]> {
  if (process.env.TEST_DATABASE_URL === undefined) return []
  const { url, drop } = await createServerDatabase('template0')
  try {
    const schools = await fillOutboxWorld({ DATABASE_URL: url }, DIGESTS, REMINDERS + TAPPING)
    const rows = await measureRate(api, { ...place, schools, databaseUrl: url })
    return [row('with PostgreSQL:', '', '', ''), ...rows]
  } finally {
    await drop()
  }
}

const measureRate = (api: LimitedBotApi, place: Place): Promise<readonly Row[]> =>
  withBot(api, place, false, async (bot) => {
    const [reminded, tapping] = [place.schools.slice(0, REMINDERS), place.schools.slice(REMINDERS)]
    const idle = await tapFor(bot, tapping, IDLE_TAPS, () => false)
    api.ledger.length = 0
    const cpuBefore = await bot.ask<number>('cpu')
    let isSent = false
    const taps = tapFor(bot, tapping, Number.POSITIVE_INFINITY, () => isSent)
    const hourAt = performance.now()
    await bot.ask('monday')
    await bot.ask('queue', { chats: reminded, each: 1 })
    const status = await bot.sentAll()
    isSent = true
    const cpuMs = (await bot.ask<number>('cpu')) - cpuBefore
    const busy = await taps
    // Replies leave in the same places: all count from the outbox's first message to its last.
    const own = api.ledger.filter(({ chat, text }) => chat < 0 || markOf(text)).map(({ at }) => at)
    const [firstAt, lastAt] = [Math.min(...own), Math.max(...own)]
    const count = api.ledger.filter(({ at }) => at >= firstAt && at <= lastAt).length
    const perSecond = (count - 1) / ((lastAt - firstAt) / 1000)
    const bar = LEAST_SHARE * TELEGRAM_LIMITS.perSecond
    const reminders = api.ledger.filter(({ text }) => markOf(text) !== undefined).length
    const digests = api.ledger.filter(({ chat }) => chat < 0).length
    const answers = api.ledger.length - reminders - digests
    return [
      row('messages a second', perSecond, `≥ ${bar}`, perSecond >= bar),
      row('  reminders · digests · replies', `${reminders} · ${digests} · ${answers}`, '', ''),
      row(
        '  each once, none lost or in doubt',
        status.inDoubt + countTwice(api),
        '= 0',
        isClean(api, status),
      ),
      row('  from the hour to the first of them, s', (firstAt - hourAt) / 1000, '', ''),
      row('  processor time for each, ms', cpuMs / api.ledger.length, '', ''),
      row('429 of a limit', api.refused, '= 0', api.refused === 0),
      ...answeredRows('tap answered meanwhile', busy, MOST_ANSWERED_MS),
      ...answeredRows('tap answered when idle', idle),
    ]
  })

const isClean = (
  api: LimitedBotApi,
  status: { readonly inDoubt: number; readonly lost: readonly unknown[] },
): boolean => {
  const marks = api.ledger.flatMap(({ text }) => markOf(text) ?? [])
  const digests = api.ledger.flatMap(({ chat }) => (chat < 0 ? [chat] : []))
  return (
    marks.length === REMINDERS &&
    digests.length === DIGESTS &&
    new Set(digests).size === DIGESTS &&
    countTwice(api) + status.inDoubt + status.lost.length === 0
  )
}

/** 429, 500 and refused connections on a tenth of the calls: nothing is in doubt, so all arrives once and in order. */
const measureTroubles = (api: LimitedBotApi, place: Place): Promise<readonly Row[]> =>
  withBot(api, place, true, async (bot) => {
    api.troubles = { tooMany: 3.5, broken: 3.5 }
    await bot.ask('refuse', { percent: 3 })
    const expected = await queueSome(bot, place)
    const { inDoubt } = await bot.sentAll()
    api.troubles = {}
    const arrived = api.ledger.length
    const isGood = arrived === expected && countTwice(api) + countOutOfOrder(api) + inDoubt === 0
    return [
      row('429, 500, refused on 10%: arrived', arrived, `= ${expected}`, isGood),
      row(
        '  twice · out of order · in doubt',
        `${countTwice(api)} · ${countOutOfOrder(api)} · ${inDoubt}`,
        '= 0',
        isGood,
      ),
    ]
  })

/** Cut after it was accepted, or never answered: nobody can know, nothing is repeated; a person decides. */
const measureDoubts = (api: LimitedBotApi, place: Place): Promise<readonly Row[]> =>
  withBot(api, place, true, async (bot) => {
    api.troubles = { cut: 7, hang: 3 }
    const expected = await queueSome(bot, place)
    const { inDoubt } = await bot.sentAll()
    const [lost, repeated] = [api.lost, countTwice(api)]
    api.troubles = {}
    const again = await bot.ask<number>('again')
    const after = await bot.sentAll()
    const isSound = inDoubt === lost && repeated === 0
    const arrived = api.ledger.length
    const isAll = again === inDoubt && after.inDoubt === 0 && arrived === expected + again
    return [
      row('cut or timed out on 10%: in doubt', inDoubt, `= ${lost} lost answers`, isSound),
      row('  repeated by itself', repeated, '= 0', repeated === 0),
      row('  after «send again»: arrived', arrived, `= ${expected} + ${again}`, isAll),
    ]
  })

async function queueSome(bot: OutboxBot, { schools }: Place): Promise<number> {
  await bot.ask('queue', { chats: schools.slice(0, CHATS_IN_TROUBLE), each: EACH_IN_TROUBLE })
  return CHATS_IN_TROUBLE * EACH_IN_TROUBLE
}

/** People tap one after another, evenly, whether the last was answered or not. */
async function tapFor(
  bot: OutboxBot,
  people: readonly School[],
  most: number,
  isOver: () => boolean,
): Promise<readonly Tapped[]> {
  const tapped: Promise<Tapped>[] = []
  for (let tap = 0; tap < most && !isOver(); tap++) {
    const person = people[tap % people.length]
    if (person) tapped.push(bot.tap(person.chat, 'm:nop'))
    await sleep(EACH_TAP_MS)
  }
  return Promise.all(tapped)
}

function answeredRows(figure: string, taps: readonly Tapped[], bar?: number): readonly Row[] {
  const at = (share: number, times: readonly number[]) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
    Number.NaN
  const answered = taps.map(({ answeredMs }) => answeredMs)
  const done = taps.map(({ doneMs }) => doneMs)
  const p99 = at(0.99, answered)
  return [
    row(
      `${figure}, p99 of ${taps.length}, ms`,
      p99,
      bar === undefined ? '' : `≤ ${bar}`,
      bar === undefined ? '' : p99 <= bar,
    ),
    row(
      '  p50 · shown p50 · shown p99, ms',
      [at(0.5, answered), at(0.5, done), at(0.99, done)].map((ms) => ms.toFixed(0)).join(' · '),
      '',
      '',
    ),
  ]
}

const row = (figure: string, value: number | string, bar: string, isMet: boolean | ''): Row => ({
  figure,
  value: typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : value,
  bar,
  met: isMet === '' ? '' : isMet ? 'yes' : 'NO',
})
