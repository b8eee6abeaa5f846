import { badRequest } from '../errors.ts'
import { DOWNLOAD_LIMIT_BYTES } from '../file-store.ts'
import type { Params } from '../params.ts'
import type { Update } from '../types.ts'
import type { MethodContext, MethodTable } from './method.ts'

const MOST_CONNECTIONS = 40

function getMe({ world }: MethodContext): unknown {
  const capabilities = {
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }
  return { ...world.state.bot, ...capabilities }
}

async function getUpdates({ world, queue, params, signal }: MethodContext): Promise<Update[]> {
  keepAllowed(world, params)
  return await queue.poll({
    offset: params.integer('offset') ?? 0,
    limit: params.integer('limit') ?? 0,
    timeoutSeconds: params.integer('timeout') ?? 0,
    signal,
  })
}

function keepAllowed(world: MethodContext['world'], params: Params): void {
  const allowed = params.json('allowed_updates')
  if (allowed === undefined) return
  if (!Array.isArray(allowed)) throw badRequest("can't parse allowed_updates: expected an Array of String")
  const types = allowed.map(String)
  if (types.join() !== world.state.allowedUpdates.join()) world.record({ kind: 'allowed-updates', types })
}

function setWebhook({ world, queue, webhook, params }: MethodContext): true {
  const url = params.string('url')
  if (url === '') return deleteWebhook({ world, queue, webhook, params })
  checkWebhookUrl(url)
  const secretToken = params.string('secret_token')
  if (secretToken.length > 256) throw badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters')
  keepAllowed(world, params)
  queue.abort('terminated by setWebhook request')
  if (params.boolean('drop_pending_updates')) dropPending({ world })
  const maxConnections = Math.min(100, Math.max(1, params.integer('max_connections') ?? MOST_CONNECTIONS))
  const secret = secretToken === '' ? {} : { secretToken }
  world.record({ kind: 'webhook', webhook: { url, maxConnections, ...secret } })
  webhook.restart()
  return true
}

/** Telegram itself insists on HTTPS; a local Bot API server, as this one, also takes HTTP. */
function checkWebhookUrl(url: string): void {
  if (!URL.canParse(url)) throw badRequest('bad webhook: Wrong HTTP URL')
  if (!/^https?:$/.test(new URL(url).protocol))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
}

type Dropping = Pick<MethodContext, 'world' | 'queue' | 'webhook' | 'params'>

function deleteWebhook({ world, webhook, params }: Dropping): true {
  if (params.boolean('drop_pending_updates')) dropPending({ world })
  if (world.state.webhook !== undefined) world.record({ kind: 'webhook', webhook: null })
  webhook.close()
  return true
}

function dropPending({ world }: Pick<MethodContext, 'world'>): void {
  world.record({ kind: 'forget', below: world.state.lastUpdateId + 1 })
}

function getWebhookInfo({ world, webhook }: MethodContext): unknown {
  const { pending, allowedUpdates } = world.state
  const set = world.state.webhook
  const base = { url: set?.url ?? '', has_custom_certificate: false, pending_update_count: pending.length }
  const allowed = allowedUpdates.length === 0 ? {} : { allowed_updates: allowedUpdates }
  if (set === undefined) return { ...base, ...allowed }
  const error = webhook.lastError
  const failed = error === undefined ? {} : { last_error_date: error.date, last_error_message: error.message }
  return { ...base, max_connections: set.maxConnections, ...failed, ...allowed }
}

function getFile({ world, params }: MethodContext): unknown {
  const fileId = params.string('file_id')
  if (fileId === '') throw badRequest('file_id not specified')
  const file = world.state.files.get(fileId)
  if (file === undefined) throw badRequest('invalid file_id')
  if (file.size > DOWNLOAD_LIMIT_BYTES) throw badRequest('file is too big')
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
}

/** The methods about the bot itself, its updates and its files. */
export const UPDATE_METHODS: MethodTable = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  getFile,
  logOut: () => true,
  close: () => true,
}
