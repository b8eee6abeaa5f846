import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChattingSandbox, PRINCIPAL, type TestSandbox, TOKEN } from './harness.ts'
import { readBotApi, readWritten } from './read-bot-api.ts'
import { CHATS, REFUSING_WORLD, turnAway, UPGRADED_TO } from './refusals/chats.ts'
import { EDITING } from './refusals/editing.ts'
import { KEYBOARDS } from './refusals/markup.ts'
import { OTHERS } from './refusals/others.ts'
import { SENDING } from './refusals/sending.ts'

const PREFIX = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 501: 'Not Implemented' }
const TABLE = [...SENDING, ...KEYBOARDS, ...EDITING, ...CHATS, ...OTHERS]
const CASES = TABLE.flatMap(({ rows, ...shared }) =>
  rows.map(([what, body, words]) => ({ ...shared, what, body, words })),
)

describe('a refused request gets the code and words of Telegram', () => {
  let sandbox: TestSandbox
  beforeAll(async () => {
    sandbox = await openChattingSandbox(REFUSING_WORLD)
    await sandbox.call('forwardMessage', { chat_id: PRINCIPAL, from_chat_id: PRINCIPAL, message_id: 1 })
    await turnAway(sandbox)
  })
  afterAll(async () => await sandbox.close())

  it.each(CASES)('$method: $what ($source)', async ({ method, body, code, words }) => {
    const { status, ok, error_code, description } = await sandbox.call(method, body)
    expect({ status, ok, error_code, description }).toEqual({
      status: code,
      ok: false,
      error_code: code,
      description: `${PREFIX[code]}: ${words}`,
    })
  })

  it('the table is as long as asked for, no request twice', () => {
    expect(new Set(CASES.map(({ method, body }) => JSON.stringify([method, body]))).size).toBe(CASES.length)
    expect(CASES.length).toBeGreaterThanOrEqual(80)
  })

  it('an upgraded group tells its new number', async () => {
    const { parameters } = await sandbox.call('sendMessage', { chat_id: -3004, text: 'x' })
    expect(parameters).toEqual({ migrate_to_chat_id: UPGRADED_TO })
  })

  it('a wrong token is unauthorized, for calls and files', async () => {
    for (const path of ['/bot1:x/getMe', '/file/bot1:x/photos/file_0.jpg']) {
      const response = await fetch(`${sandbox.server.url}${path}`)
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    }
  })

  it('a body that is no JSON object is refused', async () => {
    const headers = { 'content-type': 'application/json' }
    const url = `${sandbox.server.url}/bot${TOKEN}/sendMessage`
    for (const [body, words] of [
      ['{', "can't parse JSON object"],
      ['[1]', 'object expected'],
    ] as const) {
      const response = await fetch(url, { method: 'POST', headers, body })
      expect(await response.json()).toMatchObject({ error_code: 400, description: `Bad Request: ${words}` })
    }
  })
})

describe('methods and parameters', () => {
  it('are those of the published description of the Bot API', () => {
    expect(readWritten()).toEqual(readBotApi())
  })

  it('are all published that the sandbox can do', async () => {
    const { METHODS } = await import('../../src/sandbox/methods/index.ts')
    const published = Object.keys(readWritten())
    expect(Object.keys(METHODS).filter((name) => !published.includes(name))).toEqual([])
    expect(published.length).toBeGreaterThan(150)
  })
})
