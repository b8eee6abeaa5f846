import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SubmissionId } from '../../../src/domain/brand.ts'
import type { Value } from '../../../src/domain/data-element.ts'
import { keepSession, recallSession } from '../../../src/telegram/conversations/kept-session.ts'
import type { FormSession } from '../../../src/usecases/open-form.ts'

const UNCOUNTED: Value = { kind: 'missing', reason: 'chưa thống kê' }
const value = fc.oneof(
  fc.nat().map((count): Value => ({ kind: 'count', count })),
  fc.constantFrom<Value>(
    UNCOUNTED,
    { kind: 'decimal', decimal: '7.25' },
    { kind: 'recognition', yes: true, decisionNumber: '12/QĐ', decidedOn: '2024-05-01' },
  ),
)

it('a session is recalled as it was kept, by way of JSON', () => {
  const answers = fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), value)
  fc.assert(
    fc.property(answers, fc.nat(), (given, at) => {
      const session: FormSession = {
        ...{ submission: 'one' as SubmissionId, form: 'QY-year', formVersion: 1, period: '2026' },
        ...{ unitName: 'Trường Đông Mai', levels: ['primary'], answers: given, last: {}, late: ['q1'] },
        // Those without a moment were understood from a message and are not stored yet.
        seenAt: Object.fromEntries(Object.keys(given).flatMap((code, i) => (i % 2 ? [[code, at + i]] : []))),
      }
      expect(recallSession(JSON.parse(JSON.stringify(keepSession(session))))).toEqual(session)
    }),
    { examples: [[{ constructor: UNCOUNTED }, 0]] },
  )
})
