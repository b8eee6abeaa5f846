import { badRequest } from './errors.ts'
import { parseMultipart } from './multipart.ts'
import { Params } from './params.ts'

export interface RawRequest {
  query: Record<string, unknown>
  contentType: string
  body: Buffer | undefined
}

/** Returns the parameters of a call from query and body of any kind Telegram takes. Throws: ApiError 400. */
export function readParams({ query, contentType, body }: RawRequest): Params {
  if (body === undefined || body.length === 0) return new Params(query)
  const type = contentType.toLowerCase()
  if (type.startsWith('application/json')) return new Params({ ...query, ...parseJson(body) })
  if (type.startsWith('multipart/form-data')) {
    const parsed = parseMultipart(body, contentType)
    if (parsed === undefined) throw badRequest("can't parse multipart form data")
    return new Params({ ...query, ...parsed.fields }, parsed.files)
  }
  return new Params({ ...query, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) })
}

function parseJson(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw badRequest("can't parse JSON object")
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('object expected')
  return value as Record<string, unknown>
}
