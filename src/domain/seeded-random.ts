/** Numbers that look random and are the same for the same seed: for demo figures, never for secrets. */
export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** One of the list. Throws: RangeError when it is empty. */
  pick<T>(list: readonly T[]): T
}

/** Returns a generator whose whole sequence follows from the seed. */
export function createSeededRandom(seed: string): SeededRandom {
  let state = hashSeed(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return { next, whole, pick: (list) => pickAt(list, whole(0, list.length - 1)) }
}

/** FNV-1a, 32 bits. */
function hashSeed(seed: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
  return hash
}

function pickAt<T>(list: readonly T[], at: number): T {
  const picked = list[at]
  if (picked === undefined) throw new RangeError('nothing to pick from')
  return picked
}
