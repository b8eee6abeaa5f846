import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPort, openSandbox, type TestSandbox, TOKEN } from './harness.ts'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const LISTENING = '0A'

describe('with BOT_TOKEN set', () => {
  let sandbox: TestSandbox
  let folder: string
  let port: number
  let bot: ReturnType<typeof spawn>
  beforeAll(async () => {
    sandbox = await openSandbox()
    folder = mkdtempSync(join(tmpdir(), 'token-'))
    port = await findPort()
    bot = spawn(process.execPath, ['--import', new URL('list-modules.mjs', import.meta.url).href, MAIN], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: sandbox.server.url,
        DATA_DIR: join(folder, 'data'),
        PORT: String(port),
        LOADED_MODULES: join(folder, 'modules'),
      },
    })
    while (!(await isReady())) await sleep(200)
  }, 100_000)
  afterAll(async () => {
    const gone = once(bot, 'close')
    bot.kill('SIGTERM')
    await gone
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const isReady = async () => {
    if (bot.exitCode !== null) throw new Error(`the program ended with code ${bot.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    return answer?.ok === true
  }

  it('no module of the sandbox is loaded', () => {
    const loaded = readFileSync(join(folder, 'modules'), 'utf8').split('\n')
    expect(loaded.some((url) => url.endsWith('/dist/run-bot.js'))).toBe(true)
    expect(loaded.filter((url) => url.includes('/dist/sandbox/'))).toEqual([])
  })

  it('only its own port is open, on loopback, and serves neither page nor Bot API', async () => {
    expect(await listenersOf(Number(bot.pid))).toEqual([`0100007F:${port}`])
    for (const path of ['/', '/sandbox/state', '/page/app.js', `/bot${TOKEN}/getMe`])
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404)
  })
})

/** Addresses a process listens on over TCP, as /proc writes them: the address backwards in hexadecimal, the port. */
async function listenersOf(pid: number): Promise<string[]> {
  const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((name) => socketOf(`/proc/${pid}/fd/${name}`))
  const tables = ['tcp', 'tcp6'].map((name) => readFileSync(`/proc/${pid}/net/${name}`, 'utf8'))
  const rows = tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((row) => row.trim().split(/\s+/))
  return rows
    .filter(([, , , state, , , , , , inode]) => state === LISTENING && sockets.includes(String(inode)))
    .map(([, address]) => {
      const [host, hexPort] = String(address).split(':')
      return `${host}:${Number.parseInt(String(hexPort), 16)}`
    })
}

function socketOf(link: string): string[] {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1]
    return inode === undefined ? [] : [inode]
  } catch {
    return []
  }
}
