import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { makeWorld, writeWorld } from '../../prisma/demo/make-world.ts'
import { isToken } from '../../src/domain/invitation.ts'

const world = makeWorld()
const written = await readFile(new URL('../../prisma/demo/world.json', import.meta.url), 'utf8')

describe('the demo world', () => {
  it('is the one its script makes', () => {
    expect(writeWorld(world)).toBe(written)
  })

  it('gives everyone a name, an id and a phone of their own', () => {
    for (const field of ['firstName', 'telegramId', 'phone'] as const)
      expect(new Set(world.persons.map((person) => person[field])).size, field).toBe(world.persons.length)
  })

  it('has a principal for every school and links every role to a person and a unit', () => {
    const schools = world.units.filter(({ kind }) => kind === 'school').map(({ code }) => code)
    const led = new Set(world.roles.filter(({ role }) => role === 'principal').map(({ unit }) => unit))
    expect(schools.filter((code) => !led.has(code))).toEqual([])
    const ids = new Set(world.persons.map(({ telegramId }) => telegramId))
    const units = new Set(['QN', 'QY', 'QY-PGD', ...world.units.map(({ code }) => code)])
    expect(world.roles.filter(({ telegramId, unit }) => !ids.has(telegramId) || !units.has(unit))).toEqual([])
  })

  it('invites some by a token, half of them and more with a phone on the roster', () => {
    const invited = world.roles.filter(({ state }) => state === 'invited')
    expect(invited.length).toBeGreaterThanOrEqual(8)
    expect(invited.filter(({ isPhoneOnRoster }) => isPhoneOnRoster).length).toBeGreaterThanOrEqual(5)
    expect(invited.some(({ isPhoneOnRoster }) => isPhoneOnRoster === false)).toBe(true)
    const tokens = world.persons.flatMap(({ startToken }) => startToken ?? [])
    expect(tokens).toHaveLength(invited.length)
    expect(tokens.every(isToken)).toBe(true)
  })

  it('lets an administrator and an officer run the leaders’ group, which has the bot and is not linked', () => {
    const [linked] = world.linkedGroups
    const leaders = world.groups.find(({ chatId }) => chatId !== linked?.chatId)
    const roles = new Map(world.roles.map(({ telegramId, role }) => [telegramId, role]))
    expect(leaders?.admins.map((id) => roles.get(id)).sort()).toEqual(['admin', 'officer'])
    expect(leaders?.hasBot).toBe(true)
  })
})
