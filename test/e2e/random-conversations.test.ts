import { expect, it, onTestFinished } from 'vitest'
import { playConversations } from '../support/conversations-play.ts'
import { readFreshWorld } from '../support/fresh-world.ts'
import { openStage } from '../support/stage.ts'
import { townOf } from '../support/stage-town.ts'

const SEED = 'conversations'
const PEOPLE = 8
const MOVES = 30

it('random conversations end where a simple model says, with nothing lost and nothing done twice', async () => {
  const world = await readFreshWorld()
  const stage = await openStage({ delivery: 'webhook', world })
  onTestFinished(() => stage.close())
  const { wrong } = await playConversations({
    ...{ town: townOf(stage), world, library: stage.app.house.library },
    database: () => stage.app.house.database,
    // Schools of every level: their forms differ.
    ...{ seed: SEED, people: PEOPLE, from: 17, moves: MOVES },
  })
  expect(wrong).toEqual([])
}, 90_000)
