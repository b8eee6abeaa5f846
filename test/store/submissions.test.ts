import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import type { Value } from '../../src/domain/data-element.ts'
import type { SubmissionStore } from '../../src/usecases/ports.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, period, type World } from '../support/store-world.ts'

const count = (figure: number): Value => ({ kind: 'count', count: figure })
const by = 'principal' as PersonId

describe('submissions', () => {
  let test: TestDatabase
  let world: World
  beforeAll(async () => {
    test = await openTestDatabase()
  })
  beforeEach(async () => {
    await test.reset()
    world = await createWorld(test.database)
  })
  afterAll(() => test.close())

  const submissions = () => test.database.submissions
  const open = (code = 'QY-TH', scope = systemScope) =>
    submissions().open(
      scope,
      { form: 'QY-year', formVersion: 1, unit: world.unit(code), period: period('2026') },
      AT,
    )

  it('are opened as a draft, once for a form, a unit and a period', async () => {
    const [first, second] = await Promise.all([open(), open()])
    expect(second).toEqual(first)
    expect(first).toEqual({
      ...{
        id: first.id,
        form: 'QY-year',
        formVersion: 1,
        unit: world.unit('QY-TH'),
        period: '2026',
        state: 'draft',
        revision: 1,
      },
      ...{ unitName: 'Trường Tiểu học Trần Hưng Đạo', unitLevels: ['primary'], updatedAt: AT },
    })
  })

  it('are opened and found only in the scope', async () => {
    await expect(open('DM-TH', world.scopeOf('QY'))).rejects.toThrow('unit-not-found')
    const { id } = await open('DM-TH', world.scopeOf('DM'))
    expect(await submissions().find(world.scopeOf('QY'), id)).toBeUndefined()
    expect(await submissions().find(world.scopeOf('QN'), id)).toMatchObject({ id })
    expect(await submissions().list(world.scopeOf('QY'), {})).toEqual([])
  })

  it('are listed by unit, form, period and state; an empty wish lists none', async () => {
    await world.report('QY-TH', { pupils: count(300) })
    await world.report('QY-LC', { pupils: count(400) }, { state: 'accepted' })
    await open('QY-MN')
    const list = async (filter: Parameters<SubmissionStore['list']>[1]) =>
      (await submissions().list(systemScope, filter)).map((row) => row.unit)
    expect(await list({ states: ['confirmed', 'accepted'] })).toEqual([
      world.unit('QY-LC'),
      world.unit('QY-TH'),
    ])
    expect(
      await list({ units: [world.unit('QY-MN')], forms: ['QY-year'], periods: [period('2026')] }),
    ).toEqual([world.unit('QY-MN')])
    expect(await list({ periods: [period('2025')] })).toEqual([])
    expect(await list({ units: [] })).toEqual([])
  })

  it('keep every kind of answer, replaced when given again, with its reason', async () => {
    const { id } = await open()
    const values: Value[] = [
      { kind: 'count', count: 0 },
      { kind: 'decimal', decimal: '7.25' },
      { kind: 'yes-no', yes: false },
      { kind: 'recognition', yes: true, degree: 2, decisionNumber: '12/QĐ-UBND', decidedOn: '2024-05-20' },
      { kind: 'level', level: 3 },
      { kind: 'rank', rank: 7, of: 30 },
      { kind: 'missing', reason: 'chưa có kết quả' },
    ]
    const answers = values.map((value, index) => ({ element: `e${index}`, value, by, at: later(index) }))
    await submissions().saveAnswers(id, 1, answers)
    expect(await submissions().answers(id)).toEqual(answers)
    const again = { element: 'e6', value: count(5), by, at: later(9), reason: 'thêm lớp' }
    await submissions().saveAnswers(id, 2, [again])
    expect((await submissions().answers(id)).at(-1)).toEqual(again)
    await submissions().deleteAnswers(id)
    expect(await submissions().answers(id)).toEqual([])
  })

  it('freeze the draft as a revision with its figures, its receipt and who submitted', async () => {
    const { id, revision } = await world.report('QY-TH', {
      pupils: count(300),
      lost: { kind: 'missing', reason: 'mất sổ' },
    })
    const [row] = await submissions().revisions(id)
    expect(row).toEqual({
      ...{ id: revision, number: 1, submittedBy: by, submittedAt: AT, source: 'chat' },
      values: [
        { element: 'lost', value: { kind: 'missing', reason: 'mất sổ' } },
        { element: 'pupils', value: count(300) },
      ],
      reviews: [
        { outcome: 'submitted', by, at: AT },
        { outcome: 'confirmed', by, at: AT },
      ],
    })
    const found = await submissions().findByReceipt(systemScope, `R-${id.slice(-6)}-1`)
    expect(found).toMatchObject({ id, state: 'confirmed', counted: revision })
    expect(await submissions().findByReceipt(world.scopeOf('DM'), `R-${id.slice(-6)}-1`)).toBeUndefined()
  })

  it('list revisions newest first, each with the figures it was submitted with', async () => {
    const { id } = await world.report('QY-TH', { pupils: count(300) })
    await world.report('QY-TH', { pupils: count(310) }, { at: later(60) })
    const revisions = await submissions().revisions(id)
    expect(revisions.map((row) => [row.number, row.values[0]?.value])).toEqual([
      [2, count(310)],
      [1, count(300)],
    ])
  })

  it('move only from the state and revision one has seen', async () => {
    const { id } = await open()
    const seen = { state: 'draft', revision: 1 } as const
    const move = () => submissions().move(id, seen, { state: 'submitted', revision: 1 }, later(1))
    expect((await Promise.all([move(), move()])).toSorted()).toEqual([false, true])
    expect(
      await submissions().move(
        id,
        { state: 'submitted', revision: 2 },
        { state: 'returned', revision: 2 },
        AT,
      ),
    ).toBe(false)
    expect(await submissions().find(systemScope, id)).toMatchObject({
      state: 'submitted',
      updatedAt: later(1),
    })
  })

  it('keep the counted revision while they move, unless told another or none', async () => {
    const { id, revision } = await world.report('QY-TH', { pupils: count(300) })
    const to = async (counted: { counted?: typeof revision | null }) => {
      const seen = { state: 'confirmed', revision: 1 } as const
      await submissions().move(id, seen, { ...seen, ...counted }, AT)
      return (await submissions().find(systemScope, id))?.counted
    }
    expect(await to({})).toBe(revision)
    expect(await to({ counted: null })).toBeUndefined()
    expect(await to({ counted: revision })).toBe(revision)
  })

  it('taken over from elsewhere are as if they had been made here', async () => {
    const reviews = [
      { outcome: 'submitted', by, at: AT },
      { outcome: 'accepted', by, at: later(60) },
    ]
    const answers = [{ element: 'pupils', value: count(0), by, at: AT, reason: 'mới mở' }]
    const common = { form: 'QY-year', formVersion: 2, period: period('2026'), at: later(60), answers }
    await submissions().importAll([
      {
        ...{ ...common, unit: world.unit('QY-TH'), state: 'accepted' },
        revision: {
          submittedBy: by,
          submittedAt: AT,
          source: 'upload',
          reviews,
          receipt: 'R-1',
          isCounted: true,
        },
      },
      { ...common, unit: world.unit('QY-LC'), state: 'draft' },
    ])
    const accepted = await submissions().findByReceipt(systemScope, 'R-1')
    const [revision] = accepted ? await submissions().revisions(accepted.id) : []
    expect(accepted).toMatchObject({ state: 'accepted', revision: 1, formVersion: 2, counted: revision?.id })
    const values = [{ element: 'pupils', value: count(0), reason: 'mới mở' }]
    expect(revision).toMatchObject({ number: 1, source: 'upload', values, reviews })
    const [draft] = await submissions().list(systemScope, { states: ['draft'] })
    expect(draft && (await submissions().answers(draft.id))).toEqual(answers)
  })

  it('tell why they were returned until they are submitted again', async () => {
    const { id, revision } = await world.report('QY-TH', { pupils: count(300) })
    await submissions().addReview(revision, 'returned', by, later(1), 'thiếu lớp 5')
    const to = async (
      from: 'confirmed' | 'returned' | 'draft',
      state: 'returned' | 'draft' | 'submitted',
      number: number,
    ) => {
      await submissions().move(
        id,
        { state: from, revision: from === 'draft' ? number : 1 },
        { state, revision: number },
        later(2),
      )
      return (await submissions().find(systemScope, id))?.returnReason
    }
    expect(await to('confirmed', 'returned', 1)).toBe('thiếu lớp 5')
    expect(await to('returned', 'draft', 2)).toBe('thiếu lớp 5')
    expect(await to('draft', 'submitted', 2)).toBeUndefined()
  })

  it('never change what was frozen', async () => {
    const { revision } = await world.report('QY-TH', { pupils: count(300) })
    for (const table of ['Revision', 'Review', 'DataValue']) {
      await expect(test.pool.query(`DELETE FROM "${table}"`)).rejects.toThrow(`${table} is append-only`)
    }
    const change = test.pool.query(`UPDATE "DataValue" SET "numeric" = 1 WHERE "revisionId" = $1`, [revision])
    await expect(change).rejects.toThrow('DataValue is append-only')
  })
})

