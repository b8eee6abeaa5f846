import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { getPeriod } from '../../src/domain/period.ts'
import { PROVINCE_OFFICER } from '../support/cast.ts'
import { type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

/** Of an upper secondary school with half a draft of the yearly form; the province accepts it. */
const PRINCIPAL = 5200069

let stage: Stage
let principal: Chat
let officer: Chat
beforeAll(async () => {
  stage = await openStage()
  principal = stage.chat(PRINCIPAL)
  officer = stage.chat(PROVINCE_OFFICER)
})
afterAll(() => stage.close())

/** Σ graduates ÷ Σ candidates of the school, as counted. */
async function counted(): Promise<string> {
  const { database } = stage.app.house
  const unit = await database.units.findByCode(systemScope, 'QY-THPT-05')
  if (!unit) throw new Error('there is no such school')
  const codes = ['graduation-passed', 'graduation-candidates', 'grade12-pupils']
  const values = await database.totals.ownValues(systemScope, unit.id, getPeriod('2026'), codes)
  return codes
    .map((code) => {
      const value = values.get(code)
      return value?.kind === 'count' ? value.count : '–'
    })
    .join(' ')
}

describe('a result that comes after the deadline', () => {
  it('is asked with its own date, and may be left out without a reason', async () => {
    await principal.say('/nop')
    await principal.press('1. Làm tiếp')
    await principal.press('Trả lời các câu còn lại')
    const question = await answerUntil('tốt nghiệp')
    expect(textOf(question)).toContain('chậm nhất hết ngày 31/1/2027 (mốc của địa phương)')
    const card = await principal.press('Chưa có kết quả, bổ sung sau')
    expect(textOf(card)).toMatch(/Thí sinh đỗ tốt nghiệp THPT: có sau, hạn 31\/1\/2027/)
    expect(textOf(await principal.press('Nộp'))).toMatch(/Mã nộp: QY-2026-/)
  })

  it('is owed by that date, beside the form handed in', async () => {
    const owed = textOf(await principal.say('/nop'))
    expect(owed).toContain('Trạng thái: Chờ duyệt')
    expect(owed).toMatch(/hết ngày 31\/1\/2027 \(còn 55 ngày\)\nKết quả có sau: Thí sinh đỗ tốt nghiệp THPT/)
    expect(await counted()).toBe('– – 40')
  })

  it('does not keep the officer from accepting, who sees that it is to come', async () => {
    await officer.say('/duyet')
    const card = textOf(await officer.press('Trường THPT Mẫu 05'))
    expect(card).toMatch(/Thí sinh đỗ tốt nghiệp THPT: có sau, hạn 31\/1\/2027/)
  })

  it('is added when the form is locked, asked alone, and leaves what is reported counting meanwhile', async () => {
    await stage.moveTo('2027-01-20T08:00:00+07:00')
    expect(textOf(await principal.say('/nop'))).toContain('Kết quả có sau')
    expect(textOf(await principal.press('Bổ sung kết quả'))).toMatch(/câu 1\/1.*\n.*đỗ tốt nghiệp/)
    const card = await principal.say('430/431')
    expect(textOf(card)).toContain('430/431')
    expect(labelsOf(card)).toContain('Gửi kết quả bổ sung')
    expect(await counted()).toBe('– – 40')
  })

  it('can be corrected before it is sent, also after leaving', async () => {
    await principal.press('Để sau')
    await principal.say('/nop')
    await principal.press('Bổ sung kết quả')
    await principal.press('Sửa một dòng')
    await principal.press('1')
    expect(textOf(await principal.say('431/431'))).toContain('431/431')
  })

  it('is handed in as the next revision by one of two quick taps', async () => {
    await principal.tapTwice('Gửi kết quả bổ sung')
    expect(textOf(await principal.last())).toMatch(/Phiếu xác nhận.*\n.*QY-2026-/)
    expect(await counted()).toBe('431 431 40')
    expect(textOf(await principal.say('/nop'))).not.toContain('Kết quả có sau')
    await principal.say('/lichsu')
    expect(textOf(await principal.press('năm 2026'))).toMatch(/Lần 2/)
  })

  it('comes back to the officer with what was added', async () => {
    await officer.say('/duyet')
    const card = textOf(await officer.press('Trường THPT Mẫu 05'))
    expect(card).toMatch(/Thay đổi so với lần trước\n.*Thí sinh (dự thi|đỗ)/)
    expect(textOf(await officer.press('Duyệt'))).toContain('✅ Đã duyệt')
  })
})

/** Answers the simplest way until the question that holds the words. */
async function answerUntil(words: string) {
  for (let asked = 0; asked < 60; asked++) {
    const last = await principal.last()
    const labels = labelsOf(last)
    if (textOf(last).includes(words)) return last
    if (labels.includes('Vẫn còn hiệu lực như kỳ trước')) await principal.press('Vẫn còn')
    else if (labels.includes('Chưa')) await principal.press('Chưa')
    else {
      await principal.say(textOf(last).includes('Gõ hai số') ? '40/40' : '40')
      if (textOf(await principal.last()).includes('lý do')) await principal.say('đã rà soát')
    }
  }
  throw new Error(`nothing asks ${words}`)
}
