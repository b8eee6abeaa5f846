import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { type Actor, WHOLE_INSTALLATION } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { printSheet } from '../../src/usecases/print-invitations.ts'
import { openTestDatabase } from '../support/database.ts'
import { TIME_ZONE, testSecrets } from '../support/demo.ts'
import { AT } from '../support/store-world.ts'

const test = await openTestDatabase()
const { database } = test
afterAll(() => test.close())

const deps = {
  ...{ database, clock: { now: () => AT }, timeZone: TIME_ZONE, secrets: testSecrets, botUsername: 'bot' },
  random: (size: number) => new Uint8Array(randomBytes(size)),
}
const admin: Actor = {
  ...{ person: 'admin' as PersonId, locale: 'vi' },
  roles: [{ role: 'admin', unit: WHOLE_INSTALLATION }],
}

/** A commune whose schools each have a head and a deputy on the list. */
async function createCommune(code: string, schools: number): Promise<void> {
  const codes = Array.from({ length: schools }, (_, at) => `${code}-${at}`)
  const validFrom = '2026-01-01'
  await database.units.save([
    { code, name: `Xã ${code}`, kind: 'commune', levels: [], validFrom },
    ...codes.map((each) => ({
      ...{ code: each, name: `Trường ${each}`, kind: 'school' as const, levels: ['primary' as const] },
      ...{ validFrom, reporting: code },
    })),
  ])
  await database.roster.save(
    codes.flatMap((unit) => [
      { unit, post: 'principal', name: `Hiệu trưởng ${unit}` },
      { unit, post: 'deputy', name: `Phó ${unit}`, phoneHash: unit },
    ]),
  )
}

async function printed(code: string) {
  test.traffic.reset()
  const { cards, renewed } = await printSheet(deps, admin, code)
  return { cards, renewed, roundTrips: test.traffic.roundTrips }
}

it('takes as many statements for many as for few, whether new or renewed', async () => {
  await createCommune('FEW', 2)
  await createCommune('MANY', 65)
  const few = await printed('FEW')
  const many = await printed('MANY')
  expect([few.cards.length, many.cards.length, many.renewed]).toEqual([4, 130, 0])
  expect(many.roundTrips).toBe(few.roundTrips)
  expect(new Set(many.cards.map(({ link }) => link)).size).toBe(130)
  const again = await printed('MANY')
  expect([again.cards.length, again.renewed]).toEqual([130, 130])
  expect(again.roundTrips).toBeLessThan(few.roundTrips + 5)
})