describe('last values', () => {
  let test: TestDatabase
  let world: World
  beforeAll(async () => {
    test = await openTestDatabase()
  })
  beforeEach(async () => {
    await test.reset()
    world = await createWorld(test.database)
  })
  afterAll(() => test.close())

  const last = async (before: string) =>
    Object.fromEntries(
      await test.database.submissions.lastValues(world.unit('QY-TH'), ['pupils', 'classes'], period(before)),
    )

  it('are of the latest earlier period of the same type that has a figure', async () => {
    await world.report('QY-TH', { pupils: count(280), classes: count(9) }, { period: '2024' })
    await world.report(
      'QY-TH',
      { pupils: count(290), classes: { kind: 'missing', reason: 'mất sổ' } },
      { period: '2025' },
    )
    await world.report('QY-TH', { pupils: count(1) }, { period: '2025-H2' })
    await world.report('QY-TH', { pupils: count(300) }, { period: '2026' })
    await world.report('QY-LC', { pupils: count(7) }, { period: '2025' })
    expect(await last('2026')).toEqual({
      pupils: { value: count(290), period: '2025' },
      classes: { value: count(9), period: '2024' },
    })
    expect(await last('2026-H1')).toEqual({ pupils: { value: count(1), period: '2025-H2' } })
    expect(await last('2024')).toEqual({})
  })

  it('are of counted revisions only', async () => {
    await world.report('QY-TH', { pupils: count(290) }, { period: '2025', state: 'submitted' })
    expect(await last('2026')).toEqual({})
  })
})
