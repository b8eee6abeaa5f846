import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import {
  ADMIN,
  INVITED,
  LEADER,
  LEADERS_GROUP,
  OFFICER,
  PRINCIPAL,
  PRINCIPALS_GROUP,
  PROVINCE_OFFICER,
  TEACHER,
  UNKNOWN_TO_ROSTER,
  WAITING_PRINCIPAL,
} from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { bring, forgedTap, oddMessage } from '../support/raw-updates.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** What was refused since the audit was last looked at: subject and who. */
async function refusals(): Promise<readonly { subject: string; actor: string }[]> {
  const rows = await stage.app.house.database.audit.list(systemScope, { limit: 200 })
  const refused = rows.filter(({ action }) => action === 'refused')
  const fresh = refused.slice(0, refused.length - seen)
  seen = refused.length
  return fresh.map(({ subject, actor }) => ({ subject, actor }))
}
let seen = 0
const idOf = async (telegramId: number) =>
  (await stage.app.house.database.people.findByTelegram(telegramId))?.id ?? 'stranger'
/** The bot's newest word to them in private. */
const lastWord = async (personId: number) => textOf(await stage.chat(personId).last())

describe('a forged tap is refused and written down', () => {
  const roleOf = async (telegramId: number) => {
    const { people } = stage.app.house.database
    const person = await people.findByTelegram(telegramId)
    return (person && (await people.rolesOf(person.id))[0]?.id) ?? ''
  }

  it.each([
    ['no handler has', () => 'zz:1', 'button:zz'],
    ['no action is called', () => 'pe:constructor:1', 'button:pe:constructor'],
    ['no role is of the list', () => 'iv:role:king:QY', 'button:iv:role'],
    ['of another school', () => 'iv:role:teacher:QY-MN-05', 'button:iv:role'],
    ['of a role one may not give', () => 'iv:role:officer:QY-MN-01', 'button:iv:role'],
    ["of another school's sheet", () => 'iv:print:QY', 'button:iv:print'],
    ['of a made-up invitation', () => 'i:approve:01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708', 'button:i:approve'],
    [
      'of a submission that is not theirs',
      () => 'r:accept:01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708:1',
      'button:r:accept',
    ],
    ['that would enter for others', () => 'b:QY-MN-05', 'button:b'],
    ['that sends a message again', () => 'o:again:1:01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708', 'button:o:again'],
  ])('%s', async (_what, data, subject) => {
    await bring(stage, forgedTap(PRINCIPAL, data()))
    expect(await lastWord(PRINCIPAL)).toMatch(/không|Không/)
    expect(await refusals()).toEqual([{ subject, actor: await idOf(PRINCIPAL) }])
  })

  it('on people of another school, by whoever looks after people of their own', async () => {
    const { people } = stage.app.house.database
    const other = await idOf(WAITING_PRINCIPAL)
    const role = await roleOf(WAITING_PRINCIPAL)
    for (const data of [
      `pe:card:${other}`,
      `pe:off:${other}`,
      `pe:again:${other}`,
      `pe:ended:${role}`,
      `pe:no:${role}`,
    ])
      await bring(stage, forgedTap(PRINCIPAL, data))
    expect((await refusals()).map(({ subject }) => subject)).toEqual([
      'button:pe:no',
      'button:pe:ended',
      'button:pe:again',
      'button:pe:off',
      'button:pe:card',
    ])
    const person = await people.get(other as never)
    expect(person.isSuspended).toBe(false)
    expect(person.roles).toMatchObject([{ role: 'principal', state: 'active' }])
  })

  it("on a role of one's own that is somebody else's", async () => {
    await bring(stage, forgedTap(TEACHER, `me:left:${await roleOf(WAITING_PRINCIPAL)}`))
    expect(await refusals()).toEqual([{ subject: 'button:me:left', actor: await idOf(TEACHER) }])
  })

  it('by a stranger, of whom no more than a keyed hash is kept', async () => {
    await bring(stage, forgedTap(5200014, 'pe:pending'))
    await bring(stage, forgedTap(5200014, 'iv:role:admin:QN'))
    const refused = await refusals()
    expect(refused).toContainEqual({ subject: 'button:iv:role', actor: 'stranger' })
  })
})

describe('in groups', () => {
  it('a tap made in another group, or by who is no administrator there, links nothing', async () => {
    await bring(stage, forgedTap(LEADER, 'g:link:QY', LEADERS_GROUP))
    await bring(stage, forgedTap(ADMIN, 'g:link:QN', PRINCIPALS_GROUP))
    const subjects = (await refusals()).map(({ subject }) => subject)
    expect(subjects).toEqual(['button:g:link', 'button:g:link'])
    const { groups, units } = stage.app.house.database
    expect((await groups.findByChat(LEADERS_GROUP))?.unit).toBeUndefined()
    const linked = await groups.findByChat(PRINCIPALS_GROUP)
    expect((await units.find(systemScope, linked?.unit as never))?.code).toBe('QY')
  })

  it('private buttons do nothing there', async () => {
    await bring(stage, forgedTap(OFFICER, 'me:show', PRINCIPALS_GROUP))
    const said = await stage.chat(OFFICER, PRINCIPALS_GROUP).last()
    expect(textOf(said)).not.toContain('Dữ liệu của tôi')
  })

  it('a forwarded command is passed over in silence, and written down', async () => {
    await refusals()
    const group = stage.chat(OFFICER, PRINCIPALS_GROUP)
    const before = (await group.fromBot()).length
    const forward_origin = { type: 'hidden_user', sender_user_name: 'x', date: 1 }
    const fields = { text: '/bantin', forward_origin }
    await bring(stage, oddMessage(OFFICER, fields, PRINCIPALS_GROUP))
    expect((await group.fromBot()).length).toBe(before)
    expect(await refusals()).toEqual([{ subject: 'command:bantin', actor: await idOf(OFFICER) }])
  })
})

