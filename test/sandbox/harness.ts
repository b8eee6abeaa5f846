import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandboxServer, type SandboxServer, type WorldFile } from '../../src/sandbox/main.ts'

export const WORLD = JSON.parse(
  readFileSync(new URL('./sample-world.json', import.meta.url), 'utf8'),
) as WorldFile
export const PRINCIPAL = 1001
export const OFFICER = 1002
export const STRANGER = 1003
export const GROUP = -2001
export const SUPERGROUP = -1002002
export const TOKEN = `${WORLD.bot.id}:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1`

export interface ApiAnswer {
  status: number
  ok: boolean
  result: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

export interface TestSandbox {
  server: SandboxServer
  dataDir: string
  /** Calls a Bot API method with a JSON body. */
  call: (method: string, body?: Record<string, unknown>) => Promise<ApiAnswer>
  /** Acts as a person or moves the world; throws what the sandbox refuses. */
  control: (action: string, body?: Record<string, unknown>) => Promise<Record<string, unknown>>
  look: (path: string) => Promise<Record<string, unknown>>
  /** Lets simulated time pass. */
  pass: (ms: number) => void
  restart: () => Promise<TestSandbox>
  close: () => Promise<void>
}

/** A sandbox on a free port, with a clock that only moves by `pass`. */
export async function openSandbox(
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-')),
  world: WorldFile = WORLD,
): Promise<TestSandbox> {
  let realNow = 1_800_000_000_000
  const options = {
    port: 0,
    dataDir,
    world,
    token: TOKEN,
    realClock: () => realNow,
    webhookPauseMs: 10,
  }
  const server = await createSandboxServer(options)
  const post = async (path: string, body: unknown) =>
    await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const control = async (action: string, body: Record<string, unknown> = {}) => {
    const response = await post(`/sandbox/${action}`, body)
    const answer = (await response.json()) as Record<string, unknown>
    if (!response.ok) throw new Error(String(answer.error))
    return answer
  }
  return {
    server,
    dataDir,
    control,
    call: async (method, body = {}) => {
      const response = await post(`/bot${TOKEN}/${method}`, body)
      return { status: response.status, ...((await response.json()) as Omit<ApiAnswer, 'status'>) }
    },
    look: async (path) =>
      (await (await fetch(`${server.url}/sandbox/${path}`)).json()) as Record<string, unknown>,
    pass: (ms) => {
      realNow += ms
    },
    restart: async () => {
      await server.close()
      return await openSandbox(dataDir, world)
    },
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A world in which the principal has opened the bot; message 1 is hers, 2 the bot's with a button, 3 a photo. */
export async function openChattingSandbox(world?: WorldFile): Promise<TestSandbox> {
  const sandbox = await openSandbox(undefined, world)
  await sandbox.control('start', { personId: PRINCIPAL, payload: 'moi_hieu-truong_01' })
  const reply_markup = { inline_keyboard: [[{ text: 'Nộp', callback_data: 'submit' }]] }
  await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'Chào Thầy/Cô', reply_markup })
  await uploadFile(sandbox, 'sendPhoto', { chat_id: String(PRINCIPAL), caption: 'Tuần 24' }, pngOf(640, 360))
  return sandbox
}

/** Sends a file as multipart, as a bot does. */
export async function uploadFile(
  { server }: TestSandbox,
  method: 'sendPhoto' | 'sendDocument',
  fields: Record<string, string>,
  content: Buffer,
): Promise<ApiAnswer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const name = method === 'sendPhoto' ? 'photo' : 'document'
  form.set(name, new Blob([new Uint8Array(content)]), 'Tuần 24.png')
  const response = await fetch(`${server.url}/bot${TOKEN}/${method}`, { method: 'POST', body: form })
  return { status: response.status, ...((await response.json()) as Omit<ApiAnswer, 'status'>) }
}

/** The first bytes of a PNG of that size, enough to read its size from. */
export function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** A port that was free a moment ago. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
