import { crc32, deflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const DEFLATED = 8
/** Names are UTF-8. */
const FLAGS = 0x0800
/** 1 January 1980: the same content makes the same file. */
const DATE = 0x0021

/** Returns a zip archive of the files by name, in their order. */
export function writeZip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const about = aboutOf(name, bytes, packed)
    const entry = Buffer.concat([words(LOCAL, 4), about, Buffer.from(name), packed])
    const place = Buffer.concat([words(0, 2), words(0, 2), words(0, 2), words(0, 4), words(offset, 4)])
    directory.push(Buffer.concat([words(CENTRAL, 4), words(VERSION, 2), about, place, Buffer.from(name)]))
    entries.push(entry)
    offset += entry.length
  }
  const central = Buffer.concat(directory)
  const counts = Buffer.concat([words(0, 4), words(files.size, 2), words(files.size, 2)])
  const end = [words(END, 4), counts, words(central.length, 4), words(offset, 4), words(0, 2)]
  return new Uint8Array(Buffer.concat([...entries, central, ...end]))
}

/** What a file's own header and the directory both say. */
const aboutOf = (name: string, bytes: Uint8Array, packed: Uint8Array): Buffer =>
  Buffer.concat([
    ...[VERSION, FLAGS, DEFLATED, 0, DATE].map((word) => words(word, 2)),
    ...[crc32(bytes), packed.length, bytes.length].map((word) => words(word, 4)),
    ...[Buffer.byteLength(name), 0].map((word) => words(word, 2)),
  ])

function words(value: number, bytes: 2 | 4): Buffer {
  const written = Buffer.alloc(bytes)
  written.writeUIntLE(value, 0, bytes)
  return written
}
