import { dirname } from 'node:path'
import pg from 'pg'
import { buildProgram } from '../faults/build.ts'
import { BareBotApi } from './bare-bot-api.ts'
import { Subject } from './forms-subject.ts'
import { fillBenchWorld } from './forms-world.ts'

const build = await buildProgram()
const api = await BareBotApi.open()
const c = new pg.Client('postgres://postgres@127.0.0.1:5432/postgres')
await c.connect()
await c.query('DROP DATABASE IF EXISTS chi_tieu_prof WITH (FORCE)')
await c.query('CREATE DATABASE chi_tieu_prof')
const url = 'postgres://postgres@127.0.0.1:5432/chi_tieu_prof'
await fillBenchWorld({ dataDir: '/tmp/prof/none', url }, 300)
const echo = await Subject.start({
  file: 'forms-echo.mjs',
  build: dirname(dirname(build.main)),
  apiRoot: api.url,
  dataDir: '/tmp/prof/none',
  databaseUrl: url,
})
await echo.throughput(16, 2000, false)
console.log('echo', await echo.throughput(16, 4000, false))
await echo.stop()
const bot = await Subject.start({
  file: 'forms-bot.mjs',
  build: dirname(dirname(build.main)),
  apiRoot: api.url,
  dataDir: '/tmp/prof/none',
  databaseUrl: url,
})
console.log('warm', await bot.throughput(16, 3000, true))
console.log('rate', await bot.throughput(16, 6000, true))
const d = new pg.Client(url); await d.connect(); console.log((await d.query('SELECT length(state::text) AS n, length((state->\'args\')::text) AS args, length((state->\'engine\')::text) AS engine FROM "Conversation" ORDER BY 1 DESC LIMIT 3')).rows); console.log(JSON.stringify((await d.query('SELECT state FROM "Conversation" ORDER BY length(state::text) DESC LIMIT 1')).rows[0]).slice(-2500)); await d.end()
await bot.stop()
api.close()
await build.remove()
await c.query('DROP DATABASE chi_tieu_prof WITH (FORCE)')
await c.end()
process.exit(0)
