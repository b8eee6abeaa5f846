const SYNC = 0x53
const QUERY = 0x51
const FLUSH = 0x48
const TERMINATE = 0x58
const EMPTY = Buffer.alloc(0)

/** Cuts the driver's bytes into whole round trips of the PostgreSQL protocol: up to a message that wants an answer. */
export class MessageBuffer {
  #bytes: Buffer = EMPTY
  /** End of the last whole message. */
  #end = 0
  #isStarted = false

  add(chunk: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk])
  }

  /** Returns the messages of the next round trip; undefined until more bytes come. */
  take(): Uint8Array | 'terminate' | undefined {
    for (let type = this.#nextType(); type !== undefined; type = this.#nextType()) {
      if (type === TERMINATE) {
        this.#cut()
        return 'terminate'
      }
      if (type === 'startup' || type === SYNC || type === QUERY || type === FLUSH) return this.#cut()
    }
    return undefined
  }

  /** Steps over one whole message. The first of a connection has no type byte. */
  #nextType(): number | 'startup' | undefined {
    const head = this.#isStarted ? 1 : 0
    if (this.#bytes.length < this.#end + head + 4) return undefined
    const size = head + this.#bytes.readInt32BE(this.#end + head)
    if (this.#bytes.length < this.#end + size) return undefined
    const type = this.#isStarted ? this.#bytes.readUInt8(this.#end) : 'startup'
    this.#isStarted = true
    this.#end += size
    return type
  }

  #cut(): Uint8Array {
    const whole = new Uint8Array(this.#bytes.subarray(0, this.#end))
    this.#bytes = this.#bytes.subarray(this.#end)
    this.#end = 0
    return whole
  }
}
