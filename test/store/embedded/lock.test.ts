import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectToHolder, createLock, type Lock } from '../../../src/store/embedded/lock.ts'

describe('the lock of a folder', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'chi-tieu-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const socket = () => join(dir, 'control.sock')

  /** What a process that was killed leaves behind. */
  async function leaveStale(): Promise<void> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(socket(), resolve))
    renameSync(socket(), `${socket()}.aside`)
    await new Promise((resolve) => server.close(resolve))
    renameSync(`${socket()}.aside`, socket())
  }

  it('is held by one, until released', async () => {
    const lock = await createLock(join(dir, 'new', 'folder'))
    await expect(createLock(join(dir, 'new', 'folder'))).rejects.toThrow('database-in-use')
    await lock.release()
    await (await createLock(join(dir, 'new', 'folder'))).release()
  })

  it('is for its owner’s eyes only', async () => {
    chmodSync(dir, 0o755)
    const lock = await createLock(dir)
    expect(statSync(socket()).mode & 0o777).toBe(0o600)
    await lock.release()
    expect(existsSync(socket())).toBe(false)
  })

  it('left by a dead process is given to exactly one of many who start at once', async () => {
    await leaveStale()
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => createLock(dir)))
    const locks = outcomes.flatMap((outcome): Lock[] =>
      outcome.status === 'fulfilled' ? [outcome.value] : [],
    )
    expect(locks).toHaveLength(1)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.every(({ reason }) => reason.code === 'database-in-use')).toBe(true)
    await expect(createLock(dir)).rejects.toThrow('database-in-use')
    await locks[0]?.release()
  })

  it('is a control channel: connections go to the handler, and end when it is released', async () => {
    const lock = await createLock(dir)
    const silent = await connectToHolder(dir)
    await new Promise((resolve) => silent?.once('close', resolve))
    lock.onConnection((connection) => connection.on('data', (data) => connection.write(`echo ${data}`)))
    const caller = await connectToHolder(dir)
    caller?.write('hello')
    const answer = await new Promise<Buffer>((resolve) => caller?.once('data', resolve))
    expect(answer.toString()).toBe('echo hello')
    const closed = new Promise((resolve) => caller?.once('close', resolve))
    await lock.release()
    await closed
    expect(await connectToHolder(dir)).toBeUndefined()
  })

  it('says when the folder’s path is too long for a socket', async () => {
    await expect(createLock(join(dir, 'x'.repeat(120)))).rejects.toThrow('needs a shorter path')
  })
})
