import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { ACCEPTED_PRINCIPAL, PRINCIPAL, TEACHER } from '../support/cast.ts'
import { type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

describe('updates pushed to the webhook', () => {
  let stage: Stage
  let chat: Chat
  beforeAll(async () => {
    stage = await openStage({ delivery: 'webhook' })
    chat = stage.chat(PRINCIPAL)
  })
  afterAll(() => stage.close())

  const post = (body: object, secret: string) =>
    fetch(`http://127.0.0.1:${stage.app.port}/telegram/updates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(body),
    })

  it('are answered as polled ones are, marks whole though the body comes in pieces', async () => {
    expect(
      textOf(await chat.say('chỉ tiêu trường mầm non đạt chuẩn quốc gia Quảng Yên đến năm 2030')),
    ).toContain('19/21')
    await chat.say('/nop')
    expect(textOf(await chat.press('1. Bắt đầu'))).toContain('câu 1/12')
    expect(textOf(await chat.press('Vẫn còn hiệu lực'))).toContain('câu 2/12')
  })

  it('are applied once when delivered twice', async () => {
    await chat.tell('có')
    const before = await chat.fromBot()
    await stage.control('redeliver')
    await chat.tell('/thoat')
    const after = await chat.fromBot()
    expect(after.slice(0, -1)).toEqual(before)
    await chat.say('/nop')
    expect(textOf(await chat.press('1. Làm tiếp'))).toContain('Còn 10 câu chưa trả lời')
  })

  it('are answered once too where no form is open', async () => {
    await chat.say('/thoat')
    await chat.say('/trogiup')
    const before = await chat.fromBot()
    await stage.control('redeliver')
    await chat.say('cqg mn QY 2030')
    expect((await chat.fromBot()).slice(0, -1)).toEqual(before)
    await chat.say('/nop')
    await chat.press('1. Làm tiếp')
  })

  it('without the secret change nothing', async () => {
    const from = { id: PRINCIPAL, is_bot: false, first_name: 'Nga' }
    const message = { message_id: 900, date: 1, from, chat: { id: PRINCIPAL, type: 'private' }, text: '/nop' }
    const before = (await chat.fromBot()).length
    expect((await post({ update_id: 900_000_001, message }, 'guessed')).status).toBe(401)
    expect((await chat.fromBot()).length).toBe(before)
  })

  it('reach the bot after it was away', async () => {
    let said: Promise<void> | undefined
    await stage.restart(() => {
      said = chat.tell('/trogiup')
    })
    await said
    await chat.until((each) => textOf(each).includes('/nop – nộp số liệu'), 'the answer')
  })

  it('with another school’s button give nothing away', async () => {
    const units = stage.app.house.database
    const card = await chat.press('Trả lời các câu còn lại')
    expect(textOf(card)).toContain('câu 3/12')
    const submission = JSON.stringify(await stage.chat(ACCEPTED_PRINCIPAL).say('/nop')).match(
      /d:view:([\w-]+)/,
    )?.[1]
    expect(submission).toBeDefined()
    const from = { id: TEACHER, is_bot: false, first_name: 'Phượng' }
    for (const [index, data] of [
      `d:view:${submission}`,
      `d:submit:${submission}`,
      `r:open:${submission}`,
      `r:accept:1:${submission}`,
      'n:qy-annual:2026:QY-MN-01',
    ].entries()) {
      const message = { message_id: 1, date: 1, chat: { id: TEACHER, type: 'private', first_name: 'Phượng' } }
      const callback_query = { id: String(index), from, message, chat_instance: '1', data }
      expect(
        (await post({ update_id: 900_000_010 + index, callback_query }, 'only-the-stage-knows')).status,
      ).toBe(200)
    }
    const seen = (await stage.chat(TEACHER).fromBot()).map(textOf).join('\n')
    expect(seen).not.toMatch(/Mẫu 0[13]|Đã duyệt|Mã nộp/)
    expect(units.isEmbedded).toBe(process.env.TEST_DATABASE_URL === undefined)
  })

  it('have their health told beside them', async () => {
    const look = async (path: string) => (await fetch(`http://127.0.0.1:${stage.app.port}${path}`)).status
    expect(await Promise.all(['/healthz', '/readyz', '/metrics'].map(look))).toEqual([200, 200, 200])
  })
})

describe('English', () => {
  it('is chosen once and spoken from then on, also in the form', async () => {
    const stage = await openStage()
    onTestFinished(() => stage.close())
    const chat = stage.chat(PRINCIPAL)
    await chat.say('/caidat')
    expect(textOf(await chat.press('English'))).toBe('From now on the bot speaks English.')
    expect(textOf(await chat.say('/help'))).toContain('/nop – submit figures: forms due')
    const owed = await chat.say('/submit')
    expect(textOf(owed)).toContain('Due by the end of 19 Dec 2026 (12 days left)')
    const question = await chat.press(labelsOf(owed)[0] ?? '')
    expect(textOf(question)).toContain('question 1/12')
    await chat.press('Still valid')
    expect(textOf(await chat.say('12'))).toMatch(/yes|no/i)
    expect(textOf(await chat.last())).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i)
  })
})
