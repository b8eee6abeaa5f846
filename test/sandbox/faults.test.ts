import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Faults } from '../../src/sandbox/faults.ts'
import { GROUP, openChattingSandbox, PRINCIPAL, type TestSandbox, TOKEN } from './harness.ts'

describe('failures ordered for the bot', () => {
  let sandbox: TestSandbox
  const send = async (text = 'x', chat_id = PRINCIPAL) => await sandbox.call('sendMessage', { chat_id, text })
  const texts = async () =>
    ((await sandbox.look(`chats/${PRINCIPAL}`)).messages as { text?: string }[]).map(({ text }) => text)
  beforeEach(async () => {
    sandbox = await openChattingSandbox()
  })
  afterEach(async () => await sandbox.close())

  it('429 tells how long to wait, in the body and the header, and hits only as often as ordered', async () => {
    await sandbox.control('faults', { kind: '429', method: 'sendMessage', count: 1, retryAfter: 7 })
    expect((await sandbox.call('getMe')).ok).toBe(true)
    const url = `${sandbox.server.url}/bot${TOKEN}/sendMessage?chat_id=${PRINCIPAL}&text=x`
    const response = await fetch(url)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    })
    expect((await send()).ok).toBe(true)
  })

  it('500 can be meant for one chat', async () => {
    await sandbox.control('faults', { kind: '500', chatId: GROUP, count: 2 })
    expect((await send()).ok).toBe(true)
    expect(await send('x', GROUP)).toMatchObject({ status: 500, description: 'Internal Server Error' })
    await sandbox.control('clear-faults')
    expect((await send('x', GROUP)).ok).toBe(true)
  })

  it('drop-before loses the message, drop-after only the answer', async () => {
    await sandbox.control('faults', { kind: 'drop-before' })
    await expect(send('mất')).rejects.toThrow('fetch failed')
    expect(await texts()).not.toContain('mất')
    await sandbox.control('faults', { kind: 'drop-after' })
    await expect(send('còn')).rejects.toThrow('fetch failed')
    expect(await texts()).toContain('còn')
  })

  it('delay and latency slow the answer down', async () => {
    await sandbox.control('faults', { kind: 'delay', delayMs: 120 })
    await sandbox.control('latency', { ms: 60 })
    const startedAt = performance.now()
    await send()
    expect(performance.now() - startedAt).toBeGreaterThan(170)
  })

  it('thirty a second pass over all chats, the next waits', async () => {
    await sandbox.control('limits', { enabled: true })
    for (let n = 0; n < 20; n += 1) expect((await send()).ok).toBe(true)
    for (let n = 0; n < 10; n += 1) expect((await send('x', GROUP)).ok).toBe(true)
    expect(await send('x', GROUP)).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
    sandbox.pass(1000)
    expect((await send('x', GROUP)).ok).toBe(true)
  })

  it('can hit a share of the calls by chance, until cleared', async () => {
    const { faults } = sandbox.server
    faults.order({ kind: '500', percent: 100 })
    for (let n = 0; n < 3; n += 1) expect((await send()).status).toBe(500)
    faults.clear()
    expect((await send()).ok).toBe(true)
    const draws = [0.1, 0.9, 0.29, 0.3]
    const chance = new Faults(() => draws.shift() ?? 1)
    chance.order({ kind: '500', percent: 30 })
    expect([1, 2, 3, 4].map(() => chance.take('sendMessage', '1') !== undefined)).toEqual([
      true,
      false,
      true,
      false,
    ])
    await expect(sandbox.control('faults', { kind: '500', percent: 101 })).rejects.toThrow('percent')
  })

  it('an unknown kind is refused', async () => {
    await expect(sandbox.control('faults', { kind: 'fire' })).rejects.toThrow('kind must be one of')
  })

  it('limits allow a burst to a chat and then one a second, twenty a minute to a group', async () => {
    for (let n = 0; n < 25; n += 1) expect((await send()).ok).toBe(true)
    await sandbox.control('limits', { enabled: true })
    for (let n = 0; n < 20; n += 1) expect((await send()).ok).toBe(true)
    expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
    sandbox.pass(1000)
    expect((await send()).ok).toBe(true)
    expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
    sandbox.pass(1000)
    for (let n = 0; n < 20; n += 1) {
      expect((await send('x', GROUP)).ok).toBe(true)
      sandbox.pass(1000)
    }
    expect(await send('x', GROUP)).toMatchObject({ status: 429, parameters: { retry_after: 40 } })
    sandbox.pass(40_000)
    expect((await send('x', GROUP)).ok).toBe(true)
  })
})
