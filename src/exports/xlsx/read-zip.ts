import { inflateRawSync } from 'node:zlib'

/** Why a file is not read as a workbook. */
export class WorkbookError extends Error {
  readonly why: 'not-a-workbook' | 'too-large'
  constructor(why: WorkbookError['why'], detail: string) {
    super(`${why}: ${detail}`)
    this.name = 'WorkbookError'
    this.why = why
  }
}

export interface ZipLimits {
  readonly entries: number
  /** Of all wanted entries together, inflated. */
  readonly inflatedBytes: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff

/**
 * Returns the wanted entries of a zip archive by name. The sizes it declares are held against the limit first, and what comes out of
 * each entry again while it is inflated, so that a file that lies about its size costs no more than the limit. Throws: WorkbookError.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): ReadonlyMap<string, Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readEntries(zip, isWanted, limits)
  } catch (error) {
    if (error instanceof WorkbookError) throw error
    throw new WorkbookError('not-a-workbook', error instanceof Error ? error.message : 'unreadable')
  }
}

function readEntries(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Map<string, Buffer> {
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > limits.entries) throw new WorkbookError('too-large', `${count} entries`)
  const found = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  let left = limits.inflatedBytes
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new WorkbookError('not-a-workbook', 'no central directory')
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (isWanted(name)) {
      const content = inflate(zip, at, left)
      left -= content.length
      found.set(name, content)
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return found
}

/** The record at the end, behind a comment of any length. */
function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT)
  for (let at = zip.length - END_LENGTH; at >= first; at--) if (zip.readUInt32LE(at) === END) return at
  throw new WorkbookError('not-a-workbook', 'no zip archive')
}

function inflate(zip: Buffer, central: number, limit: number): Buffer {
  const method = zip.readUInt16LE(central + 10)
  const length = zip.readUInt32LE(central + 20)
  const declared = zip.readUInt32LE(central + 24)
  const local = zip.readUInt32LE(central + 42)
  const isEncrypted = (zip.readUInt16LE(central + 8) & 1) === 1
  if (isEncrypted || zip.readUInt32LE(local) !== LOCAL)
    throw new WorkbookError('not-a-workbook', 'unreadable entry')
  if (declared > limit) throw new WorkbookError('too-large', `${declared} bytes declared`)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(start, start + length)
  if (method === 0) return packed
  if (method !== 8) throw new WorkbookError('not-a-workbook', `compression method ${method}`)
  return inflateUpTo(packed, declared)
}

/** An honest entry gives exactly what it declares; one that gives more is stopped there. */
function inflateUpTo(packed: Buffer, declared: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(declared, 1) })
  } catch (error) {
    const isTooLong =
      error instanceof RangeError || (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new WorkbookError(isTooLong ? 'too-large' : 'not-a-workbook', 'an entry is not what it declares')
  }
}
