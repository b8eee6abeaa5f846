import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts'
import { createServerDatabase } from '../support/server-database.ts'

const AT = new Date('2026-12-07T00:00:00Z')
const KEY = '7:7'

let server: Awaited<ReturnType<typeof createServerDatabase>>
let mine: OpenDatabase
let theirs: OpenDatabase
beforeAll(async () => {
  server = await createServerDatabase('template0')
  const open = () => openDatabase({ url: server.url, dataDir: randomUUID(), today: () => '2026-12-07' })
  mine = await open()
  theirs = await open()
})
afterAll(async () => {
  await mine.close()
  await server.drop()
})

describe('a process that died on a server', () => {
  it('is known to be gone at once, so that its last question is shown again; one that lives is not', async () => {
    await mine.installation.beat('mine')
    await theirs.installation.beat('theirs')
    await theirs.installation.beat('theirs')
    const step = { ...{ key: KEY, updateId: 1, expectedRevision: 0, formVersion: 1 }, answers: [], seen: {} }
    const conversation = { form: 'section', version: 1, state: {} }
    expect(await theirs.conversations.commitStep({ ...step, conversation }, 'theirs', AT)).toBe('committed')
    const isGone = async () =>
      (await mine.conversations.openUpdate({ updateId: 1, key: KEY, telegramUserId: 7 }, 'mine', AT)).lastStep
        ?.isPlayedByDead
    expect(await isGone()).toBe(false)
    await theirs.close()
    for (const end = Date.now() + 10_000; !(await isGone()) && Date.now() < end; ) await sleep(20)
    expect(await isGone()).toBe(true)
    expect(await mine.outbox.doubtAbandoned('mine', AT)).toEqual([])
  })
})
