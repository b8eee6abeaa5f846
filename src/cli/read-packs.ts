import { basename, dirname } from 'node:path'
import { type PackFile, type PackReading, readPlanFiles } from '../plans/index.ts'
import type { ReadPack } from '../usecases/check-pack.ts'
import type { Secrets } from '../usecases/ports.ts'
import { checksumsOf } from './pack-checksums.ts'
import { readCatalogueFiles } from './shipped-files.ts'

/** Returns what files of packs hold, over the shipped catalogue unless they bring their own part of it. */
export async function readPacks(files: readonly PackFile[]): Promise<PackReading> {
  const own = new Set(files.map(({ name }) => `${basename(dirname(name))}/${basename(name)}`))
  const shipped = (await readCatalogueFiles()).filter(({ name }) => !own.has(name))
  return readPlanFiles([...shipped, ...files])
}

export const packText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).normalize('NFC')

/** Returns the reader of packs people send in chat, one file at a time. */
export const readSentPack =
  (secrets: Pick<Secrets, 'hash'>): ReadPack =>
  async ({ name, bytes }) => {
    const reading = await readPacks([{ name: basename(name), text: packText(bytes) }])
    if ('problems' in reading) return reading
    return { packs: { ...reading, checksums: checksumsOf(reading, secrets) } }
  }
