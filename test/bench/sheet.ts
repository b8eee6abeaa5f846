import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Actor, WHOLE_INSTALLATION } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import { createInvitationSheet } from '../../src/exports/invitation-sheet.ts'
import { createRosterWorkbook } from '../../src/exports/roster-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { loadRoster } from '../../src/usecases/load-roster.ts'
import type { Database } from '../../src/usecases/ports.ts'
import { printSheet } from '../../src/usecases/print-invitations.ts'
import { TIME_ZONE, testSecrets } from '../support/demo.ts'
import type { BenchPart } from './part.ts'

const PEOPLE = 130
const ADMIN: Actor = {
  ...{ person: 'admin' as PersonId, locale: 'vi' },
  roles: [{ role: 'admin', unit: WHOLE_INSTALLATION }],
}

/** The sheet of all invitations of an office, while another chat asks the same process for something every few milliseconds. */
export const sheet: BenchPart = {
  title: `A sheet of ${PEOPLE} invitations, in milliseconds`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'chi-tieu-bench-'))
    const database = await openDatabase({ dataDir, today: () => '2026-11-22' })
    try {
      return await measure(database)
    } finally {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

async function measure(database: Database) {
  const texts = await createTexts()
  const clock = { now: () => new Date('2026-11-22T03:00:00Z') }
  const random = (size: number) => new Uint8Array(randomBytes(size))
  const house = { database, clock, timeZone: TIME_ZONE, secrets: testSecrets, random, botUsername: 'bot' }
  const rosterFile = createRosterWorkbook(texts)
  await loadRoster({ ...house, rosterFile }, 'cli', { bytes: roster(), apply: true })
  const write = createInvitationSheet(texts)
  const rows = []
  for (const time of ['first', 'again']) {
    const other = askAllTheTime(database)
    const from = performance.now()
    const { unit, cards } = await printSheet(house, ADMIN, 'X')
    const bytes = await write(unit.name, cards, 'vi')
    const took = Math.round(performance.now() - from)
    rows.push({
      time,
      people: cards.length,
      took,
      'another waited at most': await other.stop(),
      bytes: bytes.length,
    })
  }
  return rows
}

/** A commune, its schools, and two people of each. */
function roster(): Uint8Array {
  const schools = Array.from({ length: PEOPLE / 2 }, (_, at) => [
    `S${at};Trường Số ${at};Trường;MN;X;Hiệu trưởng;Nguyễn Thị ${at};09${10_000_000 + at}`,
    `S${at};;;;;Phó hiệu trưởng;Trần Văn ${at};08${10_000_000 + at}`,
  ])
  const head = 'Mã đơn vị;Tên đơn vị;Loại;Cấp học;Đơn vị báo cáo;Chức vụ;Họ tên;Điện thoại'
  return new TextEncoder().encode([head, 'X;Xã Mẫu;Xã;;;;;', ...schools.flat()].join('\r\n'))
}

/** Asks as a tap elsewhere would; `stop` returns the longest it ever waited. */
function askAllTheTime(database: Database) {
  let isOver = false
  let longest = 0
  const done = (async () => {
    while (!isOver) {
      const due = performance.now() + 5
      await sleep(5)
      await database.plans.versions()
      longest = Math.max(longest, performance.now() - due)
    }
  })()
  return {
    async stop() {
      isOver = true
      await done
      return Math.round(longest)
    },
  }
}
