import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId, QuestionId } from '../../src/domain/brand.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, type World } from '../support/store-world.ts'

let test: TestDatabase
let world: World
beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-11-22' })
})
beforeEach(async () => {
  await test.reset()
  world = await createWorld(test.database)
})
afterAll(() => test.close())

const asks = () => test.database.asks
const AN = 'an' as PersonId
const BINH = 'binh' as PersonId

async function addQuestion(text = 'Bao giờ?', unit = 'QY-MN', exchange = `1:1 ${text}`): Promise<QuestionId> {
  const id = await asks().addQuestion({
    ...{ exchange, askedBy: AN, chatId: 5_200_071, unit: world.unit(unit), plan: 'QY' },
    ...{ audience: 'public', text, at: AT },
  })
  return id as QuestionId
}

describe('questions to the officers', () => {
  it('wait, the oldest first, for those of the units above', async () => {
    const first = await addQuestion()
    await asks().addQuestion({
      ...{ exchange: 'b', askedBy: AN, chatId: 1, unit: world.unit('DM-TH') },
      ...{ audience: 'registered', text: 'Ở đâu?', at: later(5) },
    })
    const of = async (...codes: string[]) =>
      (await asks().listQuestions(world.scopeOf(...codes), { state: 'open' })).map(({ text }) => text)
    expect(await of('QN')).toEqual(['Bao giờ?', 'Ở đâu?'])
    expect(await of('QY')).toEqual(['Bao giờ?'])
    expect(await asks().findQuestion(world.scopeOf('DM'), first)).toBeUndefined()
    expect(await asks().findQuestion(world.scopeOf('QY'), first)).toEqual({
      ...{ id: first, askedBy: AN, chatId: 5_200_071, unit: world.unit('QY-MN') },
      ...{ unitName: 'Trường Mầm non Hoa Sen', text: 'Bao giờ?' },
      ...{ state: 'open', keeping: 'none', createdAt: AT },
    })
  })

  it('are one when the same wish comes twice', async () => {
    await addQuestion()
    expect(await addQuestion()).toBeUndefined()
    expect(await asks().listQuestions(world.scopeOf('QN'), { state: 'open' })).toHaveLength(1)
  })

  it('are answered once', async () => {
    const id = await addQuestion()
    expect(await asks().answerQuestion(id, { by: BINH, text: 'Ngày 5/9.' }, later(9))).toBe(true)
    expect(await asks().answerQuestion(id, { by: AN, text: 'Ngày 6/9.' }, later(10))).toBe(false)
    expect(await asks().findQuestion(world.scopeOf('QN'), id)).toMatchObject({
      ...{ state: 'answered', answer: 'Ngày 5/9.', answeredBy: BINH, keeping: 'none' },
    })
    expect(await asks().listQuestions(world.scopeOf('QN'), { state: 'open' })).toEqual([])
  })
})

describe('answers that are kept', () => {
  const until = toLocalDate('2026-12-31')
  const kept = async (on: string) => (await asks().listKept(toLocalDate(on))).map(({ text }) => text)

  it('are told from their approval to their last day', async () => {
    const id = await addQuestion()
    await asks().answerQuestion(id, { by: BINH, text: 'Ngày 5/9.', keepUntil: until }, later(9))
    expect(await kept('2026-11-22')).toEqual([])
    expect(await asks().keepAnswer(id, 'proposed', 'kept', AN, later(20))).toBe(true)
    expect(await asks().listKept(toLocalDate('2026-11-22'))).toEqual([
      {
        ...{ id, plan: 'QY', audience: 'public', question: 'Bao giờ?', text: 'Ngày 5/9.' },
        ...{ keepUntil: '2026-12-31', answeredAt: later(9) },
      },
    ])
    expect(await kept('2026-12-31')).toEqual(['Ngày 5/9.'])
    expect(await kept('2027-01-01')).toEqual([])
  })

  it('are decided once and can be taken back', async () => {
    const id = await addQuestion()
    await asks().answerQuestion(id, { by: BINH, text: 'Ngày 5/9.', keepUntil: until }, later(9))
    await asks().keepAnswer(id, 'proposed', 'kept', AN, later(20))
    expect(await asks().keepAnswer(id, 'proposed', 'refused', AN, later(21))).toBe(false)
    expect(await asks().keepAnswer(id, 'kept', 'withdrawn', AN, later(22))).toBe(true)
    expect(await kept('2026-11-22')).toEqual([])
  })
})
