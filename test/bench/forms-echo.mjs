// node forms-echo.mjs BUILD TOKEN API_ROOT DATA_DIR [DATABASE_URL]: says back what it hears, with a row written for each.
import { createServer } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { Telegraf } from 'telegraf'

const [, , build, token, apiRoot, dataDir, databaseUrl] = process.argv

async function openPool() {
  if (databaseUrl) return new pg.Pool({ connectionString: databaseUrl, max: 10 })
  const [{ openDurablePGlite }, { createPGlitePool }] = await Promise.all(
    ['durable-pglite', 'pglite-pool'].map((name) => import(join(build, `src/store/embedded/${name}.js`))),
  )
  return createPGlitePool(await openDurablePGlite(join(dataDir, 'postgres')))
}

const pool = await openPool()
await pool.query('CREATE TABLE IF NOT EXISTS echo (update_id bigint PRIMARY KEY, chat bigint, text text)')
const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } })
bot.botInfo = await bot.telegram.getMe()
bot.on('text', async (ctx) => {
  const { update, chat, message } = ctx
  await pool.query('INSERT INTO echo VALUES ($1, $2, $3)', [update.update_id, chat.id, message.text])
  await ctx.reply(message.text)
})
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
