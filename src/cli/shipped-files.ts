import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import { type PackFile, readCalendar } from '../plans/index.ts'

/** Two folders up both from the source and from the built program. */
const PRISMA = fileURLToPath(new URL('../../prisma', import.meta.url))

/** Folder of the plan packs that come with the program. */
export const SHIPPED_PLANS = join(PRISMA, 'plans')

/** Returns the demo world as shipped, parsed; `parseDemoWorld` checks it. */
export const readDemoWorldFile = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(PRISMA, 'demo', 'world.json'), 'utf8'))

/** Returns the parts of the shared catalogue that come with the program, named `catalogue/<file>`. */
export async function readCatalogueFiles(): Promise<readonly PackFile[]> {
  const folder = join(SHIPPED_PLANS, 'catalogue')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => ({
      name: `catalogue/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  )
}

/** Returns the holidays and the summer leave that come with the program. */
export async function readShippedCalendar(): Promise<OfficeCalendar> {
  const name = 'holidays.yaml'
  const reading = readCalendar({ name, text: await readFile(join(PRISMA, name), 'utf8') })
  if ('problems' in reading) throw new Error(`${name}: ${JSON.stringify(reading.problems[0])}`)
  return reading.calendar
}
