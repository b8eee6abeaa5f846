import { describe, expect, it } from 'vitest'
import { groupBy } from '../../src/domain/group-by.ts'
import { remember } from '../../src/domain/remember.ts'

describe('what is remembered', () => {
  it('is computed once, and again after the keep was emptied', () => {
    const asked: string[] = []
    const length = remember((text: string) => asked.push(text) && text.length, 2)
    expect(['a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 2, 1, 3, 1])
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
  })
})

describe('grouping', () => {
  it('keeps the order of first appearance', () => {
    expect([...groupBy([3, 1, 4, 1, 5], (each) => each % 2)]).toEqual([
      [1, [3, 1, 1, 5]],
      [0, [4]],
    ])
  })
})
