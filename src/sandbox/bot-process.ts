import { type ChildProcess, spawn } from 'node:child_process'
import type { SandboxLog } from './sandbox-log.ts'

/** How to start the bot; `env` is all it gets. */
export interface BotCommandLine {
  command: string
  args: string[]
  env: Record<string, string | undefined>
}

export interface BotProcessOptions extends BotCommandLine {
  log: SandboxLog
  now: () => Date
  onStatus: (status: BotStatus) => void
}

export type BotStatus = 'stopped' | 'starting' | 'ready' | 'waiting'

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
const STOP_PATIENCE_MS = 10_000

/** The bot as a child: told the time over IPC, started again when it dies without being asked to. */
export class BotProcess {
  status: BotStatus = 'stopped'
  readonly #options: BotProcessOptions
  #child: ChildProcess | undefined
  #isWanted = false
  #failures = 0
  #timer: NodeJS.Timeout | undefined

  constructor(options: BotProcessOptions) {
    this.#options = options
  }

  start(): void {
    this.#isWanted = true
    clearTimeout(this.#timer)
    if (this.#child !== undefined) return
    const { command, args, env } = this.#options
    const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#child = child
    this.#become('starting')
    child.on('message', (message) => this.#hear(message))
    child.on('error', (error) => this.#options.log.error(`bot: ${error.message}`))
    child.once('close', (code, signal) => this.#ended(child, signal ?? `code ${code}`))
    this.tellClock()
  }

  /** Tells the bot the simulated moment. */
  tellClock(): void {
    if (this.#child?.connected !== true) return
    this.#child.send({ type: 'clock', now: this.#options.now().toISOString() }, () => undefined)
  }

  /** Ends the bot and waits until it is gone; by force if it takes too long. */
  async stop(): Promise<void> {
    this.#isWanted = false
    clearTimeout(this.#timer)
    const child = this.#child
    if (child === undefined) {
      this.#become('stopped')
      return
    }
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS)
    await gone
    clearTimeout(force)
  }

  async restart(): Promise<void> {
    await this.stop()
    this.#failures = 0
    this.start()
  }

  /** Lets the bot die at once, as in a power cut; it is started again like after any crash. */
  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  #hear(message: unknown): void {
    if ((message as { type?: unknown } | null)?.type !== 'ready') return
    this.#failures = 0
    this.#become('ready')
  }

  #ended(child: ChildProcess, how: string): void {
    if (this.#child === child) this.#child = undefined
    if (!this.#isWanted) {
      this.#become('stopped')
      return
    }
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures)
    this.#failures += 1
    this.#options.log.error(`bot ended (${how}); starting again in ${pauseMs / 1000} s`)
    this.#become('waiting')
    this.#timer = setTimeout(() => this.start(), pauseMs)
  }

  #become(status: BotStatus): void {
    if (this.status === status) return
    this.status = status
    this.#options.onStatus(status)
  }
}
