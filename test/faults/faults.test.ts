import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { type Build, buildProgram } from './build.ts'
import { readCast } from './cast.ts'
import { playOutbox } from './outbox-play.ts'
import { type FailpointPlay, MUTATION_PLAYS, playFailpoints, playRandomMoments, type Stage } from './plays.ts'
import { prepareFromStage } from './scene.ts'

const SEED = 'test'
const KILLS = 2
const SENDER_KILLS = 1

/** One bot dying again and again, each time between two other effects; every moment by itself is in `npm run faults`. */
const LIVES: FailpointPlay = {
  name: 'one life after another',
  lives: [
    ['digest-claimed', 1],
    ['step-committed', 2],
    ['submission.submit', 1],
  ],
}

describe('a bot killed without warning', () => {
  let build: Build
  let stage: Stage
  let removeFolder = async () => {}
  beforeAll(async () => {
    build = await buildProgram()
    const cast = await readCast()
    const prepared = await prepareFromStage(inject('runFolder'), build.faultyBot, cast)
    removeFolder = prepared.remove
    stage = { cast, file: build.faultyBot, prepared: prepared.dir }
  }, 900_000)
  afterAll(async () => {
    await removeFolder()
    await build?.remove()
  })

  it('loses nothing that was acknowledged and does nothing twice, at random moments under load', async () => {
    const { next: random } = createSeededRandom(SEED)
    expect(await playRandomMoments(stage, { kills: KILLS, fillers: 4, random })).toEqual([])
  }, 900_000)

  it('loses nothing and does nothing twice, between one effect and the next', async () => {
    expect(await playFailpoints(stage, LIVES)).toEqual([])
  }, 900_000)

  it('sends each message of its outbox once and in order, and repeats none whose fate is not known', async () => {
    const { next: random } = createSeededRandom(SEED)
    expect(await playOutbox(stage, { kills: SENDER_KILLS, isClockWild: true, random })).toEqual([])
  }, 900_000)

  it('is caught sending a digest twice when what is in doubt is sent by itself', async () => {
    const play = MUTATION_PLAYS.find(({ mutation }) => mutation === 'resend-doubts')
    if (!play) throw new Error('no such play')
    expect(await playFailpoints(stage, play)).toContainEqual(expect.stringMatching(play.sign))
  }, 900_000)
})
