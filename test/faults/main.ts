import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { readFreshWorld } from '../support/fresh-world.ts'
import { createServerDatabase } from '../support/server-database.ts'
import { buildProgram } from './build.ts'
import { readCast } from './cast.ts'
import { type OutboxPlay, playOutbox } from './outbox-play.ts'
import { FAILPOINT_PLAYS, MUTATION_PLAYS, playFailpoints, playRandomMoments, type Stage } from './plays.ts'
import { prepareFolder } from './scene.ts'

/** npm run faults -- [SEED] [NAME] [--kills 24] [--people 9] [--sender-kills 100]: of the plays, those whose name has NAME. */
const { positionals, values } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '24' },
    people: { type: 'string', default: '9' },
    'sender-kills': { type: 'string', default: '100' },
  },
})
const KILLS = Number(values.kills)
const PEOPLE = Number(values.people)
/** After so many a round is over: everybody has handed in by then. */
const KILLS_A_ROUND = 6
const SENDER_KILLS = Number(values['sender-kills'])

const say = (line: string) => console.log(line)
const [seed = String(randomInt(1_000_000)), wanted = ''] = positionals
let failures = 0

/** Prints what a play found; it fails when that is not what was wanted. */
function report(
  name: string,
  startedAt: number,
  wrong: readonly string[],
  isWanted = wrong.length === 0,
): void {
  if (!isWanted) failures++
  say(`${isWanted ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  for (const line of isWanted ? wrong.slice(0, 2) : wrong) say(`       ${line.slice(0, 200)}`)
}

async function playAll(stage: Stage): Promise<void> {
  const { next: random } = createSeededRandom(seed)
  for (let left = 'random'.startsWith(wanted) ? KILLS : 0, round = 1; left > 0; round++) {
    const kills = Math.min(left, KILLS_A_ROUND)
    const startedAt = Date.now()
    const tell = (line: string) => say(`     round ${round}, ${line}`)
    report(
      `round ${round}: ${kills} random moments, ${PEOPLE} people`,
      startedAt,
      await playRandomMoments(stage, { kills, fillers: PEOPLE, random, tell }),
    )
    left -= kills
  }
  for (const play of FAILPOINT_PLAYS.filter(({ name }) => name.includes(wanted))) {
    const startedAt = Date.now()
    report(`killed at ${play.name}`, startedAt, await playFailpoints(stage, play))
  }
  for (const play of MUTATION_PLAYS.filter(({ name }) => name.includes(wanted))) {
    const startedAt = Date.now()
    const wrong = await playFailpoints(stage, play)
    report(
      `without protection (${play.mutation}) the checks fail`,
      startedAt,
      wrong,
      wrong.some((line) => play.sign.test(line)),
    )
  }
}

async function playSender(stage: Stage): Promise<void> {
  const { next: random } = createSeededRandom(`${seed} sender`)
  const play = async (name: string, options: Omit<OutboxPlay, 'random' | 'tell'>, sign?: RegExp) => {
    if (!name.includes(wanted)) return
    const startedAt = Date.now()
    const tell = (line: string) => (/kill \d+[1-9]:/.test(line) ? undefined : say(`     ${line}`))
    const wrong = await playOutbox(stage, { ...options, random, tell })
    report(name, startedAt, wrong, sign ? wrong.some((line) => sign.test(line)) : wrong.length === 0)
  }
  await play(`sender: killed ${SENDER_KILLS} times`, { kills: SENDER_KILLS, isClockWild: true })
  await play(
    'sender: without protection (resend-doubts) the checks fail',
    { kills: 15, mutation: 'resend-doubts' },
    /arrived 2 times/,
  )
  if (process.env.TEST_DATABASE_URL === undefined) return
  const database = await createServerDatabase('template0')
  await play(`sender: two on a server, ${SENDER_KILLS} kills`, {
    kills: SENDER_KILLS,
    isClockWild: true,
    databaseUrl: database.url,
  })
  await database.drop()
}

say(`seed ${seed}; again with: npm run faults -- ${seed}`)
const build = await buildProgram()
const cast = await readCast(await readFreshWorld())
const prepared = await prepareFolder(build.faultyBot, cast)
try {
  const stage = { cast, file: build.faultyBot, prepared: prepared.dir }
  await playAll(stage)
  await playSender(stage)
} finally {
  await prepared.remove()
  await build.remove()
}
say(
  `${KILLS} random moments, ${FAILPOINT_PLAYS.length} failpoint plays, ${MUTATION_PLAYS.length} mutations: ${failures === 0 ? 'all as it should be' : `${failures} FAILED`}`,
)
process.exit(failures === 0 ? 0 : 1)
