import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import {
  DRAFTING_PRINCIPAL,
  LEADER,
  OFFICER,
  PRINCIPAL,
  PRINCIPALS_GROUP,
  SECOND_OFFICER,
  TEACHER,
} from '../support/cast.ts'
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

describe('who may see the figures of the place', () => {
  const QUESTION = 'trường mầm non đạt chuẩn quốc gia Quảng Yên đến 2030'

  it('sees what has been reached under the target, labelled and dated', async () => {
    const answer = textOf(await stage.chat(OFFICER).say(QUESTION))
    expect(answer).toContain('19/21 (90,48%)')
    expect(answer).toMatch(
      /Kết quả thực hiện của .*Quảng Yên, năm 2026 \(số báo cáo, không phải chỉ tiêu\): .+\. \d+\/\d+ đơn vị đã báo cáo, số liệu ngày \d+\/\d+\/2026/,
    )
  })

  it('is not who sees a school of their own only', async () => {
    const answer = textOf(await stage.chat(PRINCIPAL).say(QUESTION))
    expect(answer).toContain('19/21 (90,48%)')
    expect(answer).not.toContain('Kết quả thực hiện')
  })
})

describe('in a group', () => {
  it('anyone asks by command, and only who asked can press the choices', async () => {
    const group = stage.chat(OFFICER, PRINCIPALS_GROUP)
    expect(textOf(await group.say('/hoi cqg mn QY 2030'))).toContain('19/21')
    const choice = await group.say('/hoi chỉ tiêu chuẩn quốc gia Quảng Yên')
    const other = stage.chat(SECOND_OFFICER, PRINCIPALS_GROUP)
    expect(textOf(await other.pressOld(choice, labelsOf(choice)[0] ?? ''))).toContain(
      'Nút này thuộc câu trả lời cũ',
    )
    expect(labelsOf(choice).some((label) => label.includes('Gửi câu hỏi'))).toBe(false)
  })

  it('the bot is silent about what is not for it', async () => {
    const before = (await stage.chat(OFFICER, PRINCIPALS_GROUP).fromBot()).length
    await stage.chat(OFFICER, PRINCIPALS_GROUP).tell('cqg mn 2030 bao nhiêu nhỉ?')
    expect((await stage.chat(OFFICER, PRINCIPALS_GROUP).fromBot()).length).toBe(before)
  })
})

