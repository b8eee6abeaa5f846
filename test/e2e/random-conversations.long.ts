import { expect, it } from 'vitest'
import { playConversations } from '../support/conversations-play.ts'
import { readFreshWorld } from '../support/fresh-world.ts'
import { openStage } from '../support/stage.ts'
import { townOf } from '../support/stage-town.ts'

const CONVERSATIONS = Number(process.env.CONVERSATIONS ?? 200)
const SEED = process.env.SEED ?? String(Date.now())
const SCHOOLS = 64
const SIDE_BY_SIDE = 16
const MOVES = 40

/** In each round other schools talk, on a stage of their own. */
const ROUNDS = Array.from({ length: Math.ceil(CONVERSATIONS / SIDE_BY_SIDE) }, (_, round) => round)

it.each(ROUNDS)(`round %i of ${CONVERSATIONS} random conversations with seed ${SEED}`, async (round) => {
  const world = await readFreshWorld()
  const stage = await openStage({ delivery: 'webhook', world })
  try {
    const { wrong } = await playConversations({
      ...{ town: townOf(stage), world, library: stage.app.house.library },
      database: () => stage.app.house.database,
      people: Math.min(SIDE_BY_SIDE, CONVERSATIONS - round * SIDE_BY_SIDE),
      ...{ seed: `${SEED} ${round}`, from: (round * SIDE_BY_SIDE) % SCHOOLS, moves: MOVES },
    })
    expect(wrong).toEqual([])
  } finally {
    await stage.close()
  }
})
