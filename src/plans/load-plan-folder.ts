import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PackReading, readPlanFiles } from './read-plan-files.ts'

const CATALOGUE = 'catalogue'

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter((name) => name.endsWith('.yaml')).sort()
}

/**
 * Returns what `readPlanFiles` makes of a folder: plans in it, the catalogue in `catalogue/`. Files are named relative to it.
 * Throws: the file system's own error when the folder cannot be read.
 */
export async function loadPlanFolder(folder: string): Promise<PackReading> {
  const parts = (await yamlFiles(join(folder, CATALOGUE))).map((name) => `${CATALOGUE}/${name}`)
  const names = [...parts, ...(await yamlFiles(folder))]
  const files = names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') }))
  return readPlanFiles(await Promise.all(files))
}
