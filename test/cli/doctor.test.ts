import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliContext, Site } from '../../src/cli/command.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { DatabaseProbe, TelegramProbe } from '../../src/usecases/ports.ts'
import { createTestContext, createTestSite } from '../support/cli.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { readShippedLibrary } from '../support/demo.ts'

const texts = await createTexts()
let test: TestDatabase
let context: CliContext
beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-07' })
  context = createTestContext(test.database, await readShippedLibrary())
})
afterAll(() => test.close())

interface Broken {
  readonly probes?: Partial<Site['probes']>
  readonly settings?: Partial<Site['settings']>
}

/** What the doctor says of a sound site but for this; only what needs something done. */
async function complaints({ probes = {}, settings = {} }: Broken, locale: 'vi' | 'en' = 'vi') {
  const sound = createTestSite(test.database)
  const site = {
    ...sound,
    probes: { ...sound.probes, ...probes },
    settings: { ...sound.settings, ...settings },
  }
  const found = await examine(async () => context, site, texts.for(locale))
  return found.filter(({ isFine, mend }) => !isFine || mend !== undefined)
}

const BOT = { delivery: 'polling', apiRoot: 'https://api.telegram.org', admins: 1 } as const
const telegram = (probe: TelegramProbe) => ({ probes: { telegram: async () => probe }, settings: BOT })
const database = (change: Partial<DatabaseProbe>) => ({
  probes: { database: async () => ({ ...(await test.database.vault.probe()), ...change }) },
})
const migrations = (change: Partial<DatabaseProbe['migrations']>) =>
  database({ migrations: { missing: 0, unknown: [], broken: [], ...change } })

describe('the doctor', () => {
  it('has nothing to mend on a sound machine but the roster that is still to come', async () => {
    expect(await complaints({})).toMatchObject([
      { isFine: true, value: '0', mend: expect.stringContaining('danh bạ') },
    ])
    const { migrations: found, isDurable } = await test.database.vault.probe()
    expect(found).toEqual({ missing: 0, unknown: [], broken: [] })
    expect(isDurable).toBe(true)
  })

  it.each([
    ['a wrong token', telegram({ kind: 'refused', code: 401, description: 'Unauthorized' }), 'BOT_TOKEN'],
    ['a wrong address', telegram({ kind: 'no-bot-api', status: 200 }), 'TELEGRAM_API_ROOT'],
    ['no network', telegram({ kind: 'unreachable', why: 'ENOTFOUND' }), 'TELEGRAM_PROXY'],
    [
      'a proxy that lets nothing through',
      {
        ...telegram({ kind: 'unreachable', why: 'UND_ERR_ABORTED' }),
        settings: { ...BOT, hasProxy: true },
      },
      'proxy',
    ],
    [
      'a clock that is five minutes fast',
      telegram({ kind: 'reached', username: 'b', tookMs: 9, aheadMs: 300_000 }),
      'timedatectl',
    ],
    ['a full disk', { probes: { freeBytes: async () => 1e6 } }, 'DATA_DIR'],
    ['no fonts', { probes: { pictures: async () => 'ENOENT' } }, 'npm ci'],
    ['a webhook in clear', { settings: { ...BOT, delivery: 'webhook' as const } }, 'https'],
    ['a server that forgets', database({ isDurable: false }), 'fsync=on'],
    ['an old server', database({ version: '14.2' }), 'PostgreSQL 15'],
    ['a newer database', migrations({ unknown: ['29990101_x'] }), 'restore'],
    ['a failed migration', migrations({ broken: ['1_x'] }), 'restore'],
    [
      'a database nobody reaches',
      {
        probes: {
          database: () =>
            Promise.reject(Object.assign(new Error('at postgres://u:secret@h'), { code: 'ECONNREFUSED' })),
        },
      },
      'DATABASE_URL',
    ],
    [
      'a folder that is in use',
      { probes: { database: () => Promise.reject(new DomainError('database-in-use', { folder: 'x' })) } },
      'DATA_DIR',
    ],
  ])('says how to mend %s, in both languages', async (_, broken: Broken, mention) => {
    for (const locale of ['vi', 'en'] as const) {
      const bad = (await complaints(broken, locale)).filter(({ isFine }) => !isFine)
      expect(bad).toHaveLength(1)
      expect(bad[0]?.mend).toContain(mention)
      expect(JSON.stringify(bad)).not.toContain('secret@')
    }
  })

  it('advises where it works but could be better', async () => {
    for (const [settings, mention] of [
      [{ hasSecretKey: false }, 'SECRET_KEY'],
      [{ ...BOT, admins: 0 }, 'ADMIN_IDS'],
    ] as const) {
      const advised = (await complaints({ settings })).filter(({ isFine }) => isFine)
      expect(advised.map(({ mend }) => mend).join()).toContain(mention)
    }
  })
})
