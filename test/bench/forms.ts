import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { buildProgram } from '../faults/build.ts'
import { BareBotApi } from './bare-bot-api.ts'
import { type Rate, Subject, type SubjectOptions } from './forms-subject.ts'
import { fillBenchWorld } from './forms-world.ts'
import { type BenchPart, median } from './part.ts'

const CHATS = 16
const ROUNDS = 7
const ROUND_MS = 2000
/** The program is large: it takes this long until it is compiled as it will run. */
const WARM_UP_MS = 8000
const COUNTS = 3
const ALONE = 9
const PEOPLE = 1200
/** Bars of the product. */
const LEAST_RATIO = 0.5
const MOST_COMMITS = 1
const MOST_ROUND_TRIPS = 2
const MOST_SLOWER = 1.3

type Row = Readonly<Record<string, string | number>>

/**
 * A form's step through the whole bot beside a bare echo that writes a row, as one writes it with Telegraf and Prisma; what it asks of the
 * database; whether it slows down. Beside an echo whose row is written past Prisma, by the driver alone, stand the step again and the
 * least a step can be (forms-least.mjs), which tells what the frameworks alone leave of it.
 */
export const forms: BenchPart = {
  title: `Forms: update in → reply out, durable; ${CHATS} chats side by side, rounds of each in turn`,
  async run() {
    const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-bench-'))
    const build = await buildProgram()
    const api = await BareBotApi.open()
    const common = { build: dirname(dirname(build.main)), apiRoot: api.url }
    try {
      const embedded = await measureEmbedded(api, common, dir)
      const server = process.env.TEST_DATABASE_URL
      return server === undefined
        ? embedded
        : [...embedded, ...(await measureOnServer(api, common, dir, server))]
    } finally {
      api.close()
      await build.remove()
      await rm(dir, { recursive: true, force: true })
    }
  },
}

type Common = Pick<SubjectOptions, 'build' | 'apiRoot'>

async function measureEmbedded(api: BareBotApi, common: Common, dir: string): Promise<readonly Row[]> {
  const at = (name: string) => ({ ...common, dataDir: join(dir, name) })
  const each = { bot: at('bot'), echo: at('echo'), barest: at('barest'), least: at('least') }
  await fillBenchWorld(each.bot, PEOPLE)
  for (const { dataDir } of [each.echo, each.barest, each.least])
    await cp(each.bot.dataDir, dataDir, { recursive: true })
  return measure(api, 'PGlite', each)
}

