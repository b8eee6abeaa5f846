import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../support/free-port.ts'
import { LONG_FORM, personOf, QUESTIONS, schoolOf } from './forms-world.ts'
import { startFlags } from './sandbox-process.ts'

const TOKEN = '4200001:bench-bench-bench-bench-bench'

export interface SubjectOptions {
  readonly file: 'forms-bot.mjs' | 'forms-echo.mjs' | 'forms-barest.mjs' | 'forms-least.mjs'
  readonly build: string
  readonly apiRoot: string
  readonly dataDir: string
  readonly databaseUrl?: string
}

/** What the process has used since its start. */
export interface Used {
  readonly roundTrips: number
  readonly commits: number
  readonly cpuUs: number
}

export interface Rate {
  readonly perSecond: number
  /** Of the process's own processor time, in ms. */
  readonly cpuMs: number
}

/** The bot, one of the echoes, or the least a step can be, in a process of its own. */
export class Subject {
  readonly #child: ChildProcess
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  #updateId = 1
  #person = 0

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.#port = port
  }

  static async start({ file, build, apiRoot, dataDir, databaseUrl }: SubjectOptions): Promise<Subject> {
    const port = await findFreePort()
    const path = fileURLToPath(new URL(file, import.meta.url))
    const args = [build, TOKEN, apiRoot, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])]
    const child = fork(path, args, {
      env: { PATH: process.env.PATH, PORT: String(port) },
      execArgv: [...startFlags()],
    })
    const gone = once(child, 'close').then(() => Promise.reject(new Error(`${file} ended`)))
    await Promise.race([once(child, 'message'), gone])
    gone.catch(() => undefined)
    return new Subject(child, port)
  }

  /** Lets people answer one question after another, each the next as soon as the last is done; opening the form is no step. */
  async throughput(chats: number, ms: number, opens: boolean): Promise<Rate> {
    const begin = async () => {
      const person = this.#person++
      if (opens) await this.open(person)
      return person
    }
    const people = await Promise.all(Array.from({ length: chats }, begin))
    const { cpuUs } = await this.used()
    const startedAt = performance.now()
    const end = startedAt + ms
    let steps = 0
    const talk = async (first: number) => {
      for (let person = first; performance.now() < end; person = await begin()) {
        for (let at = 0; at < QUESTIONS - 1 && performance.now() < end; at++) {
          await this.say(person, String(at))
          steps++
        }
      }
    }
    await Promise.all(people.map(talk))
    const perSecond = steps / ((performance.now() - startedAt) / 1000)
    return { perSecond, cpuMs: ((await this.used()).cpuUs - cpuUs) / 1000 / steps }
  }

  /** One person fills in the whole form; returns how long each answer took, in ms. */
  async fillAlone(): Promise<readonly number[]> {
    const person = this.#person++
    await this.open(person)
    const took: number[] = []
    for (let at = 0; at < QUESTIONS - 1; at++) {
      const startedAt = performance.now()
      await this.say(person, String(at))
      took.push(performance.now() - startedAt)
    }
    return took
  }

  async used(): Promise<Used> {
    this.#child.send('used')
    const [told] = (await once(this.#child, 'message')) as [Used]
    return told
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    const gone = once(this.#child, 'close')
    this.#child.send('stop')
    await gone
  }

  /** Opens the long form of the person's school at its first question. */
  open(person: number): Promise<void> {
    return this.tap(person, `n:${LONG_FORM}:2026:${schoolOf(person)}`)
  }

  say(person: number, text: string): Promise<void> {
    return this.#post({ message: { ...this.#message(person), text } })
  }

  tap(person: number, data: string): Promise<void> {
    const message = this.#message(person)
    const callback_query = { id: '1', from: message.from, message, chat_instance: '1', data }
    return this.#post({ callback_query })
  }

  #message(person: number) {
    const id = personOf(person)
    const from = { id, is_bot: false, first_name: 'Nga' }
    return { message_id: this.#updateId, date: 0, from, chat: { id, type: 'private', first_name: 'Nga' } }
  }

  #post(content: object): Promise<void> {
    const body = JSON.stringify({ update_id: this.#updateId++, ...content })
    return new Promise((resolve, reject) => {
      const sending = request(
        {
          ...{
            host: '127.0.0.1',
            port: this.#port,
            path: '/telegram/updates',
            method: 'POST',
            agent: this.#agent,
          },
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'x-telegram-bot-api-secret-token': 'bench',
          },
        },
        (answer) => {
          answer.resume()
          answer.once('end', () =>
            answer.statusCode === 200 ? resolve() : reject(new Error(`status ${answer.statusCode}`)),
          )
        },
      )
      sending.once('error', reject)
      sending.end(body)
    })
  }
}
