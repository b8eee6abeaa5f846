import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { doAction } from './control-actions.ts'
import type { ControlContext } from './control-context.ts'
import { findTrespass } from './control-guard.ts'
import { ApiError, ControlError } from './errors.ts'
import { registerFeed } from './feed.ts'
import { readStoredFile } from './file-store.ts'
import { listSessions } from './sessions/session-store.ts'
import { viewChat, viewCommands, viewState } from './views.ts'

/** Serves `/sandbox/…`: how the page and the tests act as people and watch what happens. */
export function registerControl(app: FastifyInstance, context: ControlContext): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/sandbox/')) return
    const trespass = findTrespass(request)
    if (trespass !== undefined) await reply.code(403).send({ error: trespass })
  })
  registerViews(app, context)
  registerFeed(app, context.world)
  app.post<{ Params: { action: string } }>('/sandbox/:action', async (request, reply) => {
    return await answer(
      reply,
      () => doAction(context, request.params.action, readBody(request)),
      isPage(request),
    )
  })
}

function registerViews(app: FastifyInstance, context: ControlContext): void {
  const { world, faults, limits } = context
  app.get('/sandbox/state', async () => ({
    ...viewState(world),
    botStatus: context.bot?.status ?? 'external',
    faults: faults.list(),
    latencyMs: faults.latencyMs,
    limitsOn: limits.isOn,
    sessions: listSessions(world.dataDir),
    acts: world.state.acts.length,
  }))
  app.get<{ Params: { chatId: string }; Querystring: { before?: string } }>(
    '/sandbox/chats/:chatId',
    async ({ params, query }) =>
      viewChat(world, Number(params.chatId), query.before === undefined ? undefined : Number(query.before)),
  )
  app.get<{ Querystring: { personId: string; chatId: string } }>(
    '/sandbox/commands',
    async (request, reply) => {
      const { personId, chatId } = request.query
      return await answer(reply, () => viewCommands(world, Number(personId), Number(chatId ?? personId)))
    },
  )
  app.get<{ Params: { fileId: string } }>('/sandbox/files/:fileId', async (request, reply) => {
    const file = world.state.files.get(request.params.fileId)
    const content = file === undefined ? undefined : readStoredFile(world, file)
    if (file === undefined || content === undefined)
      return await reply.code(404).send({ error: 'no such file' })
    // Never the sender's own type for a document: the page's origin must not run what a person uploaded.
    const isPhoto = file.kind === 'photo'
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`
    if (!isPhoto) reply.header('content-disposition', disposition)
    const type = isPhoto ? 'image/*' : 'application/octet-stream'
    return await reply.header('x-content-type-options', 'nosniff').type(type).send(content)
  })
}

function readBody(request: FastifyRequest): Record<string, unknown> {
  const body = request.body as Buffer | undefined
  if (body === undefined || body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    throw new ControlError('the body must be a JSON object')
  }
  throw new ControlError('the body must be a JSON object')
}

/** The page asks for refusals as answers: a browser would write every other status into its console. */
const isPage = (request: FastifyRequest): boolean => request.headers['x-sandbox-page'] !== undefined

async function answer(reply: FastifyReply, act: () => unknown, asAnswer = false): Promise<FastifyReply> {
  try {
    return await reply.send(await act())
  } catch (error) {
    if (!(error instanceof ControlError || error instanceof ApiError)) throw error
    const status = error instanceof ControlError ? error.status : 400
    return await reply.code(asAnswer ? 200 : status).send({ error: error.message })
  }
}
