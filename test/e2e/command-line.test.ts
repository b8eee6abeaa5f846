import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCli } from '../../src/cli/start-cli.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { openCli } from '../../src/open-cli.ts'
import { OFFICER } from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Runs a line as `npm run cli -- …` beside the bot of the stage. */
async function run(
  ...line: string[]
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const streams = {
    in: new PassThrough(),
    out: new PassThrough(),
    err: new PassThrough(),
    cwd: join(stage.dataDir, '..'),
  }
  const status = await startCli(line, streams, await createTexts(), 'vi', openCli(stage.config, stage.clock))
  const read = (stream: PassThrough) => String(stream.read() ?? '')
  return { status, out: read(streams.out), err: read(streams.err) }
}

describe('the command line beside the running bot', () => {
  it('answers from the plans', async () => {
    const { status, out } = await run('ask', 'cqg mn QY 2030 bn %')
    expect(status).toBe(0)
    expect(out).toContain('19/21')
    expect(out).toContain('90,48')
  })

  it('makes an invitation that the bot honours at once', async () => {
    const { status, out } = await run('invite', '--role', 'teacher', '--unit', 'QY-MN-01')
    expect(status).toBe(0)
    const [, token = ''] = /https:\/\/t\.me\/chitieu_demo_bot\?start=([\w-]+)/.exec(out) ?? []
    const chat = stage.chat(5200014)
    expect(textOf(await chat.open(token))).toContain('Giáo viên – Trường Mầm non Mẫu 01')
    await chat.press('Đồng ý')
    expect(textOf(await chat.say('/nop'))).toContain('chưa có biểu nào được giao')
  })

  it('tells the progress of the figures the chat shows', async () => {
    const { status, out } = await run('progress', '--unit', 'QY', '--period', '2026', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ reported: 34, expected: 64, accepted: 28 })
  })

  it('draws the digest into a file of its own folder', async () => {
    const { status, err } = await run('digest', 'preview', '--unit', 'QY', '--png', 'digest.png')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const picture = await readFile(join(stage.dataDir, '..', 'digest.png'))
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
  })

  it('refuses what it does not know, and says what it knows', async () => {
    const { status, out, err } = await run('delete', 'everything')
    expect(status).toBe(2)
    expect(err).toContain('delete everything')
    expect(out).toContain('plan check')
    expect((await run('progress', '--unit', 'NOWHERE', '--period', '2026')).status).toBe(1)
  })

  it('finds the installation sound', async () => {
    expect((await run('doctor')).status).toBe(0)
  })

  it('backs up beside the bot, and the bot goes on where the backup was restored', async () => {
    const officer = stage.chat(OFFICER)
    const before = textOf(await officer.say('/duyet'))
    const made = await run('backup', 'today.backup')
    expect({ status: made.status, err: made.err }).toEqual({ status: 0, err: '' })
    expect((await run('restore', 'today.backup', '--replace')).status).toBe(1)
    await officer.say('/caidat')
    await officer.press('English')
    await stage.restart(async () => {
      expect((await run('restore', 'today.backup')).status).toBe(1)
      expect(await run('restore', 'today.backup', '--replace')).toMatchObject({ status: 0 })
    })
    expect(textOf(await officer.say('/duyet'))).toBe(before)
  })
})
