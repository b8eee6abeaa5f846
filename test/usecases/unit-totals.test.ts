import { afterAll, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { openTestDatabase } from '../support/database.ts'
import { COUNTED, UnitPlay } from '../support/unit-play.ts'

const test = await openTestDatabase({ today: () => '2027-01-15' })
afterAll(() => test.close())

describe('totals of a tree that merges, splits, moves and closes at random', () => {
  it.each(['red', 'green'])(
    'are those of a plain addition as then and as now, for every unit and period (%s)',
    async (seed) => {
      await test.reset()
      const play = await UnitPlay.run(test.database, createSeededRandom(seed), 12)
      expect(await play.findWrong()).toEqual([])
      for (const [of, on] of COUNTED)
        expect(play.expected('P', of, on, 'now')).toEqual(play.expected('P', of, on, 'then'))
    },
    120_000,
  )
})
