import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { BotProcess } from '../../src/sandbox/bot-process.ts'
import { createSandboxServer } from '../../src/sandbox/main.ts'
import { readWorldFile } from '../../src/sandbox/world-file.ts'
import { openChattingSandbox, openSandbox, PRINCIPAL, WORLD } from './harness.ts'

const DAY_MS = 24 * 3_600_000

describe('the sandbox', () => {
  it('remembers chats, files, updates, commands and the clock after a restart', async () => {
    const before = await openChattingSandbox()
    await before.control('clock', { advanceMs: DAY_MS })
    await before.call('setMyCommands', { commands: [{ command: 'nop', description: 'Nộp' }] })
    const { callbackId } = await before.control('press', { personId: PRINCIPAL, data: 'submit' })
    const chat = await before.look(`chats/${PRINCIPAL}`)
    const updates = (await before.call('getUpdates')).result
    appendFileSync(join(before.dataDir, 'ledger.jsonl'), '{"kind":"message","mess')
    const after = await before.restart()
    expect((await after.look(`chats/${PRINCIPAL}`)).messages).toEqual(chat.messages)
    expect((await after.call('getUpdates')).result).toEqual(updates)
    expect((await after.call('getMyCommands')).result).toEqual([{ command: 'nop', description: 'Nộp' }])
    expect((await after.call('answerCallbackQuery', { callback_query_id: callbackId })).ok).toBe(true)
    const { photo } = (chat.messages as { photo: { file_id: string }[] }[])[2] ?? { photo: [] }
    const image = await fetch(`${after.server.url}/sandbox/files/${photo[0]?.file_id}`)
    expect([image.status, (await image.arrayBuffer()).byteLength]).toEqual([200, 64])
    const { now } = await after.look('state')
    expect(now).toBe(new Date(Date.parse(WORLD.startsAt) + DAY_MS).toISOString())
    await after.close()
  })

  it('starts at the moment of its world and moves forward only', async () => {
    const sandbox = await openSandbox()
    const moments: string[] = []
    expect(await sandbox.look('state')).toMatchObject({ now: WORLD.startsAt })
    moments.push(String((await sandbox.control('clock', { to: '2026-06-15T00:00:00.000Z' })).now))
    expect(moments).toEqual(['2026-06-15T00:00:00.000Z'])
    await expect(sandbox.control('clock', { to: '2026-06-14T00:00:00.000Z' })).rejects.toThrow('forward only')
    await expect(sandbox.control('clock', {})).rejects.toThrow('advanceMs')
    await sandbox.close()
  })

  it('counts what is unread and lets a test wait for what the bot says', async () => {
    const sandbox = await openChattingSandbox()
    const unread = async () => (await sandbox.look('state')).persons as { unread: number }[]
    expect((await unread())[0]?.unread).toBe(2)
    await sandbox.control('read', { chatId: PRINCIPAL, messageId: 3 })
    expect((await unread())[0]?.unread).toBe(0)
    const { revision } = await sandbox.look('state')
    const waiting = sandbox.look(
      `wait?after=${revision}&kind=message&chatId=${PRINCIPAL}&fromBot=1&timeoutMs=5000`,
    )
    await sandbox.control('messages', { personId: PRINCIPAL, text: 'hỏi' })
    await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'đáp' })
    expect((await waiting).entries).toMatchObject([{ message: { text: 'đáp' } }])
    await sandbox.close()
  })

  it('is driven from this machine and its own page only', async () => {
    const sandbox = await openSandbox()
    const { port } = sandbox.server
    const statusWith = async (headers: Record<string, string>, path = '/sandbox/state') =>
      await new Promise<number | undefined>((resolve, reject) => {
        const call = request({ host: '127.0.0.1', port, path, headers }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        call.on('error', reject)
        call.end()
      })
    expect(await statusWith({ host: `localhost:${port}` })).toBe(200)
    expect(await statusWith({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` })).toBe(200)
    expect(await statusWith({ host: `evil.example:${port}` })).toBe(403)
    expect(await statusWith({ host: `evil.example:${port}` }, '/')).toBe(403)
    expect(await statusWith({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(403)
    await sandbox.close()
  })

  it('refuses other hosts, a taken port and a wrong world in one line', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
    const open = async (port: number, host: string) =>
      await createSandboxServer({ port, host, dataDir, world: WORLD })
    await expect(open(0, '0.0.0.0')).rejects.toThrow('this machine only, not on 0.0.0.0')
    const first = await open(0, '127.0.0.1')
    await expect(open(first.port, '127.0.0.1')).rejects.toThrow(`Port ${first.port} is taken`)
    await first.close()
    const path = join(dataDir, 'world.json')
    writeFileSync(path, JSON.stringify({ ...WORLD, persons: [] }))
    expect(() => readWorldFile(path)).toThrow('group Giáo dục Quảng Yên: 1001 is no person of this world')
  })

  it('serves its page with nothing from elsewhere', async () => {
    const sandbox = await openSandbox()
    const page = await fetch(`${sandbox.server.url}/`)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const sources = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) =>
      String(source),
    )
    expect(sources.length).toBeGreaterThan(2)
    for (const source of sources) expect((await fetch(`${sandbox.server.url}${source}`)).status).toBe(200)
    await sandbox.close()
  })
})

describe('the bot as a child', () => {
  const CHILD = `
    process.on('message', (message) => process.stderr.write(''));
    process.once('message', (message) => { if (message.type === 'clock') process.send({ type: 'ready' }) });
    process.on('SIGTERM', () => process.exit(0));
    setInterval(() => {}, 1000);`

  it('is told the time, becomes ready, is started again after a crash, stops when asked', async () => {
    const statuses: string[] = []
    const bot = new BotProcess({
      command: process.execPath,
      args: ['-e', CHILD],
      env: {},
      log: { info: () => undefined, error: () => undefined },
      now: () => new Date(WORLD.startsAt),
      onStatus: (status) => statuses.push(status),
    })
    bot.start()
    await vi.waitFor(() => expect(bot.status).toBe('ready'), 10_000)
    bot.kill()
    await vi.waitFor(
      () => expect(statuses).toEqual(['starting', 'ready', 'waiting', 'starting', 'ready']),
      10_000,
    )
    await bot.stop()
    expect(bot.status).toBe('stopped')
  })
})
