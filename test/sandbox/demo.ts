import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const PATIENCE_MS = 120_000

/** The program as `npm start` runs it without a token: sandbox, page and the bot as its child. */
export interface Demo {
  readonly url: string
  /** From its start until the line with the URL. */
  readonly announcedAfterMs: number
  readonly dataDir: string
  /** Waits until the bot can be talked to. */
  ready(): Promise<void>
  state(): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

/** Starts the compiled program on an empty folder. Throws: an Error with what it wrote when it ends before it names its URL. */
export async function startDemo(): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'demo-'))
  const startedAt = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, DATA_DIR: join(dataDir, 'data'), PORT: String(await findPort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await announced(child)
  const announcedAfterMs = performance.now() - startedAt
  const state = async () => (await (await fetch(`${url}/sandbox/state`)).json()) as Record<string, unknown>
  return {
    url,
    announcedAfterMs,
    dataDir,
    state,
    async ready() {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100))
        if ((await state()).botStatus === 'ready') return
      throw new Error('the bot did not start')
    },
    async stop() {
      const gone = once(child, 'close')
      child.kill('SIGTERM')
      await gone
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = ''
    const read = (chunk: Buffer) => {
      written += chunk.toString()
      const url = /Sandbox: (http:\S+)\s/.exec(written)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', () => reject(new Error(written)))
  })
}

/** A port that was free a moment ago. */
export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
