import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { readWorkbook } from '../../src/exports/xlsx/read-workbook.ts'
import { ADMIN, OFFICER, PRINCIPAL, PRINCIPALS_GROUP } from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let admin: Chat
let officer: Chat
beforeAll(async () => {
  stage = await openStage()
  admin = stage.chat(ADMIN)
  officer = stage.chat(OFFICER)
})
afterAll(() => stage.close())

describe('/hannop', () => {
  it('shows what a date would do, sets it marked as local, and takes it back', async () => {
    const list = await admin.say('/hannop')
    expect(textOf(list)).toContain('19/12/2026 (theo kế hoạch)')
    const label =
      labelsOf(list).find((each) => each.includes('Biểu năm của trường – Quảng Yên, năm 2026')) ?? ''
    const card = await admin.press(label)
    expect(textOf(card)).toContain('19/12/2026 (theo kế hoạch)')
    await admin.press('Đặt mốc của địa phương')
    expect(textOf(await admin.say('hôm nào đó'))).toContain('Chưa rõ ngày')
    const preview = textOf(await admin.say('28/12/2026'))
    expect(preview).toContain('Đang là: 19/12/2026 (theo kế hoạch)')
    expect(preview).toContain('Sẽ là: 28/12/2026 (mốc của địa phương)')
    expect(preview).toMatch(/Còn \d+ trong \d+ đơn vị chưa nộp/)
    expect(textOf(await stage.chat(PRINCIPAL).say('/nop'))).not.toContain('28/12')
    expect(textOf(await admin.press('Đặt hạn này'))).toContain('28/12/2026 (mốc của địa phương)')
    expect(textOf(await stage.chat(PRINCIPAL).say('/nop'))).toContain('28/12')
    expect(textOf(await admin.press('Hoàn tác'))).toContain('19/12/2026 (theo kế hoạch)')
    expect(textOf(await stage.chat(PRINCIPAL).say('/nop'))).not.toContain('28/12')
  })

  it('is nobody’s but the administrators’, by its buttons too', async () => {
    expect(textOf(await officer.say('/hannop'))).toContain('không có quyền')
    const data = buttonsOf(await admin.say('/hannop'))[0]?.callback_data ?? ''
    const last = await officer.last()
    const stranger = { personId: OFFICER, chatId: OFFICER, messageId: last.message_id }
    for (const forged of [data, data.replace('hd:see', 'hd:gone')]) {
      await stage.control('press', { ...stranger, data: forged }).catch(() => undefined)
    }
    expect(await stage.app.house.database.plans.localDeadlines()).toEqual(new Map())
  })
})

describe('/kehoach', () => {
  const shipped = () => readFile(new URL('../../prisma/plans/quang-yen.yaml', import.meta.url), 'utf8')

  it('names line and field of each mistake in a file and loads nothing', async () => {
    expect(textOf(await admin.say('/kehoach'))).toContain('371/KH-UBND')
    const text = textOf(
      await admin.sendDocument('qy.yaml', (await shipped()).replace('dueOn: 12-19', 'dueOn: 13-19')),
    )
    expect(text).toMatch(/qy\.yaml<?.*dòng \d+, .*dueOn.*13-19/)
    expect(labelsOf(await admin.last())).toEqual([])
  })

  it('shows what a file would change and loads just that', async () => {
    const changed = (await shipped()).replace('aliases: [', 'aliases: [Yên Hưng xưa, ')
    const preview = await admin.sendDocument('qy.yaml', changed)
    expect(textOf(preview)).toContain('Sửa kế hoạch')
    expect(stage.app.house.library.plans.find(({ code }) => code === 'QY')?.aliases).not.toContain(
      'Yên Hưng xưa',
    )
    expect(textOf(await admin.press('Nạp'))).toContain('Đã nạp: QY')
    expect(stage.app.house.library.plans.find(({ code }) => code === 'QY')?.aliases).toContain('Yên Hưng xưa')
    expect(textOf(await admin.sendDocument('qy.yaml', changed))).toContain('giống hệt')
  })

  it('takes no file from others', async () => {
    await officer.sendDocument('qy.yaml', 'key: 1').catch(() => undefined)
    const last = textOf(await officer.last())
    expect(last).not.toContain('Tệp còn')
  })
})

