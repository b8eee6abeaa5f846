import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/** A Bot API that says yes to everything and counts the messages it was given. */
export class BareBotApi {
  readonly #server = createServer(
    (request, response) => void this.#answer(request).then((body) => response.end(body)),
  )
  #messages = 0
  url = ''

  static async open(): Promise<BareBotApi> {
    const api = new BareBotApi()
    api.#server.keepAliveTimeout = 60_000
    api.#server.listen(0, '127.0.0.1')
    await once(api.#server, 'listening')
    const address = api.#server.address()
    if (typeof address === 'object' && address) api.url = `http://127.0.0.1:${address.port}`
    return api
  }

  /** Messages sent or edited so far. */
  get messages(): number {
    return this.#messages
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #answer(request: IncomingMessage): Promise<string> {
    // The body has to be read, or the connection is not used again.
    for await (const _chunk of request);
    const method = request.url?.slice(request.url.lastIndexOf('/') + 1)
    if (method === 'getMe') return ok({ id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' })
    if (method !== 'sendMessage' && method !== 'editMessageText') return ok(true)
    return ok({ message_id: ++this.#messages, date: 0, chat: { id: 1, type: 'private' } })
  }
}

const ok = (result: unknown): string => JSON.stringify({ ok: true, result })
