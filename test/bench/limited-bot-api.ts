import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError } from '../../src/sandbox/errors.ts'
import { RateLimits } from '../../src/sandbox/rate-limits.ts'

/** A message or edit as it was counted. */
export interface Counted {
  readonly chat: number
  readonly text: string
  readonly at: number
}

/** Of all messages, how many percent meet it. `cut`: accepted, and the connection is cut before the answer; `hang`: accepted, never answered. */
export interface Troubles {
  readonly tooMany?: number
  readonly broken?: number
  readonly cut?: number
  readonly hang?: number
}

const MESSAGES = new Set(['sendMessage', 'sendPhoto', 'editMessageText'])

/** A Bot API a journey away that enforces Telegram's limits, has troubles when told to, and keeps a ledger of its own. */
export class LimitedBotApi {
  readonly limits = new RateLimits()
  readonly ledger: Counted[] = []
  /** When each tap was answered. */
  readonly answered = new Map<string, number>()
  /** How often a call was refused because it came too fast. */
  refused = 0
  lost = 0
  latencyMs = 50
  troubles: Troubles = {}
  url = ''
  readonly #random: () => number
  readonly #server = createServer((request, response) => void this.#serve(request, response))

  private constructor(random: () => number) {
    this.#random = random
    this.limits.isOn = true
    this.#server.keepAliveTimeout = 60_000
  }

  static async open(random: () => number): Promise<LimitedBotApi> {
    const api = new LimitedBotApi(random)
    api.#server.listen(0, '127.0.0.1')
    await once(api.#server, 'listening')
    const address = api.#server.address()
    if (typeof address === 'object' && address) api.url = `http://127.0.0.1:${address.port}`
    return api
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const method = request.url?.slice(request.url.lastIndexOf('/') + 1) ?? ''
    const fields = readFields(request.headers['content-type'] ?? '', Buffer.concat(chunks))
    await sleep(this.latencyMs / 2)
    const answer = this.#act(method, fields)
    await sleep(this.latencyMs / 2)
    if (answer === 'cut') response.destroy()
    if (answer === 'cut' || answer === 'hang') return
    response.writeHead(answer.code).end(JSON.stringify(answer.body))
    if (method === 'answerCallbackQuery')
      this.answered.set(String(fields.callback_query_id), performance.now())
  }

  #act(method: string, fields: Fields) {
    if (method === 'getMe') return ok({ id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' })
    if (!MESSAGES.has(method)) return ok(true)
    const luck = this.#random() * 100
    const { tooMany = 0, broken = 0, cut = 0, hang = 0 } = this.troubles
    if (luck < tooMany) return refusal(new ApiError(429, 'Too Many Requests', { retry_after: 1 }))
    if (luck < tooMany + broken) return refusal(new ApiError(500, 'Internal Server Error'))
    const chat = Number(fields.chat_id)
    try {
      this.limits.count(chat, performance.now())
    } catch (error) {
      this.refused++
      return refusal(error as ApiError)
    }
    this.ledger.push({ chat, text: String(fields.text ?? fields.caption), at: performance.now() })
    const isLost = luck < tooMany + broken + cut + hang
    if (isLost) this.lost++
    if (isLost) return luck < tooMany + broken + cut ? 'cut' : 'hang'
    return ok({ message_id: this.ledger.length, date: 0, chat: { id: chat, type: 'private' } })
  }
}

type Fields = Readonly<Record<string, unknown>>

function readFields(contentType: string, body: Buffer): Fields {
  if (contentType.startsWith('application/json')) return JSON.parse(body.toString('utf8')) as Fields
  const text = body.toString('utf8')
  const field = (name: string) => new RegExp(`name="${name}"\\r\\n\\r\\n([\\s\\S]*?)\\r\\n--`).exec(text)?.[1]
  return { chat_id: field('chat_id'), caption: field('caption') }
}

const ok = (result: unknown) => ({ code: 200, body: { ok: true, result } })
const refusal = ({ code, message, parameters }: ApiError) => ({
  code,
  body: { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
})
