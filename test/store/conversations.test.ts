import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId, SubmissionId } from '../../src/domain/brand.ts'
import type { StepWrite } from '../../src/usecases/ports.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, period, type World } from '../support/store-world.ts'

const KEY = '500:500'
const ME = 'instance-1'

describe('conversations', () => {
  let test: TestDatabase
  let world: World
  let submission: SubmissionId
  beforeAll(async () => {
    test = await openTestDatabase()
  })
  beforeEach(async () => {
    await test.reset()
    world = await createWorld(test.database)
    const input = { form: 'QY-year', formVersion: 1, unit: world.unit('QY-TH'), period: period('2026') }
    submission = (await test.database.submissions.open(systemScope, input, AT)).id
    await test.database.installation.beat(ME)
  })
  afterAll(() => test.close())

  const conversations = () => test.database.conversations
  const open = (updateId: number, instance = ME) =>
    conversations().openUpdate({ updateId, key: KEY, telegramUserId: 500 }, instance, AT)
  const answer = (element: string, figure: number) => ({
    ...{ element, value: { kind: 'count' as const, count: figure }, by: 'lan' as PersonId, at: AT },
  })
  const step = (updateId: number, expectedRevision: number, change: Partial<StepWrite> = {}): StepWrite => ({
    ...{
      key: KEY,
      updateId,
      expectedRevision,
      formVersion: 1,
      submission,
      answers: [answer('pupils', updateId)],
      seen: {},
    },
    conversation: { form: 'QY-year', version: 3, state: { log: [updateId, null] }, submission },
    ...change,
  })
  const commit = (...args: Parameters<typeof step>) => conversations().commitStep(step(...args), ME, AT)
  const pupils = async () => (await test.database.submissions.answers(submission)).map((row) => row.value)

  it('stop where somebody else has given the answer meanwhile', async () => {
    const other = { ...answer('pupils', 7), at: new Date('2026-12-07T01:00:00.123Z') }
    await test.database.submissions.saveAnswers(submission, 1, [other])
    expect(await commit(1, 0, { seen: { pupils: null } })).toBe('changed')
    expect(await commit(1, 0, { seen: { pupils: Date.parse('2026-12-07T00:59:00Z') } })).toBe('changed')
    expect(await pupils()).toEqual([other.value])
    expect(await commit(1, 0, { seen: { pupils: other.at.getTime() } })).toBe('committed')
    expect(await pupils()).toEqual([answer('pupils', 1).value])
  })

  it('add a result to a form handed in only where that is meant, and never to one returned', async () => {
    const { submissions } = test.database
    const move = (from: 'draft' | 'submitted', to: 'submitted' | 'returned') =>
      submissions.move(submission, { state: from, revision: 1 }, { state: to, revision: 1 }, AT)
    await move('draft', 'submitted')
    expect(await commit(1, 0)).toBe('closed')
    expect(await commit(1, 0, { isAddition: true })).toBe('committed')
    expect(await pupils()).toEqual([answer('pupils', 1).value])
    await move('submitted', 'returned')
    expect(await commit(2, 1, { isAddition: true })).toBe('closed')
  })

  it('give an update all it needs in one round trip', async () => {
    const lan = await world.person('Cô Lan', 'principal', 'QY-TH', 500)
    await commit(1, 0)
    test.traffic.reset()
    const context = await open(2)
    expect(test.traffic.roundTrips).toBe(1)
    expect(context).toEqual({
      ...{ isProcessed: false, conversationRevision: 1, person: await test.database.people.get(lan) },
      conversation: {
        ...{
          form: 'QY-year',
          version: 3,
          state: { log: [1, null] },
          submission,
          revision: 1,
        },
      },
      lastStep: { updateId: 1, submission, isPlayedByDead: false },
    })
    expect(await open(1)).toMatchObject({ isProcessed: true })
  })

  it('know nothing of a stranger, or of an update without a chat', async () => {
    const nothing = { isProcessed: false, conversationRevision: 0 }
    expect(await open(9)).toEqual(nothing)
    const input = { updateId: 9, key: undefined, telegramUserId: undefined }
    expect(await conversations().openUpdate(input, ME, AT)).toEqual(nothing)
  })

  it('commit a step with one statement and one commit', async () => {
    test.traffic.reset()
    expect(await commit(1, 0)).toBe('committed')
    expect([test.traffic.roundTrips, test.traffic.commits]).toEqual([1, 1])
    expect(await pupils()).toEqual([{ kind: 'count', count: 1 }])
    expect(await test.database.submissions.find(systemScope, submission)).toMatchObject({ formVersion: 1 })
    expect(await commit(2, 1)).toBe('committed')
    expect(await pupils()).toEqual([{ kind: 'count', count: 2 }])
  })

  it('refuse a step whose revision is not the last one, and leave no trace of it', async () => {
    await commit(1, 0)
    expect(await commit(2, 0)).toBe('superseded')
    expect(await commit(2, 7)).toBe('superseded')
    expect(await open(2)).toMatchObject({ isProcessed: false, conversationRevision: 1 })
    expect(await pupils()).toEqual([{ kind: 'count', count: 1 }])
  })

  it('refuse an update that was applied already', async () => {
    await commit(1, 0)
    expect(await commit(1, 1)).toBe('superseded')
    await conversations().markProcessed(2, AT)
    await conversations().markProcessed(2, AT)
    expect(await commit(2, 1)).toBe('superseded')
    expect(await open(3)).toMatchObject({ conversationRevision: 1 })
  })

  it.each([
    ['different updates', (index: number) => index],
    ['the same update', () => 1],
  ])('let one of several steps win that come at once: %s', async (_, updateOf) => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((index) => commit(updateOf(index), 0)))
    expect(outcomes.toSorted()).toEqual(['committed', ...Array(4).fill('superseded')])
    expect((await open(99)).conversationRevision).toBe(1)
    expect(await pupils()).toHaveLength(1)
    const { rows } = await test.pool.query('SELECT "updateId" FROM "ProcessedUpdate"')
    expect(rows).toHaveLength(1)
  })

  it('go through together, but for the one the database refuses', async () => {
    const chats = Array.from({ length: 8 }, (_, place) => `chat-${place}`)
    const outcomes = await Promise.allSettled(
      chats.map((key, place) => {
        const words = place === 5 ? 'no text holds \u0000' : 'ten'
        const conversation = { form: 'QY-year', version: 3, state: { words } }
        const alone = { key, answers: [], conversation }
        return conversations().commitStep(
          { ...step(place + 1, 0, alone), submission: undefined as never },
          ME,
          AT,
        )
      }),
    )
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(chats.map((_, place) => place !== 5))
  })

  it('are closed to answers once the submission is no draft any more, with no trace', async () => {
    await commit(1, 0)
    const move = (from: 'draft' | 'submitted', to: 'draft' | 'submitted') =>
      test.database.submissions.move(submission, { state: from, revision: 1 }, { state: to, revision: 1 }, AT)
    await move('draft', 'submitted')
    expect(await commit(2, 1)).toBe('closed')
    expect(await commit(2, 1, { answers: [] })).toBe('closed')
    expect(await commit(1, 1)).toBe('superseded')
    expect(await open(2)).toMatchObject({ isProcessed: false, conversationRevision: 1 })
    await move('submitted', 'draft')
    expect(await commit(2, 1)).toBe('committed')
  })

  it('end with a step and go on from their revision with the next', async () => {
    await commit(1, 0)
    const { conversation: _, ...rest } = step(2, 1, { answers: [] })
    expect(await conversations().commitStep(rest, ME, AT)).toBe('committed')
    const ended = await open(3)
    expect(ended.conversation).toBeUndefined()
    expect(ended.lastStep).toEqual({ updateId: 2, submission, isPlayedByDead: false })
    expect(ended.conversationRevision).toBe(2)
    expect(await commit(3, 0)).toBe('superseded')
    expect(await commit(3, 2)).toBe('committed')
    await conversations().end(KEY, AT)
    expect(await open(4)).toEqual({
      ...{ isProcessed: false, conversationRevision: 4 },
      lastStep: { updateId: 3, isPlayedByDead: false },
    })
  })

  it('refuse answers without the submission they belong to', async () => {
    const { submission: _, ...rest } = step(1, 0)
    await expect(conversations().commitStep(rest, ME, AT)).rejects.toThrow('with their submission')
  })

  it('commit a step inside a transaction, or not at all', async () => {
    const work = test.database.transaction(async (stores) => {
      expect(await stores.conversations.commitStep(step(1, 0), ME, AT)).toBe('committed')
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await open(1)).toMatchObject({ isProcessed: false, conversationRevision: 0 })
    expect(await pupils()).toEqual([])
  })

  it('tell when a process that is gone played the last step, whose reply may not have been sent', async () => {
    await commit(1, 0)
    const isPlayedByDead = async (instance: string) => (await open(2, instance)).lastStep?.isPlayedByDead
    // Nobody shares the embedded database.
    expect([await isPlayedByDead(ME), await isPlayedByDead('instance-2')]).toEqual([
      false,
      test.database.isEmbedded,
    ])
    await test.database.installation.forgetInstance(ME)
    expect(await isPlayedByDead('instance-2')).toBe(true)
  })

  it('are entered afresh to be shown again, once', async () => {
    await commit(1, 0)
    expect(await commit(1, 1)).toBe('superseded')
    expect(await commit(1, 1, { isShownAgain: true })).toBe('committed')
    expect(await commit(1, 1, { isShownAgain: true })).toBe('superseded')
    expect(await open(1)).toMatchObject({ isProcessed: true, conversationRevision: 2 })
  })

  it('forget updates older than asked', async () => {
    await conversations().markProcessed(1, AT)
    await conversations().markProcessed(2, later(60))
    expect(await conversations().forgetProcessed(later(60))).toBe(1)
    expect([(await open(1)).isProcessed, (await open(2)).isProcessed]).toEqual([false, true])
  })
})
