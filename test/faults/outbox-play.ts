import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { systemScope } from '../../src/domain/access.ts'
import type { SandboxServer } from '../../src/sandbox/main.ts'
import { openDatabase } from '../../src/store/database.ts'
import { BotChild } from './bot-child.ts'
import type { Mutation } from './orders.ts'
import {
  digestsTwice,
  FED_ROWS,
  type FedRow,
  judgeFed,
  judgeSentAgain,
  watchArrivals,
} from './outbox-evidence.ts'
import type { Stage } from './plays.ts'
import { linkGroups, openSandbox } from './scene.ts'

const LATENCY_MS = 40
const FED_EVERY_MS = 45
// As many as have not begun in the demo's world.
const CHATS = 9
const LONGEST_LIFE_MS = 900
const HOUR_MS = 3600_000
const QUIET_MS = 3000
/** A process that is gone is known to be dead by then. */
const PATIENCE_MS = 150_000
/** At this pace and distance one or two are on their way at a time. */
const IN_FLIGHT = 5

export interface OutboxPlay {
  readonly kills: number
  /** Of a PostgreSQL server: two bots share it. Absent: one bot on the embedded database. */
  readonly databaseUrl?: string
  readonly mutation?: Mutation
  /** Clocks jump by an hour and there is a day's outage. */
  readonly isClockWild?: boolean
  /** 0 ≤ n < 1, in the order of the seed. */
  readonly random: () => number
  readonly tell?: (line: string) => void
}

/** Returns what is wrong after the sender was killed again and again while messages were queued all the time. */
export async function playOutbox(stage: Stage, play: OutboxPlay): Promise<readonly string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-outbox-'))
  await cp(stage.prepared, dir, { recursive: true })
  const bots: BotChild[] = []
  const sandbox = await openSandbox(dir, () => {
    for (const bot of bots) bot.tellClock()
  })
  sandbox.faults.latencyMs = LATENCY_MS
  for (const personId of chatsOf(stage)) sandbox.world.record({ kind: 'person', personId, isStarted: true })
  const town: Town = { stage, play, dir, sandbox, bots, arrivals: watchArrivals(sandbox) }
  try {
    await killAgainAndAgain(town)
    return await judge(town)
  } finally {
    for (const bot of bots) await bot.kill()
    await sandbox.close()
    await rm(dir, { recursive: true, force: true })
  }
}

interface Town {
  readonly stage: Stage
  readonly play: OutboxPlay
  readonly dir: string
  readonly sandbox: SandboxServer
  readonly bots: BotChild[]
  readonly arrivals: ReadonlyMap<string, number>
}

/** They can be written to, whether or not they have in the demo's world. */
const chatsOf = ({ cast }: Stage): readonly number[] => cast.fillers(CHATS).map(({ personId }) => personId)

function startBot({ stage, play, dir, sandbox, bots }: Town, place: number, isFed: boolean): BotChild {
  const bot = new BotChild(sandbox, {
    file: stage.file,
    dataDir: join(dir, 'bot'),
    ...(play.databaseUrl !== undefined && { databaseUrl: play.databaseUrl }),
    orders: {
      isPaced: true,
      ...(isFed && { feed: { chats: chatsOf(stage), everyMs: FED_EVERY_MS } }),
      ...(play.mutation && { mutations: [play.mutation] }),
    },
  })
  bots[place] = bot
  return bot
}

async function killAgainAndAgain(town: Town): Promise<void> {
  const { play, bots, sandbox } = town
  const { random, tell = () => undefined } = play
  const places = play.databaseUrl === undefined ? [0] : [0, 1]
  await openTown(town, places)
  for (let kill = 1; kill <= play.kills; kill++) {
    const victim = Math.floor(random() * places.length)
    const afterMs = Math.round(random() * LONGEST_LIFE_MS)
    if (play.isClockWild && kill % 10 === 5) bots[victim]?.tellClock((random() < 0.5 ? -1 : 1) * HOUR_MS)
    await sleep(afterMs)
    await bots[victim]?.kill()
    if (play.isClockWild && kill === Math.ceil(play.kills / 2)) {
      for (const bot of bots) await bot.kill()
      sandbox.world.setTime(sandbox.world.clock.now() + 24 * HOUR_MS)
      await Promise.all(
        places.filter((place) => place !== victim).map((place) => startBot(town, place, true).ready),
      )
    }
    await startBot(town, victim, true).ready
    tell(`kill ${kill}: bot ${victim}, ${afterMs} ms after its start`)
  }
  for (const bot of bots) await bot.kill()
}

/** The first bot fills an empty server; on the embedded database that was done before. */
async function openTown(town: Town, places: readonly number[]): Promise<void> {
  const { play, stage, dir } = town
  if (play.databaseUrl !== undefined) {
    await startBot(town, 0, false).ready
    const database = await openDatabase({ dataDir: dir, today: () => '2026-12-07', url: play.databaseUrl })
    await linkGroups(database, stage.cast).finally(() => database.close())
    await town.bots[0]?.stop()
  }
  await Promise.all(places.map((place) => startBot(town, place, true).ready))
}

async function judge(town: Town): Promise<readonly string[]> {
  const { play, sandbox, arrivals } = town
  const before = await settle(town)
  const doubts = before.filter(({ state }) => state === 'in-doubt').length
  const kills = play.kills + 1 + (play.isClockWild ? 1 : 0)
  play.tell?.(`${before.length} messages, ${kills} kills, ${doubts} in doubt`)
  const wrong = [...judgeFed(before, arrivals), ...digestsTwice(sandbox)]
  const many = doubts > kills * IN_FLIGHT ? [`${doubts} in doubt after ${kills} kills`] : []
  await sendAgain(town)
  const after = await settle(town)
  return [...wrong, ...many, ...judgeSentAgain(before, after, arrivals)]
}

/** Lets a bot send what is left, and returns the rows once nothing happens any more. */
async function settle(town: Town): Promise<readonly FedRow[]> {
  const bot = startBot(town, 0, false)
  await bot.ready
  const isOnServer = town.play.databaseUrl !== undefined
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const { revision } = town.sandbox.world
    await sleep(QUIET_MS)
    const isQuiet = town.sandbox.world.revision === revision
    if (isQuiet && (!isOnServer || !(await isOpen(town)))) break
  }
  await bot.stop()
  return readRows(town)
}

const isOpen = async (town: Town): Promise<boolean> =>
  (await readRows(town)).some(({ state }) => state === 'pending' || state === 'sending')

async function readRows({ play, dir }: Town): Promise<readonly FedRow[]> {
  if (play.databaseUrl === undefined) {
    const { openDurablePGlite } = await import('../../src/store/embedded/durable-pglite.ts')
    const db = await openDurablePGlite(join(dir, 'bot', 'postgres'))
    return db
      .query<FedRow>(FED_ROWS)
      .then(({ rows }) => rows)
      .finally(() => db.close())
  }
  const client = new pg.Client(play.databaseUrl)
  await client.connect()
  return client
    .query<FedRow>(FED_ROWS)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

async function sendAgain({ play, dir, sandbox }: Town): Promise<void> {
  const url = play.databaseUrl
  const database = await openDatabase({
    dataDir: join(dir, 'bot'),
    today: () => '2026-12-07',
    ...(url !== undefined && { url }),
  })
  const now = new Date(sandbox.world.clock.now())
  await database.outbox.sendAllAgain(systemScope, now, now).finally(() => database.close())
}