describe('a question no plan answers', () => {
  const QUESTION = 'Quảng Yên năm học này tựu trường ngày nào?'
  const ANSWER = 'Ngày 29/8, theo khung thời gian của tỉnh <b>năm nay</b>.'
  const told = (person: number, part: string) =>
    stage.chat(person).until((message) => textOf(message).includes(part), part)

  it('goes to the officers of the unit once, without the name of who asked', async () => {
    const teacher = stage.chat(TEACHER)
    expect(textOf(await teacher.say(QUESTION))).toContain('không nêu điều này')
    expect(textOf(await teacher.press('Gửi câu hỏi'))).toContain('Đã chuyển câu hỏi')
    await teacher.press('Gửi câu hỏi')
    const asked = await told(OFFICER, QUESTION)
    expect(textOf(asked)).toMatch(/^Trường .* có câu hỏi mà kế hoạch không nêu/)
    expect(textOf(asked)).not.toContain(String(TEACHER))
    const messages = await stage.chat(OFFICER).fromBot()
    expect(messages.filter((message) => textOf(message).includes(QUESTION))).toHaveLength(1)
  })

  it('is nothing to those who may not answer', async () => {
    expect(textOf(await stage.chat(TEACHER).say('/cauhoi'))).toContain('không có quyền')
    expect(textOf(await stage.chat(PRINCIPAL).say('/cauhoi'))).toContain('không có quyền')
  })

  it('is answered in chat; who asked gets the answer, as it was typed', async () => {
    const officer = stage.chat(OFFICER)
    expect(textOf(await officer.say('/cauhoi'))).toContain('Chờ trả lời')
    expect(textOf(await officer.press('tựu trường'))).toContain(QUESTION)
    expect(textOf(await officer.press('Trả lời'))).toContain('gõ câu trả lời')
    expect(textOf(await officer.say(ANSWER))).toContain('ngày cuối còn dùng')
    expect(textOf(await officer.say('hôm qua'))).toContain('sau hôm nay')
    expect(textOf(await officer.press('6/1/2027'))).toContain('Đã gửi câu trả lời')
    expect(textOf(await told(TEACHER, 'Cán bộ phụ trách trả lời'))).toContain(ANSWER)
  })

  it('is not known before somebody else has approved it', async () => {
    expect(textOf(await stage.chat(LEADER).say(QUESTION))).toContain('không nêu điều này')
    const officer = stage.chat(OFFICER)
    await officer.say('/cauhoi')
    expect(labelsOf(await officer.press('tựu trường'))).toEqual(['Danh sách câu hỏi'])
  })

  it("is then found by whoever asks the same, named as the office's answer with its days", async () => {
    await told(SECOND_OFFICER, 'chờ duyệt để dùng')
    expect(textOf(await stage.chat(SECOND_OFFICER).press('Duyệt'))).toContain('Đã duyệt')
    await told(OFFICER, 'đã được duyệt')
    const answer = textOf(await stage.chat(PRINCIPAL).say('nam hoc nay Quang Yen tuu truong ngay nao'))
    expect(answer).toContain(ANSWER)
    expect(answer).toMatch(/không phải nội dung kế hoạch; dùng đến hết ngày 6\/1\/2027/)
    expect(answer).toMatch(/Nguồn: Cán bộ phụ trách trả lời, ngày \d+\/12\/2026/)
    expect(textOf(await stage.chat(PRINCIPAL).say('Quảng Yên năm 2027 tựu trường ngày nào?'))).not.toContain(
      '29/8',
    )
  })

  it('is found by nobody any more when it is withdrawn', async () => {
    const leader = stage.chat(LEADER)
    await leader.say('/cauhoi')
    await leader.press('tựu trường')
    expect(textOf(await leader.press('Thu hồi'))).toContain('Đã thu hồi')
    expect(textOf(await stage.chat(PRINCIPAL).say(QUESTION))).toContain('không nêu điều này')
  })

  it('leaves a trace of each step', async () => {
    const events = await stage.app.house.database.audit.list(systemScope, { limit: 50 })
    const steps = events.map(({ action }) => action).filter((action) => /^(?:question|answer)\./.test(action))
    expect(steps.toReversed()).toEqual(
      expect.arrayContaining(['question.ask', 'question.answer', 'answer.approve', 'answer.withdraw']),
    )
  })
})

describe('who asks without end', () => {
  it('is told once when there is an answer again; everything else goes on', async () => {
    const chat = stage.chat(DRAFTING_PRINCIPAL)
    const told = async () => (await chat.fromBot()).length
    for (let asked = 0; asked < 100; asked++) await chat.tell('cqg mn QY 2030')
    expect(textOf(await chat.last())).toContain('19/21')
    expect(textOf(await chat.say('cqg mn QY 2030'))).toMatch(/Xin hỏi tiếp sau \d+ phút nữa/)
    const before = await told()
    await chat.tell('cqg mn QY 2030')
    await chat.tell('/hoi cqg mn QY 2030')
    expect(await told()).toBe(before)
    await chat.say('/nop')
    expect(textOf(await chat.press('1. Làm tiếp'))).toMatch(/Còn \d+ câu/)
    await chat.say('/thoat')
    expect(textOf(await stage.chat(TEACHER).say('cqg mn QY 2030'))).toContain('19/21')
    await stage.moveTo(new Date(stage.clock.now().getTime() + 600_000).toISOString())
    expect(textOf(await chat.say('cqg mn QY 2030'))).toContain('19/21')
  })
})
