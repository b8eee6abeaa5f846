import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { WorldEvent } from './world-event.ts'

/** One line of the ledger: what happened, its place in the order and its simulated moment (ISO). */
export type LedgerEntry = WorldEvent & { seq: number; at: string }

/** The append-only file `ledger.jsonl`; everything the sandbox remembers is rebuilt from it. */
export class Ledger {
  readonly #descriptor: number
  readonly #dataDir: string

  /** The entries that were there when it was opened. */
  readonly earlier: LedgerEntry[]

  constructor(dataDir: string) {
    this.#dataDir = dataDir
    mkdirSync(join(dataDir, 'files'), { recursive: true })
    const path = join(dataDir, 'ledger.jsonl')
    const { entries, bytes } = readEntries(path)
    this.earlier = entries
    this.#descriptor = openSync(path, 'a')
    // A line cut short by a crash would otherwise swallow the next one.
    ftruncateSync(this.#descriptor, bytes)
  }

  append(entry: LedgerEntry): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`)
  }

  /** Empties the file and forgets what was uploaded. */
  clear(): void {
    ftruncateSync(this.#descriptor)
    rmSync(join(this.#dataDir, 'files'), { recursive: true, force: true })
    mkdirSync(join(this.#dataDir, 'files'), { recursive: true })
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}

function readEntries(path: string): { entries: LedgerEntry[]; bytes: number } {
  if (!existsSync(path)) return { entries: [], bytes: 0 }
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const entries = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerEntry)
  return { entries, bytes: Buffer.byteLength(whole) }
}
