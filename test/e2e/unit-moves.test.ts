import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { ACCEPTED_PRINCIPAL, ADMIN } from '../support/cast.ts'
import { type Chat, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

const [FIRST, SECOND] = ['QY-PX-02', 'QY-PX-03']
let stage: Stage
let admin: Chat
let school: string
beforeAll(async () => {
  stage = await openStage()
  admin = stage.chat(ADMIN)
  const { people, units } = stage.app.house.database
  const unit = (await people.findByTelegram(ACCEPTED_PRINCIPAL))?.roles[0]?.unit
  school = (unit && (await units.find(systemScope, unit)))?.code ?? ''
})
afterAll(() => stage?.close())

async function move(to: string, on: string): Promise<Seen> {
  await admin.say(`/donvi ${school}`)
  await admin.press('Chuyển')
  await admin.press('Chỉ đơn vị nhận báo cáo')
  await admin.say(to)
  await admin.say(on)
  const preview = textOf(await admin.press('Không có quyết định'))
  expect(preview).toMatch(/Xem trước, chưa ghi/)
  return admin.press('Đồng ý, ghi')
}

/** How many reports a unit shows, and which share of national standard: of all its schools, or of its preschools where it has no others. */
async function totalOf(unit: string, period: string, view: 'then' | 'now' = 'then'): Promise<string> {
  const first = await admin.say(`/tiendo ${unit} ${period}`)
  const text = textOf(view === 'now' ? await admin.press('Theo đơn vị hiện nay') : first)
  const reports = /Đã báo cáo \d+\/\d+/.exec(text)?.[0]
  return `${reports}, ${/Chuẩn quốc gia(?: – Mầm non)?: (\d+\/\d+|chưa có số liệu)/.exec(text)?.[1]}`
}

describe('a school that moves from one commune to another, and again', () => {
  const NONE = 'Đã báo cáo 0/0, chưa có số liệu'
  const ITS = /^Đã báo cáo 1\/1, [01]\/1$/
  let all: readonly string[]
  let again: Seen
  const ofOffice = async () => [
    await totalOf('QY', '2025'),
    await totalOf('QY', '2025', 'now'),
    await totalOf('QY', '2026'),
  ]

  it('counts in each year where it was then, and as now where it is today', async () => {
    all = await ofOffice()
    expect(all.join()).not.toContain('undefined')
    await move(FIRST, '1/6/2025')
    again = await move(SECOND, '1/3/2026')
    expect(await totalOf(FIRST, '2025')).toMatch(ITS)
    expect(await totalOf(SECOND, '2025')).toBe(NONE)
    expect(await totalOf(FIRST, '2025', 'now')).toBe(NONE)
    expect(await totalOf(SECOND, '2025', 'now')).toMatch(ITS)
    expect(await totalOf(FIRST, '2026')).toBe(NONE)
    expect(await totalOf(SECOND, '2026')).toMatch(ITS)
  })

  it('changes nothing for the office above them all', async () => {
    expect(await ofOffice()).toEqual(all)
  })

  it('is back where it was before once the second move is undone', async () => {
    await admin.pressOld(again, 'Hoàn tác')
    expect(await totalOf(FIRST, '2026')).toMatch(ITS)
    expect(await totalOf(SECOND, '2026')).toBe(NONE)
    expect(await totalOf(FIRST, '2025', 'now')).toMatch(ITS)
    expect(await ofOffice()).toEqual(all)
  })
})
