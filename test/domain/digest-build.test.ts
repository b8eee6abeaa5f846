import { describe, expect, it } from 'vitest'
import { ratioToTarget, rowGroup, takeSnapshot, worstFirst } from '../../src/domain/digest-build.ts'
import { discloseInGroup, rowsForGroup } from '../../src/domain/small-counts.ts'
import { buildRow, buildTarget, MIXED_ROWS, sampleDigest } from '../support/digest-samples.ts'

const floor = (number: string, status: 'missed' | 'reached') => ({
  floor: buildTarget('2025', number, status),
})

describe('the order of a digest', () => {
  it('puts missed floors first, the farthest before the nearest, and what nothing tells last', () => {
    const rows = [
      buildRow('words', 1, 2, { aim: buildTarget('2030', '50', 'words') }),
      buildRow('reached', 60, 100, floor('50', 'reached')),
      buildRow('nothing', 0, 100, {
        value: null,
        numerator: null,
        floor: buildTarget('2025', '50', 'no-data'),
      }),
      buildRow('near', 49, 100, floor('50', 'missed')),
      buildRow('possible', 20, 100, {
        value: null,
        interval: { low: '20', high: '90' },
        floor: buildTarget('2025', '50', 'interval'),
      }),
      buildRow('ahead', 40, 100, { aim: buildTarget('2030', '50', 'not-yet') }),
      buildRow('far', 10, 100, floor('50', 'missed')),
    ]
    expect(worstFirst(rows).map(({ label }) => label.vi)).toEqual([
      'far',
      'near',
      'ahead',
      'possible',
      'reached',
      'nothing',
      'words',
    ])
  })

  it('counts a floor that holds with an aim ahead as something left to do', () => {
    expect(
      rowGroup(buildRow('a', 1, 2, { ...floor('50', 'reached'), aim: buildTarget('2030', '90', 'not-yet') })),
    ).toBe('not-yet')
    expect(
      rowGroup(buildRow('a', 1, 2, { ...floor('50', 'reached'), aim: buildTarget('2030', '50', 'reached') })),
    ).toBe('reached')
  })
})

describe('a value against its target', () => {
  const row = (value: string, direction: 'up' | 'down') => buildRow('r', 1, 1, { value, direction })
  it.each([
    ['45', '50', 'up', 0.9],
    ['50', '50', 'up', 1],
    ['14', '7', 'down', 0.5],
    ['0', '0', 'down', 1],
    ['3', '0', 'down', 0],
    ['0', '7', 'down', Number.POSITIVE_INFINITY],
  ] as const)('%s of %s (%s) is %s', (value, target, direction, ratio) => {
    expect(ratioToTarget(row(value, direction), value, buildTarget('2025', target, 'missed'))).toBeCloseTo(
      ratio,
    )
  })

  it('has no place without a figure', () => {
    expect(ratioToTarget(row('1', 'up'), null, buildTarget('2025', '5', 'missed'))).toBeUndefined()
  })
})

describe('the snapshot', () => {
  it('of a digest compared with itself finds no change', () => {
    const first = sampleDigest(MIXED_ROWS)
    expect(sampleDigest(MIXED_ROWS, {}, takeSnapshot(first)).changed).toEqual([])
  })

  it('of another period is not compared', () => {
    const snapshot = { ...takeSnapshot(sampleDigest(MIXED_ROWS)), period: '2025' }
    const digest = sampleDigest(MIXED_ROWS, { reported: 60 }, snapshot)
    expect(digest.change).toBeUndefined()
    expect(digest.isQuiet).toBe(false)
  })

  it('sees a change of standing even when the figure is the same', () => {
    const [row] = MIXED_ROWS
    if (row?.floor === undefined) throw new Error('the sample has a floor')
    const before = takeSnapshot(sampleDigest([{ ...row, floor: { ...row.floor, status: 'missed' } }]))
    expect(sampleDigest([row], {}, before).changed).toHaveLength(1)
  })
})

describe('what a group may read', () => {
  const people = { countsUnits: false, expected: 12 }
  it.each([
    ['a share of schools', buildRow('r', 2, 21), 'full'],
    ['a unit with one school', buildRow('r', 1, 1), 'none'],
    ['four pupils of many', buildRow('r', 4, 200, people), 'rate'],
    ['all but four pupils', buildRow('r', 196, 200, people), 'rate'],
    ['all pupils', buildRow('r', 200, 200, people), 'full'],
    ['none of the pupils', buildRow('r', 0, 200, people), 'full'],
    ['five pupils of ten', buildRow('r', 5, 10, people), 'full'],
    ['a class of four', buildRow('r', 2, 4, people), 'none'],
    ['two who drowned', buildRow('r', 2, 9, { ...people, unit: 'count', denominator: null }), 'few'],
    ['nobody drowned', buildRow('r', 0, 9, { ...people, unit: 'count', denominator: null }), 'full'],
    ['a score', buildRow('r', 3, 200, { ...people, unit: 'score' }), 'full'],
    ['the office’s own figure', buildRow('r', 1, 1, { source: 'own' }), 'full'],
  ] as const)('%s: %#', (_, row, disclosure) => {
    expect(discloseInGroup(row)).toBe(disclosure)
    expect(rowsForGroup([row])).toHaveLength(disclosure === 'none' ? 0 : 1)
  })
})
