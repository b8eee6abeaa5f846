import { createServer } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { Telegraf } from 'telegraf'

const [, , build, token, apiRoot, dataDir, databaseUrl] = process.argv

/** The bot's database: a server's, or the embedded one as the program opens it. */
export async function openPool() {
  if (databaseUrl) return new pg.Pool({ connectionString: databaseUrl, max: 10 })
  const [{ openDurablePGlite }, { createPGlitePool }] = await Promise.all(
    ['durable-pglite', 'pglite-pool'].map((name) => import(join(build, `src/store/embedded/${name}.js`))),
  )
  return createPGlitePool(await openDurablePGlite(join(dataDir, 'postgres')))
}

/** A bare Telegraf bot that is told of texts by webhook and says its port. */
export async function serve(onText) {
  const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } })
  bot.botInfo = await bot.telegram.getMe()
  bot.on('text', onText)
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    await bot.handleUpdate(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    response.end()
  })
  server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'))
  process.on('message', (wish) => {
    if (wish !== 'used') process.exit(0)
    const { user, system } = process.cpuUsage()
    process.send({ roundTrips: 0, commits: 0, cpuUs: user + system })
  })
  process.on('disconnect', () => process.exit(0))
}
