import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { PGliteStream } from '../../../src/store/embedded/pglite-stream.ts'

const STATEMENT_MS = 4
const STATEMENTS = 50

/** Of the protocol: how a connection begins, and `SELECT 1`. */
const BEGIN = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0])
const STATEMENT = Buffer.from('Q\0\0\0\x0dSELECT 1\0', 'latin1')

/** As PGlite does, it works on this thread and answers without the event loop coming round. */
const database = {
  runExclusive: <T>(work: () => Promise<T>) => work(),
  execProtocolRaw: async () => {
    for (const end = performance.now() + STATEMENT_MS; performance.now() < end; );
    return new Uint8Array([1])
  },
}

describe('the embedded database, on the thread of the program', () => {
  it('lets everything else have its turn within a long row of statements', async () => {
    const stream = new PGliteStream(database)
    let turns = 0
    const others = setInterval(() => turns++, 1)
    for (let n = 0; n < STATEMENTS; n++) {
      stream.write(n === 0 ? BEGIN : STATEMENT)
      await once(stream, 'data')
    }
    clearInterval(others)
    expect(turns).toBeGreaterThan(STATEMENTS / 4)
  })
})
