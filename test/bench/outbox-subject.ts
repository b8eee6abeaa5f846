import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { request } from 'undici'
import type { OutboxStatus } from '../../src/usecases/ports.ts'
import { findFreePort } from '../support/free-port.ts'
import type { LimitedBotApi } from './limited-bot-api.ts'
import { startFlags } from './sandbox-process.ts'

const TOKEN = '4200001:bench-bench-bench-bench-bench'
const BOT = fileURLToPath(new URL('outbox-bot.mjs', import.meta.url))
const LOOK_MS = 100

export interface OutboxBotOptions {
  readonly build: string
  readonly dataDir: string
  readonly databaseUrl?: string
  /** Its connections can be refused; this makes it a little slower. */
  readonly isFaulty?: boolean
}

/** Tells of a tap when it was answered, in ms from when the bot was told of it. */
export interface Tapped {
  readonly answeredMs: number
  /** The bot was done with it, its reply sent too. */
  readonly doneMs: number
}

/** The bot with its outbox, in a process of its own. */
export class OutboxBot {
  readonly #child: ChildProcess
  readonly #api: LimitedBotApi
  readonly #port: number
  #updateId = 1

  private constructor(child: ChildProcess, api: LimitedBotApi, port: number) {
    this.#child = child
    this.#api = api
    this.#port = port
  }

  static async start(
    api: LimitedBotApi,
    { build, dataDir, databaseUrl, isFaulty }: OutboxBotOptions,
  ): Promise<OutboxBot> {
    const port = await findFreePort()
    const args = [build, TOKEN, api.url, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])]
    const env = { PATH: process.env.PATH, PORT: String(port), ...(isFaulty && { FAULTY: '1' }) }
    const child = fork(BOT, args, { env, execArgv: [...startFlags()] })
    const gone = once(child, 'close').then(() => Promise.reject(new Error('the bot ended')))
    await Promise.race([once(child, 'message'), gone])
    gone.catch(() => undefined)
    return new OutboxBot(child, api, port)
  }

  async ask<Told = unknown>(act: string, wish: object = {}): Promise<Told> {
    const answer = new Promise<Told>((resolve) => {
      const listen = ({ done, told }: { readonly done: string; readonly told: Told }) => {
        if (done !== act) return
        this.#child.off('message', listen)
        resolve(told)
      }
      this.#child.on('message', listen)
    })
    this.#child.send({ act, ...wish })
    return answer
  }

  /** Waits until nothing waits and nothing is on its way. */
  async sentAll(): Promise<OutboxStatus> {
    for (;;) {
      const status = await this.ask<OutboxStatus>('status')
      if (status.waiting + status.sending === 0) return status
      await sleep(LOOK_MS)
    }
  }

  /** The person taps; returns when the bot is done. */
  async tap(person: number, data: string): Promise<Tapped> {
    const id = String(this.#updateId)
    const from = { id: person, is_bot: false, first_name: 'Nga' }
    const message = { message_id: 1, date: 0, chat: { id: person, type: 'private', first_name: 'Nga' } }
    const callback_query = { id, from, message, chat_instance: '1', data }
    const startedAt = performance.now()
    const response = await request(`http://127.0.0.1:${this.#port}/telegram/updates`, {
      method: 'POST',
      reset: true,
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'bench' },
      body: JSON.stringify({ update_id: this.#updateId++, callback_query }),
    })
    await response.body.dump()
    if (response.statusCode !== 200) throw new Error(`a tap got ${response.statusCode}`)
    const doneMs = performance.now() - startedAt
    const answeredAt = this.#api.answered.get(id)
    if (answeredAt === undefined) throw new Error('a tap was not answered')
    return { answeredMs: answeredAt - startedAt, doneMs }
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'close')
    this.#child.send({ act: 'stop' })
    await gone
  }
}
