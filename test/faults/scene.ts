import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { localDateOf } from '../../src/domain/local-date.ts'
import { createSandboxServer, type SandboxServer } from '../../src/sandbox/main.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Database } from '../../src/usecases/ports.ts'
import { DEMO_NOW, loadDemoInto, TIME_ZONE } from '../support/demo.ts'
import { copyStageTemplate } from '../support/stage-template.ts'
import { BotChild } from './bot-child.ts'
import { type Cast, WORLD_FILE } from './cast.ts'
import { Evidence } from './evidence.ts'
import type { Filler } from './filler.ts'
import { Administrator, Officer } from './office.ts'
import type { Orders } from './orders.ts'
import { act, type Pace } from './person.ts'
import { Screens } from './screens.ts'

const TOKEN = '4200001:faults-faults-faults-faults-faults'
const LINK_PATIENCE_MS = 30_000

export interface SceneOptions {
  readonly cast: Cast
  /** The compiled bot. */
  readonly file: string
  /** A folder made by `prepareFolder`. */
  readonly prepared: string
  readonly fillers: number
  /** How many of the fillers get their form back once. */
  readonly returned?: number
  readonly pace: Pace
}

/** A district at work on a local Bot API, and a bot that is started and killed. */
export class Scene {
  readonly sandbox: SandboxServer
  readonly screens: Screens
  readonly fillers: readonly Filler[]
  readonly administrator: Administrator
  readonly evidence: Evidence
  readonly #options: SceneOptions
  readonly #dir: string
  readonly #leaving = new AbortController()
  #acting: Promise<unknown> = Promise.resolve()
  #child: BotChild | undefined

  private constructor(options: SceneOptions, dir: string, sandbox: SandboxServer) {
    this.#options = options
    this.#dir = dir
    this.sandbox = sandbox
    this.screens = new Screens(sandbox)
    this.fillers = options.cast.fillers(options.fillers)
    this.administrator = new Administrator(options.cast.administrator)
    this.evidence = new Evidence(sandbox, join(dir, 'bot', 'postgres'), options.cast)
  }

  static async open(options: SceneOptions): Promise<Scene> {
    const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-scene-'))
    await cp(options.prepared, dir, { recursive: true })
    let scene: Scene | undefined
    const sandbox = await openSandbox(dir, () => scene?.child?.tellClock())
    scene = new Scene(options, dir, sandbox)
    return scene
  }

  get child(): BotChild | undefined {
    return this.#child
  }

