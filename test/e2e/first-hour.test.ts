import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { systemScope } from '../../src/domain/access.ts'
import { readWorkbook } from '../../src/exports/xlsx/read-workbook.ts'
import { ADMIN } from '../support/cast.ts'
import { type Chat, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

const SCHOOLS = 64
const PEOPLE = 130
const MOST_INTERACTIONS = 40

/** What the guide has one do, in its order: type what is in a box, press what is in quotes, send the file, go to a group. */
const STEP = /`(\/[^`]+)`|«([^»]+)»|(gửi tệp vào đây)|(Trong nhóm thứ \S+)|(Về trò chuyện riêng)/g

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const guide = (readme.split('### Một giờ đầu của quản trị viên')[1] ?? '').split('### ')[0] ?? ''
const steps = [...guide.slice(guide.indexOf('1. ')).matchAll(STEP)]

let stage: Stage
beforeAll(async () => {
  stage = await openStage({
    isNew: true,
    env: { ADMIN_IDS: String(ADMIN), SECRET_KEY: 'a key of the tests only' },
  })
})
afterAll(() => stage.close())

describe('a new administrator who follows the README', () => {
  /** What the bot said at each step, by what was done. */
  const said = new Map<string, Seen>()
  const groups: number[] = []
  let interactions = 0

  it('finds an installation that knows nobody', async () => {
    const { units, people, groups: known } = stage.app.house.database
    expect((await units.search(systemScope, '', 1000)).filter(({ kind }) => kind === 'school')).toEqual([])
    expect(await people.findByTelegram(ADMIN)).toBeUndefined()
    expect(await known.list(systemScope)).toEqual([])
  })

  it('gets through every step, in chat alone', { timeout: 120_000 }, async () => {
    expect(steps.length).toBeGreaterThan(12)
    let chat = stage.chat(ADMIN)
    for (const [whole, typed, pressed, file, group] of steps) {
      if (group !== undefined) chat = await addBotToGroup(group)
      else if (typed !== undefined) said.set(whole, await chat.say(typed))
      else if (pressed !== undefined) said.set(whole, await chat.press(pressed))
      else if (file !== undefined) said.set(whole, await sendRoster(chat))
      else chat = stage.chat(ADMIN)
      if (file === undefined && chat !== undefined && !whole.startsWith('Về')) interactions++
    }
    console.log(
      `the first hour: ${interactions} interactions, ${SCHOOLS} schools, ${PEOPLE} people, ${groups.length} groups`,
    )
    expect(interactions).toBeLessThanOrEqual(MOST_INTERACTIONS)
  })

  /** Adding the bot is an interaction of its own. */
  async function addBotToGroup(title: string): Promise<Chat> {
    const { chatId } = await stage.control('group', { personId: ADMIN, title })
    groups.push(Number(chatId))
    return stage.chat(ADMIN, Number(chatId))
  }

  it('has the schools and the people of the list, each with an invitation of one’s own', async () => {
    const { units, invitations, roster } = stage.app.house.database
    const schools = (await units.search(systemScope, '', 1000)).filter(({ kind }) => kind === 'school')
    expect(schools).toHaveLength(SCHOOLS)
    expect(await roster.ofUnit(schools[0]?.id ?? ('' as never))).toHaveLength(2)
    const open = await invitations.listOpen(systemScope, stage.clock.now())
    expect(open).toHaveLength(PEOPLE)
    expect(new Set(open.map(({ unitCode, forName }) => `${unitCode} ${forName}`)).size).toBe(PEOPLE)
    const sheet = (await stage.chat(ADMIN).fromBot()).find(({ document }) =>
      document?.file_name.endsWith('.docx'),
    )
    expect((await stage.chat(ADMIN).fileOf(sheet as Seen)).length).toBeGreaterThan(10_000)
  })

  it('has two groups, has seen the first digest, and the groups get theirs on Monday', async () => {
    const linked = await stage.app.house.database.groups.list(systemScope)
    expect(linked.filter(({ state }) => state === 'linked')).toHaveLength(2)
    const preview = said.get('`/bantin QY`')
    expect(preview?.photo?.length).toBeGreaterThan(0)
    expect(textOf(preview as Seen)).toContain('Thị xã Quảng Yên')
    for (const group of groups) expect(await photosIn(group)).toBe(0)
    await stage.moveTo('2026-12-14T07:00:30+07:00')
    for (const group of groups)
      await stage.chat(ADMIN, group).until(({ photo }) => photo !== undefined, 'the first digest')
  })

  const photosIn = async (group: number) =>
    (await stage.chat(ADMIN, group).fromBot()).filter(({ photo }) => photo !== undefined).length
})

/** Fills in the template as it was handed out: the header is its own. */
async function sendRoster(chat: Chat): Promise<Seen> {
  const sent = (await chat.fromBot()).find(({ document }) => document?.file_name.endsWith('.xlsx'))
  const [sheet] = readWorkbook(await chat.fileOf(sent as Seen))
  const header = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map(
    (column) => sheet?.cells.get(`${column}1`)?.text ?? '',
  )
  expect(header).toEqual([
    ...['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Cấp học', 'Đơn vị quản lý', 'Đơn vị báo cáo'],
    ...['Chức vụ', 'Họ tên', 'Điện thoại'],
  ])
  const data = [header, ...rosterRows()].map((row) => row.map((value) => ({ type: String, value })))
  const bytes = await writeWorkbook([{ sheet: 'Danh sách', data }]).toBuffer()
  return chat.sendDocument('danh-sach.xlsx', new Uint8Array(bytes))
}

function rosterRows(): readonly (readonly string[])[] {
  const rows: string[][] = [
    ['QY-PX-01', 'Phường Mẫu 01', 'Xã', '', '', 'QY', 'Đầu mối', 'Vũ Thị Đầu Mối', '0910000001'],
    ['QY', '', '', '', '', '', 'Cán bộ', 'Lê Thị Cán Bộ', '0910000002'],
  ]
  for (let index = 1; index <= SCHOOLS; index++) {
    const number = String(index).padStart(2, '0')
    const level = ['MN', 'TH', 'THCS', 'THPT'][index % 4] ?? 'TH'
    const school = [
      `QY-${level}-${number}`,
      `Trường ${level} Mẫu ${number}`,
      'Trường',
      level,
      '',
      index % 2 ? 'QY' : 'QY-PX-01',
    ]
    rows.push([...school, 'Hiệu trưởng', `Nguyễn Văn Hiệu ${number}`, `09200000${number}`])
    rows.push([...school, 'Giáo viên', `Trần Thị Giáo ${number}`, `09300000${number}`])
  }
  return rows
}
