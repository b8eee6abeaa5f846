import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, period, type World } from '../support/store-world.ts'

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

describe('plans', () => {
  it('are stored whole and replaced', async () => {
    const { plans } = test.database
    const pack = {
      code: 'QY',
      key: '371/KH-UBND',
      checksum: 'a',
      content: { targets: [{ printed: '92,19%' }] },
    }
    await plans.save(pack, AT)
    await plans.save({ ...pack, checksum: 'b' }, later(1))
    expect(await plans.list()).toEqual([{ ...pack, checksum: 'b' }])
  })

  it('have local due dates', async () => {
    const { plans } = test.database
    await plans.setLocalDeadline('QY-year', period('2026'), '2026-12-19', undefined, AT)
    await plans.setLocalDeadline('QY-year', period('2026'), '2026-12-25', 'an' as PersonId, AT)
    expect([...(await plans.localDeadlines())]).toEqual([['QY-year 2026', '2026-12-25']])
  })
})

describe('asking', () => {
  it('keeps the last topic of a chat', async () => {
    const { asks } = test.database
    expect(await asks.topic('1:1')).toBeUndefined()
    await asks.setTopic('1:1', { plan: 'QY' }, AT)
    await asks.setTopic('1:1', { plan: 'GL' }, AT)
    expect(await asks.topic('1:1')).toEqual({ plan: 'GL' })
  })
})

describe('audit', () => {
  it('is listed newest first, of one subject, up to a limit', async () => {
    const { audit } = test.database
    const done = [
      ['group.link', 'a'],
      ['group.leave', 'b'],
      ['group.unlink', 'a'],
    ] as const
    for (const [index, [action, subject]] of done.entries())
      await audit.append({ at: later(index), actor: 'system', action, subject, after: { index } })
    const actions = async (subject?: string, limit = 9) =>
      (await audit.list(systemScope, { limit, ...(subject === undefined ? {} : { subject }) })).map(
        (row) => row.action,
      )
    expect(await actions()).toEqual(['group.unlink', 'group.leave', 'group.link'])
    expect(await actions('a', 1)).toEqual(['group.unlink'])
  })

  it('is seen by those in whose scope the subject or the person is', async () => {
    const { audit } = test.database
    const an = await world.person('An', 'officer', 'QY')
    await audit.append({ at: AT, actor: an, action: 'unit.add', subject: 'x' })
    await audit.append({
      at: AT,
      actor: 'system',
      action: 'unit.move',
      subject: `unit:${world.unit('QY-TH')}`,
    })
    await audit.append({ at: AT, actor: 'cli', action: 'unit.close', subject: 'QY' })
    await audit.append({ at: AT, actor: 'cli', action: 'plan.load', subject: 'plan:QY' })
    const actions = async (...roots: string[]) =>
      (await audit.list(world.scopeOf(...roots), { limit: 9 })).map((row) => row.action).toSorted()
    expect(await actions('QY')).toEqual(['plan.load', 'unit.add', 'unit.close', 'unit.move'])
    expect(await actions('DM')).toEqual([])
  })

  it('is only added to', async () => {
    await test.database.audit.append({
      at: AT,
      actor: 'cli',
      action: 'roster.load',
      subject: 's',
      before: { x: 1 },
    })
    await expect(test.pool.query('DELETE FROM "AuditEvent"')).rejects.toThrow('append-only')
    await expect(test.pool.query(`UPDATE "AuditEvent" SET "actor" = 'me'`)).rejects.toThrow('append-only')
  })
})

describe('settings', () => {
  it('keep any JSON value', async () => {
    const { installation } = test.database
    expect(await installation.setting('demo')).toBeUndefined()
    await installation.setSetting('demo', true)
    await installation.setSetting('demo', { since: '2026' })
    expect(await installation.setting('demo')).toEqual({ since: '2026' })
  })
})

describe('a transaction', () => {
  it('keeps everything or nothing, and its own stores see it before', async () => {
    const { installation, transaction } = test.database
    await transaction(async (stores) => {
      await stores.installation.setSetting('a', 1)
      expect(await stores.installation.setting('a')).toBe(1)
    })
    const failing = transaction(async (stores) => {
      await stores.installation.setSetting('b', 1)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect([await installation.setting('a'), await installation.setting('b')]).toEqual([1, undefined])
  })

  it('fails when a failure inside it was swallowed, as nothing of it is kept', async () => {
    const work = test.database.transaction(async (stores) => {
      await stores.installation.setSetting('a', 1)
      const unit = { form: 'f', formVersion: 1, unit: 'none', period: period('2026'), by: 'x' as PersonId }
      await stores.submissions
        .freeze({ ...unit, id: 'none' as never, number: 1, at: AT, source: 'chat', receipt: 'r' })
        .catch(() => undefined)
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await test.database.installation.setting('a')).toBeUndefined()
  })

  it('that cannot commit fails', async () => {
    await test.pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused at commit'; END $$;
      CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON "Setting" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`)
    const work = test.database.transaction((stores) => stores.installation.setSetting('a', 1))
    await expect(work).rejects.toThrow('refused at commit')
    await test.pool.query('DROP FUNCTION refuse CASCADE')
    expect(await test.database.installation.setting('a')).toBeUndefined()
  })
})
