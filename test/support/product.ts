import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))
const LONGEST_START_MS = 60_000
const LONGEST_STOP_MS = 15_000

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The built program as `npm start` runs it, in a folder of its own. */
export interface Product {
  readonly url: string
  /** Where it and its command line work. */
  readonly folder: string
  /** Runs `npm run cli -- …` beside it. */
  cli(...args: string[]): Promise<Ran>
  close(): Promise<void>
}

/** Starts `dist/main.js` with nothing set but the port and an empty data folder; it must have been built. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'chi-tieu-product-'))
  const env = { DATA_DIR: join(folder, 'data'), PORT: String(await findFreePort()) }
  const args = ['--enable-source-maps', built('main.js')]
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'close')
  const close = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS)
    await gone
    clearTimeout(force)
    await rm(folder, { recursive: true, force: true })
  }
  const url = await firstUrl(createInterface(child.stdout), gone).catch(async (error) => {
    await close()
    throw error
  })
  return { url, folder, cli: (...line) => runCli(line, folder, env), close }
}

async function firstUrl(lines: AsyncIterable<string>, gone: Promise<unknown>): Promise<string> {
  const told = (async () => {
    for await (const line of lines) {
      const [url] = /http:\/\/\S+/.exec(line) ?? []
      if (url !== undefined) return url
    }
    throw new Error('it ended without telling its address')
  })()
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('it told no address in time')), LONGEST_START_MS).unref()
  })
  return Promise.race([told, late, gone.then(() => Promise.reject(new Error('it ended at once')))])
}

function runCli(line: readonly string[], cwd: string, env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--enable-source-maps', built('cli/main.js'), ...line],
      { cwd, env, maxBuffer: 2 ** 24 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
