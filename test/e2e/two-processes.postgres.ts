import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import type { SandboxServer } from '../../src/sandbox/main.ts'
import { type Drafts, playConversations } from '../support/conversations-play.ts'
import { readShippedLibrary } from '../support/demo.ts'
import { readFreshWorld } from '../support/fresh-world.ts'
import { Replicas } from '../support/replicas.ts'

const SEED = 'two processes'
const PEOPLE = 6
const MOVES = 30

/** How many messages of the bot stand in each chat. */
const countMessages = ({ world: { state } }: SandboxServer): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...state.logs].map(([chat, { messages }]) => [
      String(chat),
      [...messages.values()].filter(({ from }) => from.id === state.bot.id).length,
    ]),
  )

/** Plays the same conversations with so many processes. */
async function playWith(processes: number) {
  const world = await readFreshWorld()
  const replicas = await Replicas.open(processes, world, createSeededRandom(`${SEED} dispatcher`))
  try {
    const played = await playConversations({
      ...{ town: replicas.town, world, library: await readShippedLibrary() },
      database: () => replicas.database,
      ...{ seed: SEED, people: PEOPLE, from: 20, moves: MOVES },
    })
    return { ...played, messages: countMessages(replicas.sandbox) }
  } finally {
    await replicas.close()
  }
}

describe('two processes on one PostgreSQL server', () => {
  it('end where one does: nothing lost, no question sent twice', async () => {
    const two = await playWith(2)
    expect(two.wrong).toEqual([])
    const one = await playWith(1)
    expect(one.wrong).toEqual([])
    const answers = (drafts: Drafts) => Object.values(drafts).flatMap((draft) => Object.keys(draft))
    expect(answers(two.drafts).length).toBeGreaterThan(20)
    expect(two.drafts).toEqual(one.drafts)
    expect(two.messages).toEqual(one.messages)
  }, 180_000)
})
