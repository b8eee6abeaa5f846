import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { inBatches } from '../../src/store/in-batches.ts'

/** Statements that end when told, and what each was asked. */
function openTable(lanes = 1) {
  const asked: (readonly string[])[] = []
  const ends: { ok(): void; fail(problem: Error): void }[] = []
  const call = inBatches<string, string>({
    run: (inputs) => {
      asked.push(inputs)
      return new Promise((resolve, reject) => {
        ends.push({ ok: () => resolve(inputs.map((input) => `${input}!`)), fail: reject })
      })
    },
    touches: (input) => [input.charAt(0)],
    lanes,
  })
  return { asked, ends, call }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('calls in batches', () => {
  it('go together that come in one turn, or while a statement is under way, each with its own answer', async () => {
    const { asked, ends, call } = openTable()
    const calls = [call('a'), call('b')]
    await turn()
    calls.push(call('c'), call('d'))
    await turn()
    expect(asked).toEqual([['a', 'b']])
    ends[0]?.ok()
    await turn()
    expect(asked).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    ends[1]?.ok()
    expect(await Promise.all(calls)).toEqual(['a!', 'b!', 'c!', 'd!'])
  })

  it('have as many statements under way as there are lanes', async () => {
    const { asked, call } = openTable(2)
    for (const each of ['a', 'b', 'c']) {
      void call(each)
      await turn()
    }
    expect(asked).toEqual([['a'], ['b']])
  })

  it('follow each other in order where they touch the same', async () => {
    const { asked, ends, call } = openTable()
    for (const each of ['a1', 'b', 'a2', 'a3']) void call(each)
    for (const place of [0, 1, 2]) {
      await turn()
      ends[place]?.ok()
      await turn()
    }
    expect(asked).toEqual([['a1', 'b'], ['a2'], ['a3']])
  })

  it('are tried one by one where the database refuses them, so that only the one at fault fails', async () => {
    const { asked, ends, call } = openTable()
    const outcomes = Promise.allSettled([call('a'), call('b')])
    await turn()
    ends[0]?.fail(new pg.DatabaseError('refused', 0, 'error'))
    await turn()
    ends[1]?.fail(new pg.DatabaseError('still refused', 0, 'error'))
    await turn()
    ends[2]?.ok()
    expect(await outcomes).toMatchObject([{ reason: { message: 'still refused' } }, { value: 'b!' }])
    expect(asked).toEqual([['a', 'b'], ['a'], ['b']])
  })

  it('all fail where it is not known what became of them', async () => {
    const { asked, ends, call } = openTable()
    const outcomes = Promise.allSettled([call('a'), call('b')])
    await turn()
    ends[0]?.fail(new Error('connection lost'))
    expect(await outcomes).toMatchObject([
      { reason: { message: 'connection lost' } },
      { reason: { message: 'connection lost' } },
    ])
    expect(asked).toHaveLength(1)
  })
})
