import { describe, expect, it, onTestFinished } from 'vitest'
import { startApp } from '../../src/app.ts'
import { openStage } from '../support/stage.ts'

const clock = { now: () => new Date('2026-12-07T06:40:00+07:00') }

describe('a bot with a real token', () => {
  it('refuses a database of made-up people and figures', async () => {
    const stage = await openStage()
    onTestFinished(() => stage.close())
    await stage.app.stop()
    const real = { ...stage.config, isSandboxed: false }
    await expect(startApp(real, { clock })).rejects.toMatchObject({ code: 'database-is-demo' })
    await stage.restart()
  })

  it('refuses, in one line, a port that is taken', async () => {
    const first = await openStage()
    onTestFinished(() => first.close())
    const second = openStage({ env: { PORT: String(first.app.port) } })
    await expect(second).rejects.toThrow(`Port ${first.app.port} is taken: set PORT to another one`)
  })

  it('says so when Telegram does not know the token', async () => {
    await expect(openStage({ env: { BOT_TOKEN: '1:nobody-knows-this-token' } })).rejects.toThrow(
      'BOT_TOKEN is not known to Telegram',
    )
  })
})