describe('commands that nobody typed here', () => {
  it.each([
    ['forwarded', { forward_origin: { type: 'hidden_user', sender_user_name: 'x', date: 1 } }],
    ['sent via another bot', { via_bot: { id: 42, is_bot: true, first_name: 'Khác', username: 'khac_bot' } }],
  ])('%s, are not carried out', async (_how, fields) => {
    await bring(stage, oddMessage(PRINCIPAL, { text: '/nop', ...fields }))
    expect(await lastWord(PRINCIPAL)).toContain('không được thực hiện')
    expect(await refusals()).toEqual([{ subject: 'command:nop', actor: await idOf(PRINCIPAL) }])
  })

  it('an invitation in a forwarded message lets nobody in', async () => {
    const forward_origin = { type: 'hidden_user', sender_user_name: 'x', date: 1 }
    const text = `/start ${INVITED.token}`
    await bring(stage, oddMessage(INVITED.id, { text, forward_origin }))
    expect(await stage.app.house.database.people.findByTelegram(INVITED.id)).toBeUndefined()
  })

  it('figures that were forwarded are read all the same', async () => {
    const chat = stage.chat(PRINCIPAL)
    await chat.say('/nop')
    await chat.press('Bắt đầu')
    const forward_origin = { type: 'hidden_user', sender_user_name: 'x', date: 1 }
    const question = textOf(await chat.last())
    await bring(stage, oddMessage(PRINCIPAL, { text: 'chưa', forward_origin }))
    expect(textOf(await chat.last())).not.toBe(question)
    expect(textOf(await chat.last())).not.toContain('không được thực hiện')
    await chat.say('/thoat')
    await refusals()
  })

  it('a contact that was forwarded proves nothing', async () => {
    const chat = stage.chat(UNKNOWN_TO_ROSTER.id)
    await chat.open(UNKNOWN_TO_ROSTER.token)
    await chat.press('Đồng ý')
    const contact = { phone_number: '84000000008', first_name: 'x', user_id: UNKNOWN_TO_ROSTER.id }
    const forward_origin = { type: 'hidden_user', sender_user_name: 'x', date: 1 }
    await bring(stage, oddMessage(UNKNOWN_TO_ROSTER.id, { contact, forward_origin }))
    expect(textOf(await chat.last())).toContain('số của chính tài khoản này')
  })
})

describe('invitations used again', () => {
  it('let nobody in a second time', async () => {
    await refusals()
    const other = stage.chat(5200032)
    expect(textOf(await other.open(UNKNOWN_TO_ROSTER.token))).toContain('đã có người dùng')
    expect(await stage.app.house.database.people.findByTelegram(5200032)).toBeUndefined()
    expect(await refusals()).toEqual([{ subject: 'command:start', actor: 'stranger' }])
  })

  it('guessed five times lock the guesser out for an hour', async () => {
    const guesser = stage.chat(5200020)
    for (let guess = 0; guess < 5; guess++) await guesser.open(`AAAAAAAAAAAAAAAAAAAAA${guess}`)
    expect(textOf(await guesser.open('AAAAAAAAAAAAAAAAAAAAAA'))).toContain('quá nhiều lần')
    expect(await refusals()).toHaveLength(6)
  })
})

describe('who has lost a role', () => {
  it('can no longer use old buttons, nor the form left open, and the menu shrinks', async () => {
    const principal = stage.chat(WAITING_PRINCIPAL)
    const people = await principal.say('/nguoidung')
    const inviting = await principal.say('/loimoi')
    const menu = () => menuOf(WAITING_PRINCIPAL)
    expect(menu()).toContain('loimoi')
    const officer = stage.chat(OFFICER)
    await officer.say('/nguoidung bui ngoc phuong')
    await officer.press('Bùi Ngọc Phượng')
    await officer.press('Kết thúc: Hiệu trưởng')
    expect(textOf(await officer.last())).toContain('không có nút hoàn tác')
    await officer.press('Kết thúc vai trò')
    await principal.until((each) => textOf(each).includes('đã kết thúc'), 'the end of the role')
    await refusals()
    await principal.tap('Tìm người', people)
    await principal.say('QY')
    expect(textOf(await principal.last())).not.toContain('Chọn người')
    const unitButton = inviting.reply_markup?.inline_keyboard?.[0]?.[0]?.text ?? ''
    await principal.tap(unitButton, inviting)
    expect(await refusals()).toContainEqual({
      subject: 'button:iv:unit',
      actor: await idOf(WAITING_PRINCIPAL),
    })
    expect(menu()).not.toContain('loimoi')
    expect(menu()).toContain('dulieucuatoi')
  })

  it('while others keep the menu of just what they may do', async () => {
    await stage.chat(PROVINCE_OFFICER).say('/trogiup')
    await stage.chat(TEACHER).say('/trogiup')
    expect(menuOf(PROVINCE_OFFICER)).toContain('duyet')
    expect(menuOf(TEACHER)).toContain('nop')
    expect(menuOf(TEACHER)).not.toContain('duyet')
  })
})

/** The commands Telegram shows this person in private. */
function menuOf(personId: number): readonly string[] {
  const { commands } = stage.sandbox.world.state
  const key = [...commands.keys()].find((each) => each.includes(`${personId}`))
  return (key === undefined ? [] : (commands.get(key) ?? [])).map(({ command }) => command)
}
