// node forms-bot.mjs BUILD TOKEN API_ROOT DATA_DIR [DATABASE_URL]: the whole bot, told of updates by webhook; says its port.
import { join } from 'node:path'
import pg from 'pg'

const [, , build, token, apiRoot, dataDir, databaseUrl] = process.argv

const cpuUs = () => process.cpuUsage().user + process.cpuUsage().system

/** Statements sent and transactions that wrote; the outbox's sender and its leadership, which wake by themselves, are no part of a step. */
const traffic = { roundTrips: 0, commits: 0 }
const send = pg.Client.prototype.query
pg.Client.prototype.query = function (...args) {
  const text = args[0]?.text ?? args[0]
  if (!/"Outbox"|"isMine"|(INTO|UPDATE) "Instance"|"public"."Instance"/.test(text)) {
    traffic.roundTrips++
    if (
      text === 'COMMIT' ||
      /^\s*(WITH|INSERT|UPDATE|DELETE)\b[\s\S]*\b(INSERT|UPDATE|DELETE)\b|^\s*(INSERT|UPDATE|DELETE)\b/.test(
        text,
      )
    )
      traffic.commits++
  }
  return send.apply(this, args)
}

// The program keeps the method it finds when it is loaded.
const { startApp } = await import(join(build, 'src/app.js'))
const port = Number(process.env.PORT)
const delivery = { kind: 'webhook', url: `http://127.0.0.1:${port}`, secret: 'bench' }
const config = {
  bot: { token, apiRoot, delivery },
  ...(databaseUrl && { databaseUrl }),
  ...{ dataDir, adminIds: [], port, host: '127.0.0.1', timeZone: 'Asia/Ho_Chi_Minh', locale: 'vi' },
  ...{ logLevel: 'warn', isSandboxed: false },
}
const startedAt = Date.parse('2026-12-07T03:00:00Z')
const clock = { now: () => new Date(startedAt + performance.now()) }
const { NO_LIMITS } = await import(join(build, 'src/telegram/transport/limits.js'))
const app = await startApp(config, { clock, limits: NO_LIMITS })
process.on('message', (wish) => {
  if (wish === 'used') process.send({ ...traffic, cpuUs: cpuUs() })
  else void app.stop().then(() => process.exit(0))
})
process.send('ready')
process.on('disconnect', () => process.exit(0))
