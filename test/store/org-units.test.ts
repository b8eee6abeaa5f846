import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { createWorld, TREE, type World } from '../support/store-world.ts'

describe('org units', () => {
  let test: TestDatabase
  let world: World
  let today = '2026-11-22'
  beforeAll(async () => {
    test = await openTestDatabase({ today: () => today })
  })
  beforeEach(async () => {
    today = '2026-11-22'
    await test.reset()
    world = await createWorld(test.database)
  })
  afterAll(() => test.close())

  const units = () => test.database.units
  const codesBelow = async (code: string, on: string, filter = {}) =>
    (await units().listBelow(systemScope, world.unit(code), on, filter)).map((unit) => unit.code)

  it('are created once: saving the same list again changes nothing', async () => {
    expect(await units().save(TREE)).toEqual({ created: [], changed: [] })
    await test.reset()
    const { created, changed } = await units().save(TREE)
    expect([created.length, changed]).toEqual([8, []])
  })

  it('come back as they were saved', async () => {
    expect(await units().findByCode(systemScope, 'QY-LC')).toEqual({
      ...{ id: world.unit('QY-LC'), code: 'QY-LC', name: 'Trường TH và THCS Điền Công', kind: 'school' },
      ...{ levels: ['primary', 'lower-secondary'], validFrom: '2025-07-01' },
    })
    expect(await units().findByCode(systemScope, 'none')).toBeUndefined()
  })

  it('report up a path, the unit first', async () => {
    expect(await units().path(world.unit('QY-MN'), '2026-01-01')).toEqual(
      ['QY-MN', 'QY', 'QN'].map((code) => world.unit(code)),
    )
    expect(await units().path(world.unit('QY-MN'), '2025-06-30')).toEqual([world.unit('QY-MN')])
  })

  it('are listed below a root by code, by kind and by level', async () => {
    expect(await codesBelow('QY', '2026-01-01')).toEqual(['QY-LC', 'QY-MN', 'QY-TH'])
    expect(await codesBelow('QN', '2026-01-01', { kind: 'commune' })).toEqual(['DM', 'QY'])
    expect(await codesBelow('QN', '2026-01-01', { levels: ['lower-secondary', 'preschool'] })).toEqual([
      'DM-CS',
      'QY-LC',
      'QY-MN',
    ])
    expect(await codesBelow('QN', '2026-01-01', { link: 'governance' })).toEqual([])
  })

  it('that move are found where they reported on the day asked about', async () => {
    const moved = { ...TREE[4], code: 'QY-TH', reporting: 'DM', validFrom: '2026-09-01' }
    const saved = await units().save([
      { ...moved, name: 'Trường Tiểu học Trần Hưng Đạo', kind: 'school', levels: ['primary'] },
    ])
    expect(saved).toEqual({ created: [], changed: ['QY-TH'] })
    expect(await codesBelow('QY', '2026-08-31')).toContain('QY-TH')
    expect(await codesBelow('QY', '2026-09-01')).not.toContain('QY-TH')
    expect(await codesBelow('DM', '2026-09-01')).toContain('QY-TH')
  })

  it('keep their id when renamed, and are found by the new name without marks', async () => {
    const renamed = {
      code: 'QY-MN',
      name: 'Trường Mầm non Ánh Dương',
      kind: 'school',
      levels: ['preschool'],
    } as const
    expect(await units().save([{ ...renamed, validFrom: '2025-07-01' }])).toEqual({
      created: [],
      changed: ['QY-MN'],
    })
    const found = await units().search(systemScope, 'anh duong', 5)
    expect(found.map((unit) => unit.id)).toEqual([world.unit('QY-MN')])
    expect(await units().search(systemScope, 'hoa sen', 5)).toEqual([])
  })

  it('are searched by every word, as text and not as a pattern, up to the limit', async () => {
    const codes = async (text: string, limit = 9) =>
      (await units().search(systemScope, text, limit)).map((unit) => unit.code)
    expect(await codes('Đông Mai')).toEqual(['DM', 'DM-CS', 'DM-TH'])
    expect(await codes('mai truong')).toEqual(['DM-CS', 'DM-TH'])
    expect(await codes('truong', 2)).toHaveLength(2)
    expect(await codes('100%')).toEqual([])
    expect(await codes('_')).toEqual([])
  })

  it('are seen from the roots of the scope down, by the links of today; before they begin, where they will report', async () => {
    const ofQuangYen = world.scopeOf('QY')
    expect(await units().find(ofQuangYen, world.unit('QY-MN'))).toMatchObject({ code: 'QY-MN' })
    expect(await units().find(ofQuangYen, world.unit('DM-TH'))).toBeUndefined()
    expect(await units().find(ofQuangYen, world.unit('QN'))).toBeUndefined()
    expect(await units().find(world.scopeOf(), world.unit('QY'))).toBeUndefined()
    expect((await units().search(ofQuangYen, 'truong', 9)).map((unit) => unit.code)).toEqual([
      'QY-MN',
      'QY-LC',
      'QY-TH',
    ])
    today = '2025-06-30'
    expect(await units().find(ofQuangYen, world.unit('QY-MN'))).toMatchObject({ code: 'QY-MN' })
    expect(await units().find(ofQuangYen, world.unit('DM-TH'))).toBeUndefined()
  })

  it('refuse a parent nobody knows, and then save nothing', async () => {
    const lost = {
      code: 'X',
      name: 'X',
      kind: 'school',
      levels: [],
      validFrom: '2025-07-01',
      reporting: 'nowhere',
    } as const
    await expect(units().save([lost])).rejects.toThrow(new DomainError('unit-not-found', { unit: 'nowhere' }))
    expect(await units().findByCode(systemScope, 'X')).toBeUndefined()
  })
})
