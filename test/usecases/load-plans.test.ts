import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { loadPlans } from '../../src/usecases/load-plans.ts'
import { openTestDatabase } from '../support/database.ts'
import { demoClock, readShippedPacks } from '../support/demo.ts'

const test = await openTestDatabase()
const { database } = test
const packs = await readShippedPacks()
const deps = { database, clock: demoClock }
const codes = ['catalogue', ...packs.plans.map(({ code }) => code)]
const sums = (version: string) => Object.fromEntries(codes.map((code) => [code, `${code} ${version}`]))

beforeEach(() => test.reset())
afterAll(() => test.close())

describe('plan packs', () => {
  it('are stored whole, with the units they are for', async () => {
    const loaded = await loadPlans(deps, 'cli', { ...packs, checksums: sums('1') })
    expect(loaded.loaded).toEqual(codes)
    expect((await database.plans.list()).find(({ code }) => code === 'QY')?.content).toEqual(
      packs.plans.find(({ code }) => code === 'QY'),
    )
    const office = await database.units.findByCode(systemScope, 'QY')
    const province = await database.units.findByCode(systemScope, 'QN')
    expect(office && (await database.units.path(office.id, '2026-01-01'))).toEqual([office?.id, province?.id])
  })

  it('change nothing when they come again', async () => {
    await loadPlans(deps, 'cli', { ...packs, checksums: sums('1') })
    const audit = await database.audit.list(systemScope, { limit: 50 })
    const again = await loadPlans(deps, 'cli', { ...packs, checksums: sums('1') })
    expect(again).toEqual({ loaded: [], unchanged: codes, unitsCreated: 0 })
    expect(await database.audit.list(systemScope, { limit: 50 })).toEqual(audit)
  })

  it('are replaced one by one, and leave a renamed unit its name', async () => {
    await loadPlans(deps, 'cli', { ...packs, checksums: sums('1') })
    await database.units.save([
      { code: 'QY', name: 'Cụm Quảng Yên', kind: 'cluster', levels: [], validFrom: '2025-07-01' },
    ])
    const again = await loadPlans(deps, 'cli', { ...packs, checksums: { ...sums('1'), QY: 'QY 2' } })
    expect(again).toMatchObject({ loaded: ['QY'], unitsCreated: 0 })
    expect((await database.units.findByCode(systemScope, 'QY'))?.name).toBe('Cụm Quảng Yên')
  })
})
