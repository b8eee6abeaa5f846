import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import { MessageBuffer } from './message-buffer.ts'

/** The connection the `pg` driver talks through: no TCP and no port, the messages go straight to the PGlite of this process. */
export class PGliteStream extends Duplex {
  readonly #db: Pick<PGlite, 'runExclusive' | 'execProtocolRaw'>
  readonly #messages = new MessageBuffer()

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

  async #answer(): Promise<void> {
    for (;;) {
      const next = this.#messages.take()
      if (next === undefined) return
      if (next === 'terminate') return void this.push(null)
      const answer = await this.#db.runExclusive(() => this.#db.execProtocolRaw(next))
      if (answer.length > 0) this.push(Buffer.from(answer))
    }
  }
}
