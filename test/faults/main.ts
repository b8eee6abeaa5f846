import { randomInt } from 'node:crypto'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { buildProgram } from './build.ts'
import { readCast } from './cast.ts'
import { FAILPOINT_PLAYS, MUTATION_PLAYS, playFailpoints, playRandomMoments, type Stage } from './plays.ts'
import { prepareFolder } from './scene.ts'

const ROUNDS = 4
const KILLS = 6
const FILLERS = 9

const say = (line: string) => console.log(line)
const seed = process.argv[3] ?? String(randomInt(1_000_000))
/** Plays whose name has this; all when missing. */
const wanted = process.argv[4] ?? ''
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
  for (let round = 1; round <= ROUNDS && 'random'.startsWith(wanted); round++) {
    const startedAt = Date.now()
    const tell = (line: string) => say(`     round ${round}, ${line}`)
    report(
      `round ${round}: ${KILLS} random moments, ${FILLERS} people`,
      startedAt,
      await playRandomMoments(stage, { kills: KILLS, fillers: FILLERS, random, tell }),
    )
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

say(`seed ${seed}; again with: npm run faults -- ${seed}`)
const build = await buildProgram()
const cast = await readCast()
const prepared = await prepareFolder(build.faultyBot, cast)
try {
  await playAll({ cast, file: build.faultyBot, prepared: prepared.dir })
} finally {
  await prepared.remove()
  await build.remove()
}
say(
  `${ROUNDS * KILLS} random moments, ${FAILPOINT_PLAYS.length} failpoint plays, ${MUTATION_PLAYS.length} mutations: ${failures === 0 ? 'all as it should be' : `${failures} FAILED`}`,
)
process.exit(failures === 0 ? 0 : 1)
