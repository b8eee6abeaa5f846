import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

const { database } = await openTestDatabase()
afterAll(() => database.close())

const work = (key: string, timeoutMs: number) =>
  database.transaction(
    async ({ installation }) => {
      await installation.setSetting(key, 'written')
      await sleep(400)
    },
    { timeoutMs },
  )

it('may take as long as it was given, and leaves nothing behind when it takes longer', async () => {
  await work('in time', 60_000)
  expect(await database.installation.setting('in time')).toBe('written')
  await expect(work('too late', 100)).rejects.toThrow(/expired|timeout/i)
  expect(await database.installation.setting('too late')).toBeUndefined()
})
