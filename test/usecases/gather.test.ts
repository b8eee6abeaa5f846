import { describe, expect, it } from 'vitest'
import { gather } from '../../src/usecases/gather.ts'

describe('what is asked at the same time', () => {
  it('is answered by one call for each key, each asker with the answer to theirs', async () => {
    const calls: (readonly number[])[] = []
    const double = gather(
      (input: number) => String(input % 2),
      async (inputs) => {
        calls.push(inputs)
        return inputs.map((each) => each * 2)
      },
    )
    const later = async (input: number) => double(await Promise.resolve(input))
    expect(await Promise.all([double(1), later(2), double(3), later(5)])).toEqual([2, 4, 6, 10])
    expect(calls).toEqual([[1, 3, 5], [2]])
  })

  it('fails for all whose answer it was, and is asked anew the next time', async () => {
    let isBroken = true
    const read = gather(
      () => '',
      async (inputs: readonly number[]) => {
        if (isBroken) throw new Error('no answer')
        return inputs
      },
    )
    expect((await Promise.allSettled([read(1), read(2)])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
    isBroken = false
    expect(await read(3)).toBe(3)
  })
})
