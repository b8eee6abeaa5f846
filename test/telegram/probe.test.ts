import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { probeTelegram } from '../../src/telegram/probe.ts'
import { createProxiedFetch } from '../../src/telegram/transport/proxied-fetch.ts'
import { findFreePort } from '../support/free-port.ts'

const NOW = Date.parse('2026-12-07T00:00:00Z')
const TOKEN = '1:only-a-test-knows-it'

/** What answers, and what it says. */
let say: { status: number; body: string; date?: string } = { status: 200, body: '' }
let root = ''
const server = createServer((_, response) => {
  response.writeHead(say.status, { date: say.date ?? new Date(NOW).toUTCString() })
  response.end(say.body)
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => server.close())

const probe = (apiRoot = root, via = fetch, now = NOW) =>
  probeTelegram({ token: TOKEN, apiRoot, fetch: via, now: () => now, timeoutMs: 2000 })
const ME = JSON.stringify({ ok: true, result: { username: 'chitieu_bot' } })

describe('the probe of Telegram', () => {
  it('tells who the bot is and how far the clock is off', async () => {
    say = { status: 200, body: ME }
    expect(await probe()).toEqual({ kind: 'reached', username: 'chitieu_bot', tookMs: 0, aheadMs: 0 })
    expect(await probe(root, fetch, NOW + 900)).toMatchObject({ aheadMs: 0 })
    expect(await probe(root, fetch, NOW + 301_000)).toMatchObject({ aheadMs: 300_000 })
    expect(await probe(root, fetch, NOW - 90_000)).toMatchObject({ aheadMs: -90_000 })
  })

  it('tells a wrong token from an address that is no Bot API', async () => {
    say = { status: 401, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}' }
    expect(await probe()).toEqual({ kind: 'refused', code: 401, description: 'Unauthorized' })
    for (const body of ['<html>Sign in to the network</html>', '{"error":"no"}', 'null']) {
      say = { status: 200, body }
      expect(await probe()).toEqual({ kind: 'no-bot-api', status: 200 })
    }
  })

  it('tells why nothing answers, without the token', async () => {
    const closed = `127.0.0.1:${await findFreePort()}`
    expect(await probe(`http://${closed}`)).toEqual({ kind: 'unreachable', why: 'ECONNREFUSED' })
    for (const proxy of [`http://${closed}`, `socks5://${closed}`]) {
      const found = await probe(root, createProxiedFetch(proxy))
      expect(found).toMatchObject({ kind: 'unreachable' })
      expect(JSON.stringify(found)).not.toContain('only-a-test')
    }
  })
})
