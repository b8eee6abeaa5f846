import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiAnswer, openSandbox, PRINCIPAL, type TestSandbox } from './harness.ts'

interface Received {
  update_id: number
  message?: { text?: string; entities?: object[] }
}
const received = (answer: ApiAnswer) => answer.result as Received[]

describe('getUpdates', () => {
  let sandbox: TestSandbox
  const say = async (text: string) => await sandbox.control('messages', { personId: PRINCIPAL, text })
  const texts = (answer: ApiAnswer) => received(answer).map(({ message }) => message?.text)
  beforeEach(async () => {
    sandbox = await openSandbox()
  })
  afterEach(async () => await sandbox.close())

  it('repeats what is not acknowledged and forgets what is below the offset', async () => {
    await say('một')
    await say('hai')
    expect(texts(await sandbox.call('getUpdates'))).toEqual(['một', 'hai'])
    const [first] = received(await sandbox.call('getUpdates', { limit: 1 }))
    const rest = await sandbox.call('getUpdates', { offset: Number(first?.update_id) + 1 })
    expect(texts(rest)).toEqual(['hai'])
    expect(texts(await sandbox.call('getUpdates', { offset: 0 }))).toEqual(['hai'])
  })

  it('keeps only the last ones for a negative offset', async () => {
    for (const text of ['một', 'hai', 'ba']) await say(text)
    expect(texts(await sandbox.call('getUpdates', { offset: -1 }))).toEqual(['ba'])
    expect(texts(await sandbox.call('getUpdates'))).toEqual(['ba'])
  })

  it('waits for an update and returns at once with it', async () => {
    const poll = sandbox.call('getUpdates', { timeout: 50 })
    await say('/nop ngay')
    expect(received(await poll)).toMatchObject([
      { message: { text: '/nop ngay', entities: [{ type: 'bot_command', offset: 0, length: 4 }] } },
    ])
  })

  it('returns nothing when the time is over', async () => {
    expect(received(await sandbox.call('getUpdates', { timeout: 1 }))).toEqual([])
  })

  it('ends the first of two pollers with 409', async () => {
    const first = sandbox.call('getUpdates', { timeout: 50 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = sandbox.call('getUpdates', { timeout: 50 })
    expect(await first).toMatchObject({
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    await say('một')
    expect(texts(await second)).toEqual(['một'])
  })

  it('is refused while a webhook is set', async () => {
    await sandbox.call('setWebhook', { url: 'http://127.0.0.1:1/x' })
    expect(await sandbox.call('getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
  })

  it('brings only the types that were asked for', async () => {
    await sandbox.call('getUpdates', { allowed_updates: ['message'] })
    await sandbox.control('block', { personId: PRINCIPAL })
    await sandbox.control('block', { personId: PRINCIPAL, blocked: false })
    await say('một')
    expect(texts(await sandbox.call('getUpdates'))).toEqual(['một'])
  })

  it('brings an update a second time when the sandbox is told to', async () => {
    const { updateId } = await say('một')
    await sandbox.call('getUpdates', { offset: Number(updateId) + 1 })
    await sandbox.control('redeliver', { updateId })
    const again = received(await sandbox.call('getUpdates', { offset: Number(updateId) + 1, timeout: 5 }))
    expect(again).toMatchObject([{ update_id: updateId, message: { text: 'một' } }])
    expect(received(await sandbox.call('getUpdates'))).toEqual([])
  })

  it('holds updates for a day', async () => {
    await say('một')
    sandbox.pass(24 * 3_600_000 + 1)
    expect(received(await sandbox.call('getUpdates'))).toEqual([])
  })
})
