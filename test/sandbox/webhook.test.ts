import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OFFICER, openSandbox, PRINCIPAL, type TestSandbox } from './harness.ts'

interface Delivered {
  secret: string | undefined
  text: string
}

describe('webhook', () => {
  let sandbox: TestSandbox
  let receiver: Server
  let url: string
  let delivered: Delivered[]
  let chunkCounts: number[]
  let answer: (text: string) => { status: number; body?: object }

  beforeEach(async () => {
    sandbox = await openSandbox()
    delivered = []
    chunkCounts = []
    answer = () => ({ status: 200 })
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const update = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { message: { text: string } }
        const { text } = update.message
        chunkCounts.push(chunks.length)
        const { status, body } = answer(text)
        delivered.push({
          secret: request.headers['x-telegram-bot-api-secret-token'] as string | undefined,
          text,
        })
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(body === undefined ? '' : JSON.stringify(body))
      })
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/telegram/x`
  })
  afterEach(async () => {
    await sandbox.close()
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
  })

  const texts = () => delivered.map(({ text }) => text)
  const pendingCount = async () =>
    ((await sandbox.call('getWebhookInfo')).result as { pending_update_count: number }).pending_update_count

  it('gets what waited and what comes, with the secret', async () => {
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'trước' })
    await sandbox.call('setWebhook', { url, secret_token: 'bi-mat_1' })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'sau' })
    await vi.waitFor(() => expect(texts()).toEqual(['trước', 'sau']))
    expect(delivered.map(({ secret }) => secret)).toEqual(['bi-mat_1', 'bi-mat_1'])
    await vi.waitFor(async () => expect(await pendingCount()).toBe(0))
  })

  it('gets a body cut inside a letter', async () => {
    await sandbox.call('setWebhook', { url })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'số liệu' })
    await vi.waitFor(() => expect(texts()).toEqual(['số liệu']))
    expect(chunkCounts).toEqual([2])
  })

  it('gets a failed update again before the next of that chat, while other chats go on', async () => {
    let failures = 3
    answer = (text) => {
      if (text !== 'một' || failures === 0) return { status: 200 }
      failures -= 1
      return { status: 500 }
    }
    await sandbox.call('setWebhook', { url })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'một' })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'hai' })
    await sandbox.control('messages', { personId: OFFICER, text: 'ba' })
    await vi.waitFor(() => expect(texts()).toContain('hai'))
    expect(texts().filter((text) => text !== 'ba')).toEqual(['một', 'một', 'một', 'một', 'hai'])
    expect(texts().indexOf('ba')).toBeLessThan(texts().indexOf('hai'))
    expect((await sandbox.call('getWebhookInfo')).result).toMatchObject({
      url,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    })
  })

  it('gets an update once more, also when its chat is busy; what a 2xx says does not matter', async () => {
    let failures = 2
    answer = () => {
      failures -= 1
      return failures < 0 ? { status: 204 } : { status: 500, body: { method: 5 } }
    }
    await sandbox.call('setWebhook', { url })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'một' })
    await sandbox.control('redeliver')
    await vi.waitFor(() => expect(texts()).toEqual(['một', 'một', 'một', 'một']))
  })

  it('may answer with a method, which is executed', async () => {
    answer = () => ({ status: 200, body: { method: 'sendMessage', chat_id: PRINCIPAL, text: 'Đã nhận' } })
    await sandbox.call('setWebhook', { url })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'một' })
    await vi.waitFor(async () =>
      expect(await sandbox.look(`chats/${PRINCIPAL}`)).toMatchObject({
        messages: [{ text: 'một' }, { text: 'Đã nhận' }],
      }),
    )
  })

  it('gets nothing any more once deleted, and may drop what waits', async () => {
    answer = () => ({ status: 500 })
    await sandbox.call('setWebhook', { url })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'một' })
    await vi.waitFor(() => expect(texts()).toContain('một'))
    await sandbox.call('deleteWebhook', { drop_pending_updates: true })
    expect((await sandbox.call('getUpdates')).result).toEqual([])
    expect((await sandbox.call('getWebhookInfo')).result).toMatchObject({ url: '', pending_update_count: 0 })
  })
})