describe('/thongbao', () => {
  it('shows the message and how many will read it, sends it once to each, and only in scope', async () => {
    await officer.say('/thongbao')
    await officer.press('Thị xã Quảng Yên')
    await officer.press('Hiệu trưởng')
    const preview = textOf(await officer.say('Họp lúc 8 giờ <thứ Hai> & mang sổ'))
    const [, count = '0'] = /Gửi tới (\d+) người/.exec(preview) ?? []
    expect(Number(count)).toBeGreaterThan(3)
    const sent = await officer.press(`Gửi ${count} người`)
    expect(textOf(sent)).toMatch(/Đã gửi \d+, đang chờ \d+/)
    const principal = stage.chat(PRINCIPAL)
    const read = await principal.until(
      (message) => textOf(message).includes('Họp lúc 8 giờ'),
      'the announcement',
    )
    expect(textOf(read)).toContain('Thông báo của')
    expect(textOf(read)).toContain('<thứ Hai> & mang sổ')
    const audit = await stage.app.house.database.audit.page(systemScope, { limit: 1000 })
    expect(audit.find(({ action }) => action === 'broadcast.send')?.after).toMatchObject({
      people: Number(count),
    })
  })

  it('can be stopped while it waits', async () => {
    await stage.moveTo('2026-12-07T22:00:00+07:00')
    await officer.say('/thongbao')
    await officer.press('Thị xã Quảng Yên')
    await officer.press('Hiệu trưởng và giáo viên')
    const preview = await officer.say('Tin đêm')
    expect(textOf(preview)).toContain('06:30')
    await officer.press('Gửi ')
    const stopped = textOf(await officer.press('Dừng gửi'))
    expect(stopped).toMatch(/Đã gửi 0, đang chờ 0, không gửi được 0, đã dừng \d+/)
    await stage.moveTo('2026-12-08T07:00:00+07:00')
    expect(
      (await stage.chat(PRINCIPAL).fromBot()).filter((each) => textOf(each).includes('Tin đêm')),
    ).toEqual([])
  })
})

describe('/nhatky', () => {
  it('tells who did what, filtered by days, person and unit', async () => {
    const all = await admin.say('/nhatky')
    expect(textOf(all)).toContain('gửi thông báo')
    expect(textOf(await admin.press('Tất cả'))).toContain('Đặng Kim Mai')
    const own = textOf(await admin.say('/nhatky Lưu Thị Liên'))
    expect(own).toContain('Lưu Thị Liên')
    expect(own).not.toContain('Đặng Kim Mai')
    expect(textOf(await admin.say('/nhatky QY-MN-01'))).toContain('Trường Mầm non Mẫu 01')
    expect(textOf(await admin.say('/nhatky zzzz'))).toContain('Không tìm thấy')
  })

  it('comes as a sheet in which nothing is a formula', async () => {
    await admin.say('/nhatky')
    await admin.press('Tất cả')
    const bytes = await admin.fileOf(await admin.press('Xuất .xlsx'))
    const [sheet] = readWorkbook(bytes)
    const cells = [...(sheet?.cells.values() ?? [])]
    expect(cells.length).toBeGreaterThan(50)
    expect(cells.filter(({ isFormula, isNumber }) => isFormula || isNumber)).toEqual([])
    expect(cells.map(({ text }) => text)).toContain('deadline.set')
  })

  it('is nobody’s but the administrators’', async () => {
    expect(textOf(await officer.say('/nhatky'))).toContain('không có quyền')
    await stage.chat(ADMIN, PRINCIPALS_GROUP).tell('/nhatky@chitieu_demo_bot')
    const group = (await stage.chat(ADMIN, PRINCIPALS_GROUP).fromBot()).map(textOf).join()
    expect(group).not.toContain('gửi thông báo')
  })
})
