import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN } from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const system = async (): Promise<string> => textOf(await stage.chat(ADMIN).say('/hethong'))

describe('/hethong', () => {
  it('tells what is wrong first, then what the bot stands on', async () => {
    const text = await system()
    expect(text.split('\n')[1]).toMatch(/^⚠️ Chưa có bản sao lưu nào\. .*npm run cli -- backup TỆP/)
    expect(text).toMatch(/Chương trình: bản \d+\.\d+\.\d+, chạy từ \d\d:\d\d\./)
    expect(text).toMatch(/Cơ sở dữ liệu: .+, \d+ MB; .*còn trống [\d.]+ MB\./)
    expect(text).toContain('Sao lưu gần nhất: chưa có')
    expect(text).toMatch(/Kế hoạch và mã bản: .*QY [0-9a-f]{7}/)
    expect(text).toMatch(/Việc tự động, lần gần nhất: .*bản tin \d\d:\d\d · tin nhắc \d\d:\d\d/)
    expect(text.length).toBeLessThan(1500)
    expect(text).not.toMatch(/127\.0\.0\.1|postgres:|\/tmp|localhost/)
  })

  it('tells of a job that failed and a backup grown old, and no more once both are mended', async () => {
    const { database, jobLog } = stage.app.house
    await database.vault.noteBackup(new Date(stage.clock.now().getTime() - 3 * 86_400_000))
    jobLog.note('back-up', true)
    const troubled = await system()
    expect(troubled).toContain('⚠️ Bản sao lưu gần nhất đã quá hai ngày.')
    expect(troubled).toContain('⚠️ Việc «sao lưu» lần gần nhất bị lỗi')
    await database.vault.noteBackup(stage.clock.now())
    jobLog.note('back-up', false)
    const mended = await system()
    expect(mended).not.toContain('⚠️')
    expect(mended).toMatch(/Sao lưu gần nhất: \d\d:\d\d\n/)
  })
})
