import { existsSync } from 'node:fs'
import { constants, cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { localDateOf } from '../../src/domain/local-date.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { DemoWorld } from '../../src/usecases/demo-world.ts'
import { DEMO_NOW, loadDemoInto, TIME_ZONE } from './demo.ts'
import { createServerDatabase, databaseOn, onServer } from './server-database.ts'

/** A stage's own copy of the demo district. */
export interface StageDatabase {
  /** Absent: embedded, in the folder given. */
  readonly url?: string
  drop(): Promise<void>
}

/**
 * Copies the demo district, as it is before the bot ever ran, to a folder or, with TEST_DATABASE_URL, to a database of one's own.
 * The first of a test run to ask makes the original; the others wait for it.
 */
export async function copyStageTemplate(runFolder: string, dataDir: string): Promise<StageDatabase> {
  await makeOnce(runFolder)
  const server = process.env.TEST_DATABASE_URL
  if (server !== undefined) return createServerDatabase(templateName(runFolder))
  await cp(embedded(runFolder), dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return { drop: async () => undefined }
}

/** Returns a database without tables: of the server, or the folder's own, which is made at the start. */
export const openNewDatabase = async (): Promise<StageDatabase> =>
  process.env.TEST_DATABASE_URL === undefined
    ? { drop: async () => undefined }
    : createServerDatabase('template0')

/** Makes a database of another world than the shipped one, in the folder or, with TEST_DATABASE_URL, on the server. */
export async function makeStageDatabase(dataDir: string, world: DemoWorld): Promise<StageDatabase> {
  const isOnServer = process.env.TEST_DATABASE_URL !== undefined
  const server = isOnServer ? await createServerDatabase('template0') : undefined
  const database = await openDatabase({
    dataDir,
    today: () => localDateOf(DEMO_NOW, TIME_ZONE),
    ...(server && { url: server.url }),
  })
  await loadDemoInto(database, world).finally(() => database.close())
  return server ?? { drop: async () => undefined }
}

/** Drops what the run made on a server; its folder is removed by the caller. */
export async function dropStageTemplate(runFolder: string): Promise<void> {
  if (process.env.TEST_DATABASE_URL !== undefined)
    await onServer(`DROP DATABASE IF EXISTS ${templateName(runFolder)} WITH (FORCE)`)
}

const embedded = (runFolder: string): string => join(runFolder, 'bot')
const templateName = (runFolder: string): string =>
  `chi_tieu_stage_${basename(runFolder).replaceAll(/\W/g, '_').toLowerCase()}`

async function makeOnce(runFolder: string): Promise<void> {
  const made = join(runFolder, 'made')
  const isMine = await mkdir(join(runFolder, 'making')).then(
    () => true,
    () => false,
  )
  if (isMine) {
    const problem = await make(runFolder).then(
      () => '',
      (error: unknown) => String(error),
    )
    await writeFile(`${made}.new`, problem)
    await rename(`${made}.new`, made)
  }
  while (!existsSync(made)) await sleep(50)
  const problem = await readFile(made, 'utf8')
  if (problem !== '') throw new Error(`the stage could not be prepared: ${problem}`)
}

async function make(runFolder: string): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (server !== undefined) await onServer(`CREATE DATABASE ${templateName(runFolder)}`)
  const config = readConfig({
    BOT_TOKEN: '4200001:only-makes-the-database',
    DATA_DIR: embedded(runFolder),
    DATABASE_URL: server && databaseOn(server, templateName(runFolder)),
    LOG_LEVEL: 'silent',
    CHI_TIEU_SANDBOXED: '1',
  })
  const house = await openHouse(config, { clock: { now: () => DEMO_NOW } })
  await house.database.close()
}
