import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INVITED, OFFICER, PRINCIPAL, UNKNOWN_TO_ROSTER } from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('an invited principal whose phone the office knows', () => {
  let chat: Chat
  beforeAll(() => {
    chat = stage.chat(INVITED.id)
  })

  it('is told who invites, what is stored and why, before anything is asked', async () => {
    const seen = await chat.open(INVITED.token)
    expect(textOf(seen)).toContain('Kính chào Đinh Ngọc Mai!')
    expect(textOf(seen)).toContain('Hiệu trưởng – Trường THCS Mẫu 03')
    expect(textOf(seen)).toMatch(/Bot lưu tên, vai trò.*chỉ để nhận số liệu/s)
    expect(labelsOf(seen)).toEqual(['Đồng ý', 'Không đồng ý'])
  })

  it('can do nothing before the answer', async () => {
    expect(labelsOf(await chat.say('/nop'))).toEqual(['Đồng ý', 'Không đồng ý'])
  })

  it('agrees, is asked for the phone, and is in when it matches', async () => {
    const asked = await chat.press('Đồng ý')
    expect(textOf(asked)).toContain('chia sẻ số điện thoại')
    expect(await chat.keyboard()).toContain('"request_contact":true')
    expect(textOf(await chat.shareContact())).toContain('tài khoản đã mở')
    expect(await chat.keyboard()).toBe('null')
  })

  it('is greeted with what a principal can do, and nothing more', async () => {
    const seen = textOf(await chat.say('/start'))
    expect(seen).toContain('/nop – nộp số liệu')
    expect(seen).not.toContain('/lienket')
    expect(seen).not.toContain('/hethong')
    expect(seen).not.toContain('/bantin')
  })

  it('sees what is owed, with the last day and the days left', async () => {
    const seen = await chat.say('nộp')
    expect(textOf(seen)).toContain('Biểu năm của trường – Quảng Yên – năm 2026')
    expect(textOf(seen)).toContain('Hạn: hết ngày 19/12/2026 (còn 12 ngày)')
    expect(labelsOf(seen)).toContain('1. Bắt đầu')
  })

  it('told the office, which can take it back with one tap', async () => {
    const officer = stage.chat(OFFICER)
    const told = await officer.until(
      (each) => textOf(each).includes('Đinh Ngọc Mai vừa nhận lời mời'),
      'the claim',
    )
    expect(labelsOf(told)).toContain('Thu hồi')
    expect(textOf(await officer.pressOld(told, 'Thu hồi'))).toContain('Đã thu hồi quyền của Đinh Ngọc Mai')
    expect(labelsOf(await chat.say('/nop'))).toEqual([])
  })

  it('gets nothing from the link a second time', async () => {
    expect(textOf(await chat.open(INVITED.token))).toContain('đã bị thu hồi')
  })
})

describe('an invited principal whose phone the office does not know', () => {
  it('waits until an officer approves, and is told', async () => {
    const chat = stage.chat(UNKNOWN_TO_ROSTER.id)
    await chat.open(UNKNOWN_TO_ROSTER.token)
    await chat.press('Đồng ý')
    expect(textOf(await chat.shareContact())).toContain('cần cán bộ phụ trách duyệt')
    expect(labelsOf(await chat.say('/nop'))).not.toContain('1. Bắt đầu')
    const officer = stage.chat(OFFICER)
    const asked = await officer.until(
      (each) => textOf(each).includes('Ngô Thị Hạnh vừa nhận lời mời'),
      'the claim',
    )
    expect(textOf(asked)).toContain('chờ xác minh')
    await officer.pressOld(asked, 'Duyệt')
    await chat.until((each) => textOf(each).includes('Tài khoản đã được duyệt'), 'the approval')
    expect(labelsOf(await chat.say('/nop'))).toContain('1. Bắt đầu')
  })
})

describe('who is not invited', () => {
  it('gets nothing from somebody else’s link', async () => {
    const other = stage.chat(5200014)
    expect(textOf(await other.open(UNKNOWN_TO_ROSTER.token))).toContain('đã có người dùng')
    expect(textOf(await other.open('AAAAAAAAAAAAAAAAAAAAAA'))).toContain('Đường dẫn mời không đúng')
  })

  it('is told the way in and the id an administrator asks for, and may still ask what a plan says', async () => {
    const stranger = stage.chat(5200020)
    expect(textOf(await stranger.open(''))).toContain('Mã Telegram của tài khoản này: 5200020')
    expect(textOf(await stranger.say('cqg mầm non 2030 QY'))).toContain('19/21 (90,48%)')
  })

  it('cannot prove anything with another person’s phone', async () => {
    const chat = stage.chat(5200032)
    await chat.open('FMJYxw3oOZb8o971RtB1lg')
    await chat.press('Đồng ý')
    expect(textOf(await chat.shareContact({ contactOf: PRINCIPAL }))).toContain('số của chính tài khoản này')
    expect(labelsOf(await chat.say('/nop'))).not.toContain('1. Bắt đầu')
  })

  it('who declines leads the office to enter on behalf, and may change their mind', async () => {
    const chat = stage.chat(5200053)
    await chat.open('DK3fCdr3tG2sQKplPkEziA')
    expect(textOf(await chat.press('Không đồng ý'))).toContain('nhập số liệu thay')
    await stage
      .chat(OFFICER)
      .until((each) => textOf(each).includes('không đồng ý để bot lưu thông tin'), 'the refusal')
    const again = await chat.open('DK3fCdr3tG2sQKplPkEziA')
    expect(buttonsOf(again).map(({ callback_data }) => callback_data)).toContain('c:yes')
  })
})
