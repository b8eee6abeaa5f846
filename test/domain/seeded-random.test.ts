import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'

describe('seeded random', () => {
  it('repeats itself for a seed and differs for another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, createSeededRandom(seed).next)
    expect(draw('QY-MN-01')).toEqual(draw('QY-MN-01'))
    expect(draw('QY-MN-01')).not.toEqual(draw('QY-MN-02'))
  })

  it('stays within the bounds it is given, both included', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, span) => {
        const random = createSeededRandom(seed)
        for (let draw = 0; draw < 50; draw++) {
          const number = random.whole(low, low + span)
          if (!Number.isInteger(number) || number < low || number > low + span) return false
        }
        return true
      }),
    )
  })

  it('comes by every value of a small range about as often', () => {
    const random = createSeededRandom('dice')
    const counts = new Map<number, number>()
    for (let draw = 0; draw < 6000; draw++) {
      const face = random.whole(1, 6)
      counts.set(face, (counts.get(face) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it('refuses to pick from nothing', () => {
    expect(() => createSeededRandom('x').pick([])).toThrow(RangeError)
  })
})
