import { afterAll, beforeEach, expect, it } from 'vitest'
import { maySendMore } from '../../src/usecases/limit-tries.ts'
import { openTestDatabase } from '../support/database.ts'
import { AT, later } from '../support/store-world.ts'

const HOUR = 3600
const PERSON = 900
const test = await openTestDatabase()
const { invitations } = test.database
beforeEach(() => test.reset())
afterAll(() => test.close())

const may = (seconds: number, who = PERSON) => maySendMore(invitations, who, 'request', later(seconds))
const send = (seconds: number) => invitations.recordTry(PERSON, later(seconds), 'request')

it('a fourth request in a day is answered once with when to try again, then not at all', async () => {
  for (const hour of [0, 1, 2]) {
    expect(await may(hour * HOUR)).toBe(true)
    await send(hour * HOUR)
  }
  await expect(may(3 * HOUR)).rejects.toMatchObject({ code: 'too-many-requests', params: { count: 21 } })
  expect(await may(4 * HOUR)).toBe(false)
  expect(await may(4 * HOUR, 901)).toBe(true)
  expect(await may(23 * HOUR)).toBe(false)
})

it('one more is possible a day after the oldest, and who then asks too often is told anew', async () => {
  for (const hour of [0, 1, 2]) await send(hour * HOUR)
  await expect(may(3 * HOUR)).rejects.toThrow()
  expect(await may(24 * HOUR + 1)).toBe(true)
  await send(24 * HOUR + 1)
  await expect(may(24 * HOUR + 2)).rejects.toMatchObject({ params: { count: 1 } })
  expect(await may(24 * HOUR + 3)).toBe(false)
})

it('questions are counted apart from requests', async () => {
  for (const hour of [0, 1, 2]) await send(hour * HOUR)
  expect(await maySendMore(invitations, PERSON, 'question', AT)).toBe(true)
})
