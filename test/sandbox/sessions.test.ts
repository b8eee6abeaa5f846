import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportSession } from '../../src/sandbox/sessions/export-session.ts'
import { quote, statement } from '../../src/sandbox/sessions/literal.ts'
import type { Session } from '../../src/sandbox/sessions/session-store.ts'
import { readWorldFile } from '../../src/sandbox/world-file.ts'
import { openChattingSandbox, openSandbox, PRINCIPAL, type TestSandbox, WORLD } from './harness.ts'

const E2E = new URL('../e2e/', import.meta.url)
const DEMO = new URL('../../prisma/demo/world.json', import.meta.url)

/** A bot that answers everything with a button. Returns how to stop it. */
function answerAll({ call }: TestSandbox): () => Promise<void> {
  let isOn = true
  const reply_markup = { inline_keyboard: [[{ text: 'Nộp', callback_data: 'other data' }]] }
  const run = async () => {
    for (let offset = 0; isOn; ) {
      const updates = (await call('getUpdates', { offset, timeout: 0 })).result as { update_id: number }[]
      for (const _update of updates)
        await call('sendMessage', { chat_id: PRINCIPAL, text: 'Chào', reply_markup })
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
    }
  }
  const running = run()
  return async () => {
    isOn = false
    await running
  }
}

describe('a session', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await openChattingSandbox()
    await sandbox.control('press', { personId: PRINCIPAL, data: 'submit' })
    await sandbox.call('editMessageText', { chat_id: PRINCIPAL, message_id: 2, text: 'Biểu năm\nDòng hai' })
    await sandbox.control('messages', { personId: PRINCIPAL, text: "18/21 'hết'" })
    await sandbox.control('clock', { advanceMs: 3_600_000 })
  })
  afterEach(async () => await sandbox.close())

  it('keeps what people did, taps by their words, moments as moments, and what the bot said then', async () => {
    expect(await sandbox.control('save-session', { name: 'Nộp thử' })).toEqual({ acts: 4 })
    const text = await readFile(join(sandbox.dataDir, 'sessions', 'Nộp thử.json'), 'utf8')
    const { acts } = JSON.parse(text) as Session
    expect(acts).toMatchObject([
      { action: 'start', wish: { payload: 'moi_hieu-truong_01' } },
      { action: 'press', wish: { personId: PRINCIPAL, text: 'Nộp' }, heard: 'Biểu năm' },
      { action: 'messages', wish: { text: "18/21 'hết'" } },
      { action: 'clock', wish: { to: '2026-06-08T02:00:00.000Z' } },
    ])
    expect((await sandbox.look('state')).sessions).toEqual(['Nộp thử'])
  })

  it('is played again from an empty sandbox, each act when the bot is done with the one before', async () => {
    await sandbox.control('save-session', { name: 'a' })
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'thêm' })
    const stop = answerAll(sandbox)
    await expect.poll(() => sandbox.server.world.state.pending).toEqual([])
    expect(await sandbox.control('replay-session', { name: 'a' })).toEqual({ acts: 4 })
    await stop()
    const { messages } = await sandbox.look(`chats/${PRINCIPAL}`)
    expect((messages as { text: string }[]).map(({ text }) => text)).toEqual([
      '/start moi_hieu-truong_01',
      'Chào',
      'Chào',
      "18/21 'hết'",
      'Chào',
    ])
    expect(await sandbox.look('state')).toMatchObject({ now: '2026-06-08T02:00:00.000Z', acts: 4 })
  })

  it('is exported as a test that reads like one', async () => {
    await sandbox.control('save-session', { name: 'Nộp thử' })
    const { fileName, text } = await sandbox.control('export-session', { name: 'Nộp thử' })
    expect(fileName).toBe('nop-thu.test.ts')
    expect(text).toContain("it('Nộp thử', async ({ onTestFinished }) => {")
    expect(text).toContain(`  // Principal, Lê Lợi Primary School\n  const hoa = stage.chat(${PRINCIPAL})\n`)
    expect(text).toContain("  await hoa.tap('Nộp')\n  await sees(hoa, 'Biểu năm')\n")
    expect(text).toContain(`  await hoa.tell("18/21 'hết'")\n`)
    expect(text).toContain("  await stage.moveTo('2026-06-08T02:00:00.000Z')\n")
  })

  it('refuses a name no file can have and a session that is not there', async () => {
    await expect(sandbox.control('save-session', { name: '../x' })).rejects.toThrow('letters, digits')
    await expect(sandbox.control('export-session', { name: 'none' })).rejects.toThrow('no session none')
  })

  it('«reset» begins anew: no messages, the first moment, nothing to play, sessions kept', async () => {
    await sandbox.control('save-session', { name: 'a' })
    await sandbox.control('faults', { kind: '500' })
    await sandbox.control('reset')
    expect(await sandbox.look(`chats/${PRINCIPAL}`)).toMatchObject({ messages: [] })
    const now = WORLD.startsAt
    expect(await sandbox.look('state')).toMatchObject({ now, acts: 0, faults: [], sessions: ['a'] })
    const again = await sandbox.restart()
    expect(await again.look(`chats/${PRINCIPAL}`)).toMatchObject({ messages: [] })
    await again.close()
    sandbox = await openSandbox(mkdtempSync(join(tmpdir(), 'sandbox-')))
  })
})

describe('the session that test/e2e plays', () => {
  /** Who people are is told from the demo world, where the words may change. */
  const withoutNotes = (text: string) => text.replace(/^ *\/\/.*\n/gm, '')

  it('is exported as its test stands there', async () => {
    const session = JSON.parse(await readFile(new URL('recorded-session.json', E2E), 'utf8')) as Session
    const exported = exportSession(session, readWorldFile(DEMO.pathname))
    const kept = await readFile(new URL('recorded-session.test.ts', E2E), 'utf8')
    expect(withoutNotes(kept)).toBe(withoutNotes(exported))
  })
})

describe('the exporter', () => {
  it('breaks a line that would be too long and keeps quotes', () => {
    expect(quote(`a'b"c\n`)).toBe(`'a\\'b"c\\n'`)
    expect(statement('hoa.tap', [quote('x'.repeat(100))])).toBe(
      `await hoa.tap(\n    '${'x'.repeat(100)}',\n  )`,
    )
  })
})
