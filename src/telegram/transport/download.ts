import type { ApiAnswer } from './api-answer.ts'

export interface DownloadOptions {
  readonly token: string
  readonly apiRoot: string
  readonly fetch?: typeof fetch
  readonly timeoutMs?: number
}

/**
 * Returns the bytes of a file that `getFile` answered for, or 'too-large' as soon as there are more than `limitBytes` of them.
 * Throws: an Error that names neither the address nor the token.
 */
export async function download(
  { token, apiRoot, fetch: fetchFile = fetch, timeoutMs = 20_000 }: DownloadOptions,
  file: ApiAnswer,
  limitBytes: number,
): Promise<Uint8Array | 'too-large'> {
  if (!file.ok) throw new Error(`getFile: ${file.error_code} ${file.description}`)
  const { file_path, file_size = 0 } = file.result as {
    readonly file_path?: string
    readonly file_size?: number
  }
  if (file_size > limitBytes) return 'too-large'
  const response = await fetchFile(`${apiRoot}/file/bot${token}/${file_path ?? ''}`, {
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok || !response.body) throw new Error(`file: ${response.status}`)
  return readUpTo(response.body, limitBytes)
}

async function readUpTo(
  body: ReadableStream<Uint8Array>,
  limitBytes: number,
): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(Buffer.concat(chunks))
    length += value.length
    if (length > limitBytes) {
      await reader.cancel()
      return 'too-large'
    }
    chunks.push(value)
  }
}
