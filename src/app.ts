import { randomBytes, randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import pino, { type DestinationStream, type Logger } from 'pino'
import type { Update } from 'telegraf/types'
import type { CliContext } from './cli/command.ts'
import { serveControl } from './cli/control.ts'
import { readSentPack } from './cli/read-packs.ts'
import { runLine } from './cli/run-line.ts'
import { readDemoWorldFile, readShippedCalendar } from './cli/shipped-files.ts'
import type { BotConfig, Config } from './config.ts'
import { localDateOf } from './domain/local-date.ts'
import { afterQuietHours } from './domain/quiet-hours.ts'
import { createAuditWorkbook } from './exports/audit-workbook.ts'
import { createDigestChart } from './exports/digest-chart.ts'
import { createFormTemplate } from './exports/form-template.ts'
import { createInvitationSheet } from './exports/invitation-sheet.ts'
import { createPeriodWorkbook } from './exports/period-workbook.ts'
import { createRosterWorkbook } from './exports/roster-workbook.ts'
import { createMetrics } from './http/metrics.ts'
import { startHttp } from './http/server.ts'
import { createTexts } from './i18n/texts.ts'
import { buildJobs } from './jobs/index.ts'
import { JobLog } from './jobs/job-log.ts'
import { startScheduler } from './jobs/scheduler.ts'
import { startSender } from './jobs/sender.ts'
import { loadShippedPlans, openLivePlans } from './live-plans.ts'
import { createSecrets, ownSecretKey } from './secrets.ts'
import { DATA_DIR, machineOf, siteOf } from './site.ts'
import { type OpenDatabase, openDatabase } from './store/database.ts'
import { createBot } from './telegram/bot.ts'
import { createChannel } from './telegram/channel.ts'
import { COMMANDS } from './telegram/commands/index.ts'
import { getMe } from './telegram/get-me.ts'
import { createLeaveGroup } from './telegram/leave-group.ts'
import { publishMenus } from './telegram/menus.ts'
import { createNoticeRenderer } from './telegram/notices/index.ts'
import { receiveUpdates, WEBHOOK_PATH } from './telegram/receive-updates.ts'
import type { Limits } from './telegram/transport/limits.ts'
import { createProxiedFetch } from './telegram/transport/proxied-fetch.ts'
import { createTransport, type Transport } from './telegram/transport/transport.ts'
import { requireNoDemo } from './usecases/check-demo.ts'
import { parseDemoWorld } from './usecases/demo-world.ts'
import { loadDemo } from './usecases/load-demo.ts'
import type { Clock } from './usecases/ports.ts'
import { stillOwed } from './usecases/still-owed.ts'

/** What differs between a real process, one in the sandbox and a test. */
export interface Surroundings {
  readonly clock: Clock
  readonly log?: Logger
  readonly fetch?: typeof fetch
  /** Length of a long poll, in seconds. */
  readonly longPollS?: number
  /** Only a stand-in for Telegram takes more than Telegram does. */
  readonly limits?: Limits
  /** Lets a test stand between the program and its database. */
  readonly intercept?: (database: OpenDatabase) => OpenDatabase
}

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() }

/** Everything of the house but what talks to people; the command line works with it alone. */
export type House = Awaited<ReturnType<typeof openHouse>>

/**
 * Opens the database (fresh ones get the shipped plans, in the sandbox the demo world too) and all that stands on it.
 * Throws: database-in-use, database-is-demo, or an Error in one line.
 */
