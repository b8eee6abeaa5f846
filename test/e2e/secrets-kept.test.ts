import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { INVITED, PRINCIPAL } from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { withRows } from '../support/stage-rows.ts'

const logged: string[] = []
let stage: Stage
beforeAll(async () => {
  stage = await openStage({
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
  })
})
afterAll(() => stage.close())

/** Every row of every table, as the database writes it. */
const dump = () =>
  withRows(stage, async (query) => {
    const tables = await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
    const rows = await Promise.all(
      tables.map(({ tablename }) => query(`SELECT to_jsonb(t)::text AS row FROM "${String(tablename)}" t`)),
    )
    return rows
      .flat()
      .map(({ row }) => String(row))
      .join('\n')
  })

it('tokens, codes and phones are nowhere in clear: not in the log, not in the database, also when sending fails', async () => {
  const invited = stage.chat(INVITED.id)
  await invited.open(INVITED.token)
  await invited.press('Đồng ý')
  await invited.shareContact()
  const principal = stage.chat(PRINCIPAL)
  await principal.say('/loimoi')
  await principal.press('Trường Mầm non Mẫu 01')
  await principal.press('Giáo viên')
  const photo = await principal.until((each) => textOf(each).includes('Dùng được một lần'), 'the invitation')
  const token = /\?start=([\w-]{22})/.exec(textOf(photo))?.[1] ?? ''
  expect(token).toHaveLength(22)
  await stage.control('faults', { kind: '500', method: 'sendPhoto', count: 1 })
  await principal.press('Mời thêm người')
  await principal.tap('Giáo viên')
  const secrets = [token, INVITED.token, stage.sandbox.token.split(':')[1] ?? '', '84000000047']
  const log = logged.join('\n')
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
  expect(log).not.toContain('Đinh Ngọc Mai')
  let rows = ''
  await stage.restart(async () => {
    rows = await dump()
  })
  expect(rows).toContain('tokenHash')
  expect(secrets.filter((secret) => rows.includes(secret))).toEqual([])
})
