import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface PostedAnswer {
  status: number
  statusText: string
  body: string
}

/**
 * Returns the answer to a JSON body that is sent in two chunks, cut inside its first letter of several bytes:
 * a receiver that decodes chunk by chunk breaks here, as it would with Telegram.
 * Throws: the connection's error, also when aborted.
 */
export async function postSplit(
  url: string,
  headers: Record<string, string>,
  json: string,
  signal: AbortSignal,
): Promise<PostedAnswer> {
  const body = Buffer.from(json)
  const first = body.findIndex((byte) => byte >= 0xc0)
  const cut = first === -1 ? body.length : first + 1
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  return await new Promise((resolve, reject) => {
    const call = send(url, { method: 'POST', headers, signal }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode: status = 0, statusMessage: statusText = '' } = response
        resolve({ status, statusText, body: Buffer.concat(chunks).toString('utf8') })
      })
    })
    call.on('error', reject)
    call.write(body.subarray(0, cut))
    call.end(body.subarray(cut))
  })
}
