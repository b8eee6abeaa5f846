import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createProxiedFetch } from '../../../src/telegram/transport/proxied-fetch.ts'
import { createTransport } from '../../../src/telegram/transport/transport.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const listen = async (server: Server | ReturnType<typeof createTcpServer>): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** A Bot API that answers with what it was sent. */
const startApi = () =>
  listen(
    createServer(async (request: IncomingMessage, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const result = { path: request.url, type: request.headers['content-type'], body }
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }))
    }),
  )

/** An HTTP proxy that joins what it is asked to; `asked` are the places. */
async function startHttpProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer().on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(request.url ?? '')
    const [host, port] = (request.url ?? '').split(':')
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    closing.push(() => target.destroy())
  })
  return { url: `http://127.0.0.1:${await listen(server)}`, asked }
}

/** A SOCKS5 proxy without a password, for IPv4 addresses. */
async function startSocksProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createTcpServer((client) => {
    client.once('data', () => {
      client.write(Buffer.from([5, 0]))
      client.once('data', (request: Buffer) => {
        const [host, port] = [[...request.subarray(4, 8)].join('.'), request.readUInt16BE(8)]
        asked.push(`${host}:${port}`)
        const target = connect(port, host, () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          target.pipe(client).pipe(target)
        })
        closing.push(() => target.destroy())
      })
    })
  })
  return { url: `socks5://127.0.0.1:${await listen(server)}`, asked }
}

describe.each([
  ['an HTTP proxy', startHttpProxy],
  ['a SOCKS5 proxy', startSocksProxy],
])('calls through %s', (_name, start) => {
  it('reach the Bot API, texts and files alike', async () => {
    const api = await startApi()
    const proxy = await start()
    const transport = createTransport({
      token: '1:t',
      apiRoot: `http://127.0.0.1:${api}`,
      now: Date.now,
      fetch: createProxiedFetch(proxy.url),
    })
    expect(await transport.call('sendMessage', { chat_id: 5, text: 'Chỉ tiêu' })).toMatchObject({
      ok: true,
      result: { path: '/bot1:t/sendMessage', body: '{"chat_id":5,"text":"Chỉ tiêu"}' },
    })
    const photo = { bytes: new TextEncoder().encode('PNG'), filename: 'digest.png' }
    const sent = await transport.call('sendPhoto', { chat_id: 5, photo })
    expect(sent).toMatchObject({ ok: true, result: { type: expect.stringContaining('multipart/form-data') } })
    expect(JSON.stringify(sent)).toContain('digest.png')
    expect(proxy.asked[0]).toBe(`127.0.0.1:${api}`)
  })
})
