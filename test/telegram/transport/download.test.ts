import { describe, expect, it } from 'vitest'
import { createTransport, TransportError } from '../../../src/telegram/transport/transport.ts'

const TOKEN = '4200001:never-to-be-told'

/** A transport to a Bot API that answers `getFile` with this size and gives this many bytes of the file. */
function open(said: number, given: number, status = 200) {
  const asked: string[] = []
  let pulled = 0
  const fetch = async (url: string | URL | Request) => {
    asked.push(String(url))
    if (!String(url).includes('/file/'))
      return Response.json({ ok: true, result: { file_path: 'documents/file_1.xlsx', file_size: said } })
    const chunk = new Uint8Array(1000).fill(7)
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulled >= given) return controller.close()
        pulled += chunk.length
        controller.enqueue(chunk)
      },
    })
    return new Response(body, { status })
  }
  const transport = createTransport({
    token: TOKEN,
    apiRoot: 'http://api',
    fetch: fetch as typeof globalThis.fetch,
    now: Date.now,
  })
  return { transport, asked, pulled: () => pulled }
}

describe('a file people sent', () => {
  it('is downloaded from where Telegram says it is', async () => {
    const { transport, asked } = open(5000, 5000)
    expect(await transport.download('id', 5000)).toEqual(new Uint8Array(5000).fill(7))
    expect(asked).toEqual([
      `http://api/bot${TOKEN}/getFile`,
      `http://api/file/bot${TOKEN}/documents/file_1.xlsx`,
    ])
  })

  it('is not asked for when it is said to be too large', async () => {
    const { transport, asked } = open(5001, 5001)
    expect(await transport.download('id', 5000)).toBe('too-large')
    expect(asked).toHaveLength(1)
  })

  it('is given up when it turns out larger than was said', async () => {
    const { transport, pulled } = open(1000, 1_000_000)
    expect(await transport.download('id', 5000)).toBe('too-large')
    expect(pulled()).toBeLessThan(10_000)
  })

  it('that cannot be had is an error that tells no token', async () => {
    const problem = await open(1000, 0, 404)
      .transport.download('id', 5000)
      .catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(TransportError)
    expect(String(problem)).not.toContain(TOKEN)
  })
})