export async function openHouse(config: Config, surroundings: Surroundings) {
  const { clock, log = createLog(config), intercept = (opened) => opened } = surroundings
  const { timeZone, locale } = config
  const today = () => localDateOf(clock.now(), timeZone)
  const dataDir = config.dataDir ?? DATA_DIR
  const url = config.databaseUrl
  const database = intercept(await openDatabase({ dataDir, today, ...(url !== undefined && { url }) }))
  try {
    if (config.bot && !config.isSandboxed) await requireNoDemo(database, clock.now())
    const texts = await createTexts()
    const secrets = createSecrets(config.secretKey ?? (await ownSecretKey(database.installation)))
    await loadShippedPlans(database, clock, secrets)
    const plans = await openLivePlans(database.plans)
    const jobLog = new JobLog(clock)
    const house = {
      ...{ config, database, texts, secrets, log, clock, timeZone, locale, plans },
      ...{
        library: plans.library,
        asker: plans.asker,
        random: (size: number) => new Uint8Array(randomBytes(size)),
      },
      ...{ jobLog, machine: machineOf(config, database, clock, jobLog) },
      renderer: lazily(() => createDigestChart(texts)),
      formTemplate: createFormTemplate(texts),
      calendar: await readShippedCalendar(),
      rosterFile: createRosterWorkbook(texts),
      reportWriter: createPeriodWorkbook(texts),
      invitationSheet: createInvitationSheet(texts),
      auditWriter: createAuditWorkbook(texts, timeZone),
      readPack: readSentPack(secrets),
      reloadPlans: () => plans.reload(),
    }
    if (config.isSandboxed) await loadDemo(house, parseDemoWorld(await readDemoWorldFile()))
    return house
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Fonts are read when the first picture is drawn. */
function lazily(
  make: () => ReturnType<typeof createDigestChart>,
): Awaited<ReturnType<typeof createDigestChart>> {
  let made: ReturnType<typeof createDigestChart> | undefined
  return {
    async render(digest, locale) {
      made ??= make()
      return (await made).render(digest, locale)
    },
  }
}

/** What the command line's commands work with. */
export function cliContextOf(house: House): CliContext {
  return {
    ...house,
    async botUsername() {
      const known = await house.database.installation.setting(USERNAME_SETTING)
      if (typeof known === 'string') return known
      if (!house.config.bot)
        throw new Error('The bot has not run on this database yet: start it once, or set BOT_TOKEN')
      const transport = transportOf(house.config.bot, {})
      return (await getMe(house.log, transport)).username
    },
  }
}

const USERNAME_SETTING = 'bot-username'

export interface App {
  readonly house: House
  readonly port: number
  /** The clock was moved: what became due is done now. */
  clockMoved(): Promise<void>
  stop(): Promise<void>
}

/** Starts the bot: everything of the house, and what talks to people. What was opened before a failure is closed again. */
export async function startApp(
  config: Config & { readonly bot: BotConfig },
  surroundings: Surroundings,
): Promise<App> {
  const house = await openHouse(config, surroundings)
  const closing: Closing = [() => house.database.close()]
  const stop = async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close()
  }
  try {
    return { house, stop, ...(await openDoors(house, config.bot, surroundings, closing)) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What is to be closed at the end, in the order it was opened. */
type Closing = (() => Promise<unknown>)[]

/** Opens all that talks to people, from the sender of the outbox to the updates. */
async function openDoors(
  house: House,
  botConfig: BotConfig,
  surroundings: Surroundings,
  closing: Closing,
): Promise<Pick<App, 'port' | 'clockMoved'>> {
  const { config, database, log, texts } = house
  const instance = randomUUID()
  const transport = transportOf(botConfig, surroundings)
  const me = await getMe(log, transport)
  await database.installation.setSetting(USERNAME_SETTING, me.username)
  await database.installation.beat(instance)
  closing.push(() => database.installation.forgetInstance(instance))
  const deps = { ...house, transport, instance, defaultLocale: config.locale, adminIds: config.adminIds }
  const bot = createBot(deps, botConfig.token, me)
  const channel = createChannel({
    ...deps,
    render: createNoticeRenderer({
      ...house,
      username: me.username,
      stillOwed: (items) => stillOwed(house, items),
      isQuiet: () => afterQuietHours(house.clock.now(), house.timeZone) > house.clock.now(),
    }),
  })
  const sender = startSender({ ...deps, channel }, log)
  closing.push(() => sender.stop())
  const scheduler = startScheduler(
    buildJobs({ ...deps, leaveGroup: createLeaveGroup(transport) }),
    log,
    house.jobLog,
  )
  closing.push(() => scheduler.stop())
  database.onQueued(() => sender.wake())
  const handleUpdate = (update: unknown) => bot.handleUpdate(update as Update)
  const http = await openHttp(house, botConfig, handleUpdate)
  closing.push(() => http.close())
  const polling = await receiveUpdates(botConfig.delivery, {
    ...{ transport, bot, log },
    ...(surroundings.longPollS !== undefined && { longPollS: surroundings.longPollS }),
  })
  closing.push(async () => polling?.stop())
  await publishMenus(transport, texts, COMMANDS).catch((error: unknown) => {
    log.warn({ err: error }, 'menus not published; they are at the next start')
  })
  await scheduler.runAll()
  database.lock?.onConnection((socket) => void serveCommandLine(house, socket))
  return {
    port: http.port,
    async clockMoved() {
      await scheduler.runAll()
      sender.wake()
    },
  }
}

const openHttp = (
  { config, database }: House,
  { delivery }: BotConfig,
  handle: (update: unknown) => Promise<void>,
) =>
  startHttp({
    ...{ host: config.host, port: config.port ?? 3000, metrics: createMetrics() },
    checkReady: () => database.installation.setting('demo').then(() => undefined),
    ...(delivery.kind === 'webhook' && { webhook: { path: WEBHOOK_PATH, secret: delivery.secret, handle } }),
  })

const serveCommandLine = (house: House, socket: Socket): Promise<void> =>
  serveControl(socket, (line, io) =>
    runLine(
      ...([line, io, house.texts, house.config.locale] as const),
      async () => cliContextOf(house),
      siteOf(house.config, house.clock, house.database),
    ),
  )

const transportOf = (bot: BotConfig, { fetch, limits }: Pick<Surroundings, 'fetch' | 'limits'>): Transport =>
  createTransport({
    token: bot.token,
    apiRoot: bot.apiRoot,
    now: () => performance.now(),
    ...(bot.proxy !== undefined && { fetch: createProxiedFetch(bot.proxy) }),
    ...(fetch && { fetch }),
    ...(limits && { limits }),
  })

/** The log of a process: one JSON line each, without what people wrote. Default: standard output. */
export const createLog = (
  { logLevel }: Pick<Config, 'logLevel'>,
  to: DestinationStream = pino.destination(1),
): Logger => pino({ level: logLevel, redact: ['*.token', '*.phone', '*.text'] }, to)