async function measureOnServer(
  api: BareBotApi,
  common: Common,
  dir: string,
  server: string,
): Promise<readonly Row[]> {
  const name = `chi_tieu_bench_${process.pid}`
  const databaseUrl = new URL(server)
  databaseUrl.pathname = `/${name}`
  const at = { dataDir: join(dir, 'none'), databaseUrl: databaseUrl.href }
  await onServer(server, `CREATE DATABASE ${name}`)
  try {
    await fillBenchWorld({ dataDir: at.dataDir, url: at.databaseUrl }, PEOPLE)
    const each = { ...common, ...at }
    return await measure(api, 'PostgreSQL', { bot: each, echo: each, barest: each, least: each })
  } finally {
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** One of each that is measured. */
type Each<T> = Readonly<Record<'bot' | 'echo' | 'barest' | 'least', T>>

async function measure(
  api: BareBotApi,
  database: string,
  at: Each<Omit<SubjectOptions, 'file'>>,
): Promise<readonly Row[]> {
  const echo = await Subject.start({ file: 'forms-echo.mjs', ...at.echo })
  const barest = await Subject.start({ file: 'forms-barest.mjs', ...at.barest })
  const least = await Subject.start({ file: 'forms-least.mjs', ...at.least })
  const bot = await Subject.start({ file: 'forms-bot.mjs', ...at.bot })
  try {
    const rounds = await compare({ bot, echo, barest, least })
    const middle = (figure: (round: Each<Rate>) => number) => median(rounds.map(figure))
    const ratio = middle((round) => round.bot.perSecond / round.echo.perSecond)
    const barestRatio = middle((round) => round.bot.perSecond / round.barest.perSecond)
    const leastRatio = middle((round) => round.least.perSecond / round.barest.perSecond)
    const asked = await countTraffic(api, bot)
    const alone: (readonly number[])[] = []
    for (let turn = 0; turn < ALONE; turn++) alone.push(await bot.fillAlone())
    const tookAt = (question: number) =>
      median(alone.flatMap((took) => took.slice(question - 3, question + 2)))
    const [early, late] = [tookAt(5), tookAt(80)]
    const beside = (figure: (rate: Rate) => number, digits: number) =>
      `echo ${middle(({ echo }) => figure(echo)).toFixed(digits)}, barest ${middle(({ barest }) => figure(barest)).toFixed(digits)}`
    const perSecond = (rate: Rate) => rate.perSecond
    const cpuMs = (rate: Rate) => rate.cpuMs
    return [
      row(
        database,
        'steps a second',
        middle(({ bot }) => bot.perSecond),
        beside(perSecond, 0),
        '',
      ),
      row(
        database,
        'processor a step, ms',
        middle(({ bot }) => bot.cpuMs),
        beside(cpuMs, 2),
        '',
      ),
      row(database, 'ratio to the echo', ratio, `≥ ${LEAST_RATIO}`, ratio >= LEAST_RATIO),
      row(database, 'ratio to the barest', barestRatio, `≥ ${LEAST_RATIO}`, barestRatio >= LEAST_RATIO),
      row(database, 'least step to the barest', leastRatio, '', ''),
      row(database, 'commits a step', asked.commits, `≤ ${MOST_COMMITS}`, asked.commits <= MOST_COMMITS),
      row(
        database,
        'round trips a step',
        asked.roundTrips,
        `≤ ${MOST_ROUND_TRIPS}`,
        asked.roundTrips <= MOST_ROUND_TRIPS,
      ),
      row(database, 'replies a step', asked.replies, '= 1', asked.replies === 1),
      row(database, '5th question, ms', early, '', ''),
      row(database, '80th question, ms', late, '', ''),
      row(database, '80th to 5th', late / early, `≤ ${MOST_SLOWER}`, late / early <= MOST_SLOWER),
    ]
  } finally {
    for (const subject of [bot, least, barest, echo]) await subject.stop()
  }
}

/** Short rounds of each in turn, so that whatever else the machine does meets all of them. */
async function compare({ bot, echo, barest, least }: Each<Subject>): Promise<readonly Each<Rate>[]> {
  const round = async (ms: number): Promise<Each<Rate>> => ({
    echo: await echo.throughput(CHATS, ms, false),
    barest: await barest.throughput(CHATS, ms, false),
    least: await least.throughput(CHATS, ms, false),
    bot: await bot.throughput(CHATS, ms, true),
  })
  await round(WARM_UP_MS)
  const rounds: Each<Rate>[] = []
  while (rounds.length < ROUNDS) rounds.push(await round(ROUND_MS))
  return rounds
}

interface Traffic {
  readonly commits: number
  readonly roundTrips: number
  readonly replies: number
}

/** The least of several counts: what the jobs of the minute ask for meanwhile is no part of a step. */
async function countTraffic(api: BareBotApi, bot: Subject): Promise<Traffic> {
  const counts: Traffic[] = []
  while (counts.length < COUNTS) counts.push(await countOnce(api, bot, PEOPLE - 1 - counts.length))
  const least = (figure: (traffic: Traffic) => number) => Math.min(...counts.map(figure))
  return {
    commits: least(({ commits }) => commits),
    roundTrips: least(({ roundTrips }) => roundTrips),
    replies: least(({ replies }) => replies),
  }
}

/** Of the answers of one form; what is said to open it is not among them. */
async function countOnce(api: BareBotApi, bot: Subject, person: number): Promise<Traffic> {
  await bot.open(person)
  const [before, messages] = [await bot.used(), api.messages]
  const steps = 40
  for (let step = 0; step < steps; step++) await bot.say(person, String(step))
  const after = await bot.used()
  return {
    commits: (after.commits - before.commits) / steps,
    roundTrips: (after.roundTrips - before.roundTrips) / steps,
    replies: (api.messages - messages) / steps,
  }
}

const row = (database: string, figure: string, value: number, bar: string, isMet: boolean | ''): Row => ({
  ...{ database, figure, value: value.toFixed(2), bar },
  met: isMet === '' ? '' : isMet ? 'yes' : 'NO',
})
