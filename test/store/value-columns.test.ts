import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../../src/domain/data-element.ts'
import { toColumns, toValue } from '../../src/store/value-columns.ts'

const text = fc.string({ minLength: 1 })
const values: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), count: fc.nat() }),
  fc
    .record({ whole: fc.integer({ min: -9999, max: 9999 }), digit: fc.integer({ min: 1, max: 9 }) })
    .map(({ whole, digit }): Value => ({ kind: 'decimal', decimal: `${whole}.0${digit}` })),
  fc.record({ kind: fc.constant('yes-no' as const), yes: fc.boolean() }),
  fc.record(
    {
      ...{ kind: fc.constant('recognition' as const), yes: fc.boolean(), degree: fc.nat({ max: 3 }) },
      ...{ decisionNumber: text, decidedOn: text, expiresOn: text, evidence: text },
    },
    { requiredKeys: ['kind', 'yes'] },
  ),
  fc.record({ kind: fc.constant('level' as const), level: fc.integer({ min: -3, max: 9 }) }),
  fc.record(
    { kind: fc.constant('rank' as const), rank: fc.nat(), of: fc.nat() },
    { requiredKeys: ['kind', 'rank'] },
  ),
  fc.record({ kind: fc.constant('missing' as const), reason: text }),
)

describe('a value in columns', () => {
  it('comes back as the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(toValue(toColumns(value))).toEqual(value)
      }),
    )
  })

  it('lies in exactly one of figure, yes and reason', () => {
    fc.assert(
      fc.property(values, (value) => {
        const { numeric, yes, missing } = toColumns(value)
        expect([numeric, yes, missing].filter((column) => column !== null)).toHaveLength(1)
      }),
    )
  })

  it('keeps 0 and no apart from missing', () => {
    expect(toColumns({ kind: 'count', count: 0 })).toMatchObject({ numeric: '0', missing: null })
    expect(toColumns({ kind: 'yes-no', yes: false })).toMatchObject({ yes: false, missing: null })
    expect(toColumns({ kind: 'missing', reason: '' })).toMatchObject({ numeric: null, missing: '' })
  })

  it.each(['1.1234567', '1e3', 'NaN', '', '123456789012345'])(
    'is refused where the column would change it: %s',
    (decimal) => {
      expect(() => toColumns({ kind: 'decimal', decimal })).toThrow(RangeError)
    },
  )

  it('is refused as a count that is none', () => {
    for (const count of [Number.NaN, Number.POSITIVE_INFINITY, 1e21]) {
      expect(() => toColumns({ kind: 'count', count })).toThrow(RangeError)
    }
  })
})
