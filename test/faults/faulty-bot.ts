import { readConfig } from '../../src/config.ts'
import { runBot } from '../../src/run-bot.ts'
import { NO_LIMITS } from '../../src/telegram/transport/limits.ts'
import { createHit, fetchWithFailpoints, type Steps, withFailpoints } from './failpoints.ts'
import { startFeed } from './feed.ts'
import { mutated } from './mutations.ts'
import type { Orders } from './orders.ts'

/** The real bot, but that it dies where it was ordered to, and lacks the protections it was ordered to lack. */
const orders = JSON.parse(process.env.FAULTS ?? '{}') as Orders
const config = readConfig()
if (!config.bot) throw new Error('BOT_TOKEN is not set')
const hit = createHit(orders)
const steps: Steps = { hasUnacknowledged: false }
await runBot(
  { ...config, bot: config.bot },
  {
    ...(!orders.isPaced && { limits: NO_LIMITS }),
    fetch: fetchWithFailpoints(steps, hit),
    intercept: (database) => {
      if (orders.feed) startFeed(database.outbox, orders.feed)
      return withFailpoints(mutated(database, orders.mutations ?? []), steps, hit)
    },
  },
)
