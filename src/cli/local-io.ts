import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { DomainError } from '../domain/errors.ts'
import type { CliIo } from './command.ts'

export interface Streams {
  readonly in: Readable
  readonly out: Writable
  readonly err: Writable
  /** Folder that relative paths start from. */
  readonly cwd: string
}

/** Returns the io of this process's own terminal and folder. */
export const createLocalIo = (streams: Streams): CliIo => ({
  out: (text) => void streams.out.write(`${text}\n`),
  err: (text) => void streams.err.write(`${text}\n`),
  readFile: (path) => readOrRefuse(resolve(streams.cwd, path)),
  writeFile: (path, bytes) => writeFile(resolve(streams.cwd, path), bytes),
  readInput: () => readAll(streams.in),
})

async function readOrRefuse(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    throw new DomainError('file-invalid', { path })
  }
}

async function readAll(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
