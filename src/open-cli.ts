import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { CliContext } from './cli/command.ts'
import { loadShippedPlans } from './cli/load-shipped-plans.ts'
import type { CliDoors } from './cli/start-cli.ts'
import type { Config } from './config.ts'
import { localDateOf } from './domain/local-date.ts'
import { createDigestChart } from './exports/digest-chart.ts'
import type { Texts } from './i18n/texts.ts'
import { openLivePlans } from './live-plans.ts'
import { openSecrets } from './secrets.ts'
import { type OpenDatabase, openDatabase } from './store/database.ts'
import { connectToHolder } from './store/embedded/lock.ts'

/** Where the bot of this configuration keeps its name, told by Telegram when it starts. */
export const BOT_USERNAME_SETTING = 'bot.username'

/** Returns the folder of the bot's own database: with a token the bot's, else the sandbox's. */
export const cliDataDir = (config: Config): string =>
  config.bot ? (config.dataDir ?? 'data/bot') : join(config.dataDir ?? 'data/sandbox', 'bot')

/** Returns how a command line of this configuration reaches the database. */
export const openCli = (config: Config, texts: Texts): CliDoors => ({
  connect: async () => (config.databaseUrl ? undefined : connectToHolder(cliDataDir(config))),
  open: async () => {
    const clock = { now: () => new Date() }
    const today = () => localDateOf(clock.now(), config.timeZone)
    const where = config.databaseUrl ? { url: config.databaseUrl } : {}
    const database = await openDatabase({ ...where, dataDir: cliDataDir(config), today })
    const context = await createCliContext({ config, texts, database, clock })
    return { context, close: () => database.close() }
  },
})

/** Returns what commands work with over an open database; shipped plans are loaded into an empty one. */
export async function createCliContext(house: {
  readonly config: Config
  readonly texts: Texts
  readonly database: OpenDatabase
  readonly clock: CliContext['clock']
}): Promise<CliContext> {
  const { config, texts, database, clock } = house
  const secrets = await openSecrets(database.installation, config.secretKey)
  await loadShippedPlans({ database, clock, secrets })
  const plans = await openLivePlans(database.plans)
  return {
    database,
    library: plans.library,
    asker: plans.asker,
    clock,
    random: (size) => new Uint8Array(randomBytes(size)),
    secrets,
    renderer: await createDigestChart(texts),
    timeZone: config.timeZone,
    locale: config.locale,
    botUsername: () => readBotUsername(database),
    reloadPlans: () => plans.reload(),
    facts: {
      database: database.isEmbedded ? `embedded, ${cliDataDir(config)}` : 'PostgreSQL server',
      delivery: config.bot?.delivery.kind ?? 'sandbox',
      'phones kept': config.secretKey ? 'yes' : 'no, SECRET_KEY is not set',
    },
  }
}

async function readBotUsername({ installation }: OpenDatabase): Promise<string> {
  const name = await installation.setting(BOT_USERNAME_SETTING)
  if (typeof name !== 'string') throw new Error('The bot’s name is not known yet: start the bot once.')
  return name
}
