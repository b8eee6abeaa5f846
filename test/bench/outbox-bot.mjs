// node outbox-bot.mjs BUILD TOKEN API_ROOT DATA_DIR [DATABASE_URL]: the whole bot, told of updates by webhook and what to send by IPC.
import { join } from 'node:path'

const [, , build, token, apiRoot, dataDir, databaseUrl] = process.argv
const load = (path) => import(join(build, path))
const { startApp } = await load('src/app.js')
const { systemScope } = await load('src/domain/access.js')
const { sendAllAgain } = await load('src/usecases/send-again.js')

const port = Number(process.env.PORT)
const config = {
  bot: { token, apiRoot, delivery: { kind: 'webhook', url: `http://127.0.0.1:${port}`, secret: 'bench' } },
  ...(databaseUrl && { databaseUrl }),
  ...{ dataDir, adminIds: [], port, host: '127.0.0.1', timeZone: 'Asia/Ho_Chi_Minh', locale: 'vi' },
  ...{ logLevel: 'warn', isSandboxed: false },
}
const BATCH = 200
// Monday morning before the digests' hour; they are due when the clock is moved.
let startedAt = Date.parse('2026-12-06T23:45:00Z')
const clock = { now: () => new Date(startedAt + performance.now()) }

let refusedPercent = 0
const refusing = async (...call) => {
  if (Math.random() * 100 < refusedPercent)
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    })
  return fetch(...call)
}
const isFaulty = process.env.FAULTY === '1'
const app = await startApp(config, { clock, ...(isFaulty && { fetch: refusing }) })
const { database } = app.house

/** As the job queues them, so many by one statement; `n` of `chat` is found again in the text. */
async function queue({ chats, each }) {
  const now = clock.now()
  for (let n = 0; n < each; n++)
    for (let from = 0; from < chats.length; from += BATCH) {
      const messages = chats.slice(from, from + BATCH).map(({ chat, unit, code }) => {
        const item = {
          form: 'qy-annual',
          period: '2026',
          unit: { id: unit, code, name: `Trường #${chat}.${n}.` },
          dueOn: '2026-12-19',
        }
        const params = { role: 'principal', on: '2026-12-07', items: [{ ...item, isLocal: false }] }
        return { chatId: chat, kind: 'reminder', params, locale: 'vi', priority: 2, notBefore: now }
      })
      await database.outbox.enqueueAll(messages, new Date(now.getTime() + n))
    }
}

const acts = {
  queue,
  async monday() {
    startedAt = Date.parse('2026-12-07T00:00:01Z') - performance.now()
    await app.clockMoved()
  },
  refuse: async ({ percent }) => {
    refusedPercent = percent
  },
  /** What it used of the processor so far, in ms. */
  cpu: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
  status: () => database.outbox.status(systemScope, clock.now(), new Date(0)),
  again: () => sendAllAgain({ database, clock }, systemScope, 'bench', clock.now()),
  stop: () => app.stop(),
}
process.on('message', async ({ act, ...wish }) => {
  process.send({ done: act, told: await acts[act](wish) })
  if (act === 'stop') process.exit(0)
})
process.send('ready')
process.on('disconnect', () => process.exit(0))
