import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { SandboxServer } from '../../src/sandbox/main.ts'
import type { Orders } from './orders.ts'

const READY_PATIENCE_MS = 90_000

export interface ChildOptions {
  /** The compiled file to run. */
  readonly file: string
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly orders?: Orders
}

/** One life of the bot, in a process of its own. */
export class BotChild {
  readonly process: ChildProcess
  readonly #sandbox: SandboxServer
  readonly #gone: Promise<unknown>
  /** Settles when it is ready; rejects when it dies before. */
  readonly ready: Promise<void>

  constructor(sandbox: SandboxServer, { file, dataDir, databaseUrl, orders }: ChildOptions) {
    this.#sandbox = sandbox
    const env = {
      PATH: process.env.PATH,
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.url,
      DATA_DIR: dataDir,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      PORT: '0',
      CHI_TIEU_SANDBOXED: '1',
      // A bot without a protection complains, and is meant to.
      LOG_LEVEL: process.env.LOG_LEVEL ?? (orders?.mutations ? 'silent' : 'error'),
      FAULTS: JSON.stringify(orders ?? {}),
    }
    this.process = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#gone = once(this.process, 'close')
    this.ready = this.#becomeReady()
    this.ready.catch(() => undefined)
    this.tellClock()
  }

  get isAlive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  /** Its clock is that of the sandbox, or so far ahead of it. */
  tellClock(aheadMs = 0): void {
    if (!this.process.connected) return
    const now = new Date(this.#sandbox.world.clock.now() + aheadMs).toISOString()
    this.process.send({ type: 'clock', now }, () => undefined)
  }

  /** As a cut of power would: it learns nothing of it. */
  async kill(): Promise<void> {
    if (this.isAlive) this.process.kill('SIGKILL')
    await this.#gone
  }

  /** Asks it to end; by force if it takes too long. */
  async stop(): Promise<void> {
    if (!this.isAlive) return
    this.process.kill('SIGTERM')
    const force = setTimeout(() => this.process.kill('SIGKILL'), 15_000)
    await this.#gone
    clearTimeout(force)
  }

  /** Returns whether it died by itself (at a failpoint) within the time. */
  async dies(withinMs: number): Promise<boolean> {
    const late = new Promise((resolve) => setTimeout(resolve, withinMs).unref())
    await Promise.race([this.#gone, late])
    return !this.isAlive
  }

  #becomeReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the bot did not become ready')), READY_PATIENCE_MS)
      timer.unref()
      this.process.on('message', (message: { readonly type?: string }) => {
        if (message.type === 'ready') resolve()
      })
      this.process.once('close', () => {
        clearTimeout(timer)
        reject(new Error('the bot ended before it was ready'))
      })
    })
  }
}
