import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { LedgerEntry } from '../../src/sandbox/ledger.ts'
import type { Shown } from '../faults/screens.ts'

const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url))
const PATIENCE_MS = 120_000
const LOOK_MS = 5

/** `npm start` without a token: the sandbox with the bot as its child, in processes of their own. */
export class SandboxProcess {
  readonly url: string
  readonly #process: ChildProcess
  #seen = 0

  private constructor(child: ChildProcess, url: string) {
    this.#process = child
    this.url = url
  }

  /** Returns as soon as its port answers; the bot may still be starting. */
  static async start(main: string, dataDir: string): Promise<SandboxProcess> {
    const port = await freePort()
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, [...startFlags(), main], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const started = new SandboxProcess(child, `http://127.0.0.1:${port}`)
    await started.#untilListening()
    return started
  }

  /** Acts as a person and returns what the bot shows next in the chat; undefined for no chat to look at. */
  async give(
    action: string,
    wish: Readonly<Record<string, unknown>>,
    chatId = Number(wish.personId),
  ): Promise<Shown> {
    await this.post(action, wish)
    return this.next(chatId)
  }

  async post(action: string, wish: object): Promise<void> {
    const body = JSON.stringify(wish)
    const response = await fetch(`${this.url}/sandbox/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`)
  }

  /** Returns what the bot showed last in the chat since the last look, waiting for it. */
  async next(chatId: number): Promise<Shown> {
    const query = `after=${this.#seen}&chatId=${chatId}&fromBot=1&kind=message,edit`
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const response = await fetch(`${this.url}/sandbox/wait?${query}&timeoutMs=20000`)
      const { entries } = (await response.json()) as { entries: LedgerEntry[] }
      const last = entries.at(-1)
      if (last?.kind !== 'message' && last?.kind !== 'edit') continue
      this.#seen = last.seq
      const { message } = last
      const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
      return {
        id: message.message_id,
        text: message.text ?? message.caption ?? '',
        buttons: buttons.flatMap(({ text, callback_data: data }) =>
          data === undefined ? [] : [{ text, data }],
        ),
        seq: last.seq,
      }
    }
    throw new Error(`nothing was shown in chat ${chatId}`)
  }

  /** Returns the peak of resident memory of the process and of those it started, in MB. */
  peaksMb(): readonly number[] {
    return this.#pids().map(peakMb)
  }

  /** Returns the seconds of processor time the process and those it started have used. */
  cpuSeconds(): number {
    return this.#pids().reduce((sum, pid) => sum + cpuSecondsOf(pid), 0)
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'close')
    this.#process.kill('SIGTERM')
    await gone
  }

  /** What is shown from now on is news. */
  async #lookPast(): Promise<void> {
    const response = await fetch(`${this.url}/sandbox/ledger?kind=none`)
    const { revision } = (await response.json()) as { revision: number }
    this.#seen = revision
  }

  #pids(): readonly number[] {
    const { pid } = this.#process
    if (pid === undefined) return []
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
    return [pid, ...children.map(Number)]
  }

  async #untilListening(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
      const isThere = await fetch(`${this.url}/sandbox/state`).then(
        (response) => response.ok,
        () => false,
      )
      if (isThere) return this.#lookPast()
      if (this.#process.exitCode !== null) throw new Error('the sandbox ended')
    }
    throw new Error('the sandbox does not answer')
  }
}

/** Node's flags as `npm start` sets them. */
export function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

/** Returns VmHWM of a process in MB. */
export const peakMb = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const TICKS_PER_SECOND = 100

/** User and system time: fields 14 and 15, counted after the name, which may hold spaces. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}