  /** Gives the bot a new life; the one before must have ended. */
  live(orders?: Orders): BotChild {
    this.#child = new BotChild(this.sandbox, {
      file: this.#options.file,
      dataDir: join(this.#dir, 'bot'),
      ...(orders && { orders }),
    })
    return this.#child
  }

  /** Everybody begins to act, whether the bot lives or not. */
  begin(): void {
    const { cast, returned = 0, pace } = this.#options
    const toReturn = this.fillers.slice(0, returned).map(({ unitCode }) => cast.unitName(unitCode))
    const officers = cast.officers.slice(0, 1).map((id) => new Officer(id, toReturn))
    for (const filler of this.fillers) this.screens.watch(filler.personId, (shown) => filler.see(shown))
    const people = [...this.fillers, ...officers, this.administrator]
    this.#acting = Promise.all(
      people.map((who) => act(this.sandbox, this.screens, who, pace, this.#leaving.signal)),
    )
  }

  /** Moves the simulated clock to the next Monday 07:00 and a little. */
  nextDigests(): void {
    const { world } = this.sandbox
    const local = new Date(world.clock.now() + 7 * 3600_000)
    const due = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
    const days = (8 - local.getUTCDay()) % 7
    const isToday = days === 0 && local.getTime() < due + 7 * 3600_000
    const monday = due + (isToday ? 0 : days === 0 ? 7 : days) * 24 * 3600_000
    world.setTime(monday + 1000)
    this.#child?.tellClock()
  }

  /** Waits until all forms are handed in and accepted and nothing waits to be sent. Returns false when that takes too long. */
  async finishes(withinMs: number): Promise<boolean> {
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(100)) {
      if (this.fillers.every(({ isHandedIn }) => isHandedIn) && (await this.#isQuiet())) return true
    }
    return false
  }

  /** Ends the bot and everybody's acting, and returns what is wrong. */
  async judge(isFinished: boolean): Promise<readonly string[]> {
    this.#leaving.abort()
    await this.#acting
    await this.#child?.stop()
    const wrong = await this.evidence.judge(this.fillers, this.administrator)
    return isFinished ? wrong : ['the play did not come to its end', ...this.#lookedAt(), ...wrong]
  }

  /** What everybody was looking at when the play stood still. */
  #lookedAt(): readonly string[] {
    const people = [
      ...this.fillers.map(({ personId }) => personId),
      ...this.#options.cast.officers.slice(0, 1),
    ]
    return people.map((id) => {
      const shown = this.screens.latest(id)
      return `${id} looks at «${shown?.text.slice(0, 60)}…» ${shown?.buttons.map(({ data }) => data).join(' ')}`
    })
  }

  async close(): Promise<void> {
    this.#leaving.abort()
    await this.#acting.catch(() => undefined)
    await this.#child?.kill()
    await this.sandbox.close()
    await rm(this.#dir, { recursive: true, force: true })
  }

  /** For a while the officer was told again and again that nothing waits, and nobody was told anything else. */
  async #isQuiet(): Promise<boolean> {
    const [officer = 0] = this.#options.cast.officers
    const { world } = this.sandbox
    const { revision } = world
    await sleep(QUIET_MS)
    const news = world.entries.flatMap((entry) =>
      entry.seq > revision && entry.kind === 'message' && entry.message.from.id === world.state.bot.id
        ? [entry.message]
        : [],
    )
    return (
      news.length >= 2 &&
      news.every(({ chat, reply_markup }) => chat.id === officer && reply_markup === undefined)
    )
  }
}

const QUIET_MS = 1000

/** The local Bot API of a play, in a part of its folder. */
export function openSandbox(dir: string, onClock: () => void): Promise<SandboxServer> {
  return createSandboxServer({
    port: 0,
    dataDir: join(dir, 'telegram'),
    world: WORLD_FILE,
    token: TOKEN,
    onClock,
  })
}

/** Returns a folder with a bot that has been started once and both groups linked, to begin scenes from. */
export async function prepareFolder(
  file: string,
  cast: Cast,
): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-prepared-'))
  const database = await openDatabase({
    dataDir: join(dir, 'bot'),
    today: () => localDateOf(DEMO_NOW, TIME_ZONE),
  })
  await loadDemoInto(database, cast.world).finally(() => database.close())
  const sandbox = await openSandbox(dir, () => undefined)
  const child = new BotChild(sandbox, { file, dataDir: join(dir, 'bot') })
  try {
    await child.ready
    const screens = new Screens(sandbox)
    const [officer] = cast.officers
    for (const chatId of cast.groups) {
      await fetch(`${sandbox.url}/sandbox/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personId: officer, chatId, text: '/lienket QY' }),
      })
      if (!(await screens.next(chatId, 0, LINK_PATIENCE_MS)))
        throw new Error(`group ${chatId} was not linked`)
    }
  } finally {
    await child.stop()
    await sandbox.close()
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}

/** The same from the demo district that a test run has made already; on a server's run it is made anew. */
export async function prepareFromStage(
  runFolder: string,
  file: string,
  cast: Cast,
): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  if (process.env.TEST_DATABASE_URL !== undefined) return prepareFolder(file, cast)
  const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-prepared-'))
  const dataDir = join(dir, 'bot')
  await copyStageTemplate(runFolder, dataDir)
  const database = await openDatabase({ dataDir, today: () => '2026-12-07' })
  await linkGroups(database, cast).finally(() => database.close())
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}

/** Links the groups of the cast to their district. */
export async function linkGroups({ units, groups }: Database, cast: Cast): Promise<void> {
  const at = new Date('2026-12-01T00:00:00Z')
  const district = await units.findByCode(systemScope, 'QY')
  if (!district) throw new Error('there is no district QY')
  for (const chatId of cast.groups) {
    await groups.see(chatId, `Nhóm ${chatId}`, at)
    await groups.link(systemScope, chatId, district.id, 'faults' as PersonId, at)
  }
}
