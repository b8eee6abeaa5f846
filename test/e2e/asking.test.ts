import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEADER, LEADERS_GROUP, OFFICER, SECOND_OFFICER, TEACHER } from '../support/cast.ts'
import { labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('who asks what the plan says', () => {
  it('gets the exact target with document and section', async () => {
    const answer = textOf(await stage.chat(TEACHER).say('cqg mn QY 2030 bn %'))
    expect(answer).toContain('19/21 (90,48%)')
    expect(answer).toMatch(/Nguồn: .*Quảng Yên.*II\.3/)
  })

  it('may go on without repeating the topic', async () => {
    const answer = textOf(await stage.chat(TEACHER).say('thế còn 2025?'))
    expect(answer).toContain('18/21 (85,71%)')
    expect(answer).toMatch(/Nguồn: .*II\.2/)
  })

  it('has a topic of their own, not that of the one who asked before', async () => {
    const answer = textOf(await stage.chat(LEADER).say('thế còn 2025?'))
    expect(answer).not.toContain('18/21')
  })

  it('is told that no plan says it, with what is nearest and no figure of another plan', async () => {
    const declined = await stage.chat(LEADER).say('Quảng Yên năm 2030 có bao nhiêu trường quốc tế?')
    expect(textOf(declined)).toContain('Kế hoạch Quảng Yên không nêu điều này')
    const withFigures = textOf(declined)
      .split('\n')
      .filter((line) => /\d+\/\d+|\d%/.test(line))
    expect(withFigures.filter((line) => !line.startsWith('• Quảng Yên:'))).toEqual([])
    expect(labelsOf(declined)).toContain('Gửi câu hỏi cho cán bộ phụ trách')
    expect(textOf(await stage.chat(LEADER).press('Gửi câu hỏi'))).toContain('Đã chuyển câu hỏi')
  })

  it('is asked back where a question can mean several things, by buttons that differ and work', async () => {
    const chat = stage.chat(OFFICER)
    const choice = await chat.say('chỉ tiêu chuẩn quốc gia')
    const labels = labelsOf(choice)
    expect(labels.length).toBeGreaterThan(1)
    expect(new Set(labels).size).toBe(labels.length)
    const answer = textOf(await chat.press(labels.find((label) => label.includes('2025')) ?? '2025'))
    expect(answer).toContain('60/64 (93,75%)')
    expect(answer).toContain('Nguồn:')
    expect(textOf(await chat.pressOld(choice, labels[0] ?? ''))).toContain('Nút này thuộc câu trả lời cũ')
  })

  it('is answered in the language of the question', async () => {
    const answer = textOf(await stage.chat(TEACHER).say('national standard preschools 2030 in Quảng Yên?'))
    expect(answer).toContain('19/21')
    expect(answer).toContain('Source:')
  })
})

describe('in a group', () => {
  it('anyone asks by command, and only who asked can press the choices', async () => {
    const group = stage.chat(OFFICER, LEADERS_GROUP)
    expect(textOf(await group.say('/hoi cqg mn QY 2030'))).toContain('19/21')
    const choice = await group.say('/hoi chỉ tiêu chuẩn quốc gia Quảng Yên')
    const other = stage.chat(SECOND_OFFICER, LEADERS_GROUP)
    expect(textOf(await other.pressOld(choice, labelsOf(choice)[0] ?? ''))).toContain(
      'Nút này thuộc câu trả lời cũ',
    )
    expect(labelsOf(choice).some((label) => label.includes('Gửi câu hỏi'))).toBe(false)
  })

  it('the bot is silent about what is not for it', async () => {
    const before = (await stage.chat(OFFICER, LEADERS_GROUP).fromBot()).length
    await stage.chat(OFFICER, LEADERS_GROUP).tell('cqg mn 2030 bao nhiêu nhỉ?')
    expect((await stage.chat(OFFICER, LEADERS_GROUP).fromBot()).length).toBe(before)
  })
})
