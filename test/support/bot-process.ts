/** The bot as `npm start` would run it against a Bot API, told all by its environment. */
import { readConfig } from '../../src/config.ts'
import { runBot } from '../../src/run-bot.ts'
import { NO_LIMITS } from '../../src/telegram/transport/limits.ts'

const config = readConfig()
if (!config.bot) throw new Error('BOT_TOKEN is not set')
await runBot({ ...config, bot: config.bot }, { limits: NO_LIMITS })
