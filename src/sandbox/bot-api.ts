import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from './errors.ts'
import type { Fault, Faults } from './faults.ts'
import { readStoredFile } from './file-store.ts'
import { METHODS } from './methods/index.ts'
import type { MethodContext } from './methods/method.ts'
import { checkPublished, findPublishedName } from './methods/published.ts'
import type { Params } from './params.ts'
import { readParams } from './request-params.ts'

export interface BotApi extends Omit<MethodContext, 'params' | 'signal'> {
  token: string
  faults: Faults
}

interface Answer {
  code: number
  body: Record<string, unknown>
}

/** Polls that bring nothing and looks at oneself would drown the inspector. */
const UNREMARKABLE = ['getUpdates', 'getMe', 'getWebhookInfo']

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>` as Telegram does. */
export function registerBotApi(app: FastifyInstance, api: BotApi): void {
  app.all<{ Params: { token: string; method: string } }>('/bot:token/:method', async (request, reply) => {
    if (request.params.token !== api.token) return await refuse(reply, new ApiError(401, 'Unauthorized'))
    await serveCall(api, request, reply, request.params.method)
  })
  app.get<{ Params: { token: string; '*': string } }>('/file/bot:token/*', async (request, reply) => {
    if (request.params.token !== api.token) return await refuse(reply, new ApiError(401, 'Unauthorized'))
    const file = [...api.world.state.files.values()].find(({ path }) => path === request.params['*'])
    const content = file === undefined ? undefined : readStoredFile(api.world, file)
    if (content === undefined) return await refuse(reply, new ApiError(404, 'Not Found'))
    return await reply.type('application/octet-stream').send(content)
  })
}

async function refuse(reply: FastifyReply, error: ApiError): Promise<FastifyReply> {
  return await sendAnswer(reply, toAnswer(error))
}

async function serveCall(
  api: BotApi,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
): Promise<void> {
  const hungUp = new AbortController()
  reply.raw.once('close', () => hungUp.abort())
  let params: Params
  try {
    params = readRequest(request)
  } catch (error) {
    await sendAnswer(reply, toAnswer(error))
    return
  }
  const fault = api.faults.take(
    name,
    params.values.chat_id === undefined ? '' : String(params.values.chat_id),
  )
  const answer = await callWithFault(api, fault, name, params, hungUp.signal)
  if (api.faults.latencyMs > 0) await sleep(api.faults.latencyMs)
  if (answer === undefined) {
    reply.hijack()
    request.raw.socket.destroy()
  } else await sendAnswer(reply, answer)
}

function readRequest(request: FastifyRequest): Params {
  const contentType = request.headers['content-type'] ?? ''
  const query = { ...(request.query as Record<string, unknown>) }
  return readParams({ query, contentType, body: request.body as Buffer | undefined })
}

/** Returns the answer, undefined when the connection is to be cut instead. */
async function callWithFault(
  api: BotApi,
  fault: Fault | undefined,
  name: string,
  params: Params,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  if (fault?.kind === 'delay') await sleep(fault.delayMs)
  if (fault?.kind === 'drop-before') return keepInjected(api, name, params, 'connection cut before the call')
  if (fault?.kind === '500') {
    keepInjected(api, name, params, 'Internal Server Error')
    return { code: 500, body: { ok: false, error_code: 500, description: 'Internal Server Error' } }
  }
  if (fault?.kind === '429') {
    const description = `Too Many Requests: retry after ${fault.retryAfter}`
    keepInjected(api, name, params, description)
    return toAnswer(new ApiError(429, description, { retry_after: fault.retryAfter }))
  }
  const answer = await callMethod(api, name, params, signal)
  return fault?.kind === 'drop-after' ? undefined : answer
}

function keepInjected(api: BotApi, method: string, params: Params, description: string): undefined {
  const parameters = params.describe()
  api.world.record({
    kind: 'call',
    call: { method, parameters, ok: false, code: 0, description, tookMs: 0 },
  })
}

/** Runs one method and keeps the call in the ledger; refusals are answers, not exceptions. */
export async function callMethod(
  api: BotApi,
  name: string,
  params: Params,
  signal: AbortSignal,
): Promise<Answer> {
  const startedAt = performance.now()
  const method = findPublishedName(name)
  let answer: Answer
  try {
    answer = { code: 200, body: { ok: true, result: await run(api, method, params, signal) } }
  } catch (error) {
    answer = toAnswer(error)
  }
  const isQuiet = answer.code === 200 && UNREMARKABLE.includes(method ?? '')
  if (!isQuiet) keepCall(api, method ?? name, params, { answer, startedAt })
  return answer
}

async function run(
  api: BotApi,
  method: string | undefined,
  params: Params,
  signal: AbortSignal,
): Promise<unknown> {
  if (method === undefined) throw new ApiError(404, 'Not Found: method not found')
  const act = METHODS[method]
  if (act === undefined) throw new ApiError(501, `Not Implemented: the sandbox has no ${method}`)
  checkPublished(method, params)
  return await act({ ...api, params, signal })
}

function keepCall(
  { world }: BotApi,
  method: string,
  params: Params,
  outcome: { answer: Answer; startedAt: number },
): void {
  const { answer, startedAt } = outcome
  const { result, description } = answer.body
  const chatId = Number(params.values.chat_id)
  world.record({
    kind: 'call',
    call: {
      method,
      parameters: params.describe(),
      ok: answer.code === 200,
      code: answer.code,
      tookMs: Math.round(performance.now() - startedAt),
      ...(Number.isInteger(chatId) ? { chatId } : {}),
      ...(result === undefined ? {} : { result }),
      ...(description === undefined ? {} : { description: String(description) }),
    },
  })
}

function toAnswer(error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error
  const { code, message: description, parameters } = error
  const told = parameters === undefined ? {} : { parameters }
  return { code, body: { ok: false, error_code: code, description, ...told } }
}

async function sendAnswer(reply: FastifyReply, { code, body }: Answer): Promise<FastifyReply> {
  const retryAfter = (body.parameters as { retry_after?: number } | undefined)?.retry_after
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  return await reply.code(code).type('application/json').send(JSON.stringify(body))
}
