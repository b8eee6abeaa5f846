import type { UploadedFile } from './params.ts'

export interface MultipartBody {
  fields: Record<string, string>
  files: Map<string, UploadedFile>
}

/**
 * Returns the fields and files of a multipart/form-data body.
 * Missing: undefined when the body does not keep to its boundary.
 */
export function parseMultipart(body: Buffer, contentType: string): MultipartBody | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const name = boundary?.[1] ?? boundary?.[2]
  if (name === undefined) return undefined
  const delimiter = Buffer.from(`--${name}`)
  const parsed: MultipartBody = { fields: {}, files: new Map() }
  let at = body.indexOf(delimiter)
  while (at !== -1) {
    const from = at + delimiter.length
    if (body.toString('latin1', from, from + 2) === '--') return parsed
    const end = body.indexOf(`\r\n--${name}`, from)
    if (end === -1) return undefined
    readPart(body.subarray(from + 2, end), parsed)
    at = end + 2
  }
  return undefined
}

function readPart(part: Buffer, into: MultipartBody): void {
  const split = part.indexOf('\r\n\r\n')
  if (split === -1) return
  const headers = part.toString('utf8', 0, split)
  const content = part.subarray(split + 4)
  const name = /content-disposition:[^\r\n]*[;\s]name="?([^";\r\n]*)"?/i.exec(headers)?.[1]
  const fileName = /content-disposition:[^\r\n]*filename="?([^";\r\n]*)"?/i.exec(headers)?.[1]
  if (name === undefined) return
  if (fileName === undefined) {
    into.fields[name] = content.toString('utf8')
    return
  }
  const mimeType = /content-type:\s*([^\s;]+)/i.exec(headers)?.[1] ?? 'application/octet-stream'
  into.files.set(name, { name: decodeName(fileName), mimeType, content: Buffer.from(content) })
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
