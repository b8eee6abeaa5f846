import { join } from 'node:path'
import { cliContextOf, openHouse, systemClock } from './app.ts'
import type { CliDoors } from './cli/start-cli.ts'
import type { Config } from './config.ts'
import { DATA_DIR, siteOf } from './site.ts'
import { connectToHolder } from './store/embedded/lock.ts'
import type { Clock } from './usecases/ports.ts'

/** Returns how a command line of this configuration reaches the database: through the bot that holds it, or by itself. */
export function openCli(config: Config, clock: Clock = systemClock): CliDoors {
  const dataDir = botDataDir(config)
  return {
    connect: async () => (config.databaseUrl === undefined ? connectToHolder(dataDir) : undefined),
    open: async () => {
      const house = await openHouse({ ...config, dataDir }, { clock })
      return { context: cliContextOf(house), close: () => house.database.close() }
    },
    site: siteOf({ ...config, dataDir }, clock),
  }
}

/** With a token the bot's own folder; without one the sandbox's, where its bot has a folder within. */
const botDataDir = (config: Config): string =>
  config.bot ? (config.dataDir ?? DATA_DIR) : join(config.dataDir ?? './data/sandbox', 'bot')
