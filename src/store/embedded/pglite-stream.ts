import { Duplex } from 'node:stream'
import { setImmediate as othersFirst } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { MessageBuffer } from './message-buffer.ts'

/** As PGlite runs on the program's own thread, a row of statements that is longer than this lets everything else have its turn in between. */
const LONGEST_ROW_MS = 5

/** The connection the `pg` driver talks through: no TCP and no port, the messages go straight to the PGlite of this process. */
export class PGliteStream extends Duplex {
  readonly #db: Pick<PGlite, 'runExclusive' | 'execProtocolRaw'>
  readonly #messages = new MessageBuffer()
  #rowBeganAt = 0

  constructor(db: Pick<PGlite, 'runExclusive' | 'execProtocolRaw'>) {
    super()
    this.#db = db
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  // What the driver asks of a TCP socket and has no meaning here.
  setNoDelay = (): this => this
  setKeepAlive = (): this => this
  setTimeout = (): this => this
  ref = (): this => this
  unref = (): this => this

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#messages.add(chunk)
    this.#answer().then(() => done(), done)
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  async #giveWay(): Promise<void> {
    if (performance.now() - this.#rowBeganAt < LONGEST_ROW_MS) return
    await othersFirst()
    this.#rowBeganAt = performance.now()
  }

  async #answer(): Promise<void> {
    for (;;) {
      const next = this.#messages.take()
      if (next === undefined) return
      await this.#giveWay()
      if (next === 'terminate') return void this.push(null)
      const answer = await this.#db.runExclusive(() => this.#db.execProtocolRaw(next))
      if (answer.length > 0) this.push(Buffer.from(answer))
    }
  }
}
