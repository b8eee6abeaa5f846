import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliContext } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { localeOf, runLine } from '../../src/cli/run-line.ts'
import { systemScope } from '../../src/domain/access.ts'
import { readWorkbook, type Sheet } from '../../src/exports/xlsx/read-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { createRecordedIo, createTestContext, createTestSite } from '../support/cli.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { loadDemoInto } from '../support/demo.ts'

const texts = await createTexts()
let test: TestDatabase
let context: CliContext & { readonly reloads: () => number }
let opened = 0

beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-07' })
  context = createTestContext(test.database, await loadDemoInto(test.database))
})
afterAll(() => test.close())

async function run(line: readonly string[], files: Readonly<Record<string, string>> = {}, input = '') {
  const io = createRecordedIo(files, input)
  const open = async () => {
    opened++
    return context
  }
  const exit = await runLine(line, io, texts, 'vi', open, createTestSite(test.database))
  return { exit, ...io, text: io.lines.join('\n'), note: io.notes.join('\n') }
}

const shippedPlan = () => readFile(new URL('../../prisma/plans/quang-yen.yaml', import.meta.url), 'utf8')

describe('the command line', () => {
  it.each(COMMANDS.map(({ name }) => name))(
    'tells how %s is used, in both languages, without a database',
    async (name) => {
      const before = opened
      const vi = await run([...name.split(' '), '--help'])
      const en = await run([...name.split(' '), '--help', '--lang', 'en'])
      expect([vi.exit, en.exit]).toEqual([0, 0])
      expect(vi.text).toContain(name)
      expect(vi.text).not.toBe(en.text)
      expect(opened).toBe(before)
    },
  )

  it('lists every command when asked nothing', async () => {
    const { exit, text } = await run([])
    expect(exit).toBe(0)
    for (const { name } of COMMANDS) expect(text).toContain(`  ${name}`)
  })

  it.each([
    ['an unknown command', ['sing']],
    ['an unknown option', ['doctor', '--loud']],
    ['a missing option', ['progress', '--unit', 'QY']],
    ['a missing file', ['roster', 'load']],
    ['a role nobody has', ['invite', '--role', 'king', '--unit', 'QY']],
  ])('does not understand %s', async (_, line) => {
    expect((await run(line)).exit).toBe(2)
  })

  it('says in the reader’s words what it refuses', async () => {
    const { exit, note } = await run(['progress', '--unit', 'NOWHERE', '--period', '2026'])
    expect(exit).toBe(1)
    expect(note).toBe(texts.for('vi')('errors:unit-not-found', { unit: 'NOWHERE' }))
  })

  it('speaks the language asked for, else the installation’s', () => {
    expect(localeOf(['doctor', '--lang', 'en'], 'vi')).toBe('en')
    expect(localeOf(['doctor', '--lang', 'fr'], 'vi')).toBe('vi')
    expect(localeOf(['doctor'], 'vi')).toBe('vi')
  })
})

describe('plan', () => {
  it('check finds the shipped plan sound', async () => {
    const { exit, text } = await run(['plan', 'check', 'qy.yaml'], { 'qy.yaml': await shippedPlan() })
    expect(exit).toBe(0)
    expect(text).toContain('59 chỉ tiêu')
  })

  it('check names file, line and field of a mistake, and load then loads nothing', async () => {
    const broken = (await shippedPlan()).replace('dueOn: 12-19', 'dueOn: 13-19')
    const line = broken.split('\n').findIndex((text) => text.includes('dueOn: 13-19')) + 1
    for (const verb of ['check', 'load']) {
      const { exit, note } = await run(['plan', verb, 'qy.yaml'], { 'qy.yaml': broken })
      expect(exit).toBe(1)
      expect(note).toContain(`qy.yaml:${line}:`)
      expect(note).toContain('dueOn')
    }
    expect(context.reloads()).toBe(0)
  })

  it('load stores a changed plan once and has it used', async () => {
    const changed = (await shippedPlan()).replace('aliases: [', 'aliases: [Yên Hưng xưa, ')
    expect((await run(['plan', 'load', 'qy.yaml'], { 'qy.yaml': changed })).exit).toBe(0)
    expect(context.reloads()).toBe(1)
    const stored = (await test.database.plans.list()).find(({ code }) => code === 'QY')
    expect(JSON.stringify(stored?.content)).toContain('Yên Hưng xưa')
    await run(['plan', 'load', 'qy.yaml'], { 'qy.yaml': changed })
    expect(context.reloads()).toBe(1)
  })
})

describe('roster load', () => {
  const header = 'Mã đơn vị;Tên đơn vị;Loại;Cấp học;Đơn vị báo cáo'
  it('previews without writing, then writes', async () => {
    const files = { 'r.csv': `${header}\nQY-MN-90;Trường Mầm non Mẫu 90;Trường;MN;QY` }
    const preview = await run(['roster', 'load', 'r.csv', '--preview'], files)
    expect(preview.text).toContain('dòng 2: thêm QY-MN-90')
    expect(await test.database.units.findByCode(systemScope, 'QY-MN-90')).toBeUndefined()
    expect((await run(['roster', 'load', 'r.csv'], files)).exit).toBe(0)
    expect(await test.database.units.findByCode(systemScope, 'QY-MN-90')).toBeDefined()
  })

  it('names row and column of what is wrong', async () => {
    const { exit, note } = await run(['roster', 'load', 'r.csv'], {
      'r.csv': `${header}\nA;Trường A;Cửa hàng;TH;QY`,
    })
    expect(exit).toBe(1)
    expect(note).toContain('dòng 2, cột «loại»: «Cửa hàng»')
  })
})

describe('invite', () => {
  it('prints the link alone on standard output, and draws it where asked', async () => {
    const { exit, lines, written } = await run([
      'invite',
      '--role',
      'teacher',
      '--unit',
      'QY-TH-01',
      '--qr',
      'qr.png',
    ])
    expect(exit).toBe(0)
    expect(lines).toEqual(['https://t.me/chitieu_bot?start=AAECAwQFBgcICQoLDA0ODw'])
    expect([...(written.get('qr.png') ?? [])].slice(1, 4)).toEqual(
      [...'PNG'].map((letter) => letter.charCodeAt(0)),
    )
  })

  it('refuses a phone that is none', async () => {
    const { exit, note } = await run([
      'invite',
      '--role',
      'principal',
      '--unit',
      'QY-TH-01',
      '--phone',
      'abc',
    ])
    expect(exit).toBe(1)
    expect(note).toBe(texts.for('vi')('errors:phone-invalid'))
  })
})

describe('ask', () => {
  it('answers one question with its source', async () => {
    const { exit, text } = await run(['ask', 'Quảng Yên', 'năm 2025 bao nhiêu trường đạt chuẩn quốc gia?'])
    expect(exit).toBe(0)
    expect(text).toContain('60/64')
  })

  it('answers lines with lines, follow-ups with their topic', async () => {
    const input = [
      { id: 'a', q: 'Tỷ lệ đỗ tốt nghiệp THPT của Quảng Yên đến năm 2025?' },
      { id: 'b', q: 'thế còn 2030?', followup: 'a' },
    ]
    const { exit, lines } = await run(
      ['ask', '--jsonl'],
      {},
      `${input.map((line) => JSON.stringify(line)).join('\n')}\n\n`,
    )
    expect(exit).toBe(0)
    const answers = lines.map((line) => JSON.parse(line))
    expect(answers.map(({ id, behaviour }) => [id, behaviour])).toEqual([
      ['a', 'answer'],
      ['b', 'answer'],
    ])
    expect(answers[1].text).toContain('99,5%')
    expect(answers[1].citations[0]).toEqual({ document: expect.any(String), section: expect.any(String) })
    const keys = Object.keys(answers[0]).filter((key) => key !== 'reached')
    expect(keys).toEqual(['id', 'behaviour', 'text', 'choices', 'citations', 'ms'])
  })

  it('keeps what has been reached in a field of its own', async () => {
    const input = { id: 'a', q: 'Quảng Yên đến năm 2030 bao nhiêu trường mầm non đạt chuẩn quốc gia?' }
    const line = JSON.parse((await run(['ask', '--jsonl'], {}, JSON.stringify(input))).text)
    expect(line.text).toContain('19/21')
    expect(line.reached).toMatchObject({
      period: '2026',
      levels: ['preschool'],
      expected: expect.any(Number),
    })
    expect(line.text).not.toContain(line.reached.asOf)
    expect(line.text).not.toContain(`${line.reached.reported}/${line.reached.expected}`)
  })

  it('names the line that is no question', async () => {
    const { exit, note } = await run(['ask', '--jsonl'], {}, '{"id":"a","q":"Chào"}\nnot json')
    expect(exit).toBe(2)
    expect(note).toContain('line 2')
  })
})

describe('figures', () => {
  it('progress prints what was reached, for people and for programs', async () => {
    const line = ['progress', '--unit', 'QY', '--period', '2026']
    const { lines } = await run(line)
    expect(lines[0]).toContain('đã duyệt 28')
    expect(lines[1]).toContain('33/65 trường · 50,8–98,5% (tử 33, mẫu 65; đã nộp 34/65)')
    expect(lines[2]).toMatch(/^ {3}2025: = 93,75% – .+ \[KH-UBND Quảng Yên \(không số\), II\.2 .+\]$/)
    const json = JSON.parse((await run([...line, '--json'])).text)
    expect(json).toMatchObject({ unit: { code: 'QY' }, period: '2026', reported: 34, accepted: 28 })
    expect(json.rows.length).toBeGreaterThan(10)
  })

  it('digest preview shows the week and writes its picture', async () => {
    const { exit, text, written } = await run([
      'digest',
      'preview',
      '--unit',
      'QY',
      '--week',
      '2026-W50',
      '--png',
      'd.png',
    ])
    expect(exit).toBe(0)
    expect(text).toContain('2026-W50')
    expect(new TextDecoder().decode(written.get('d.png'))).toBe('picture of QY')
  })

  it('digest preview refuses a week the year does not have', async () => {
    expect((await run(['digest', 'preview', '--unit', 'QY', '--week', '2026-W54'])).exit).toBe(1)
  })
})

describe('demo load and doctor', () => {
  it('demo load does nothing where the demo is already', async () => {
    expect((await run(['demo', 'load'])).text).toBe(texts.for('vi')('cli:demo.there-already'))
  })

  it('doctor tells what there is', async () => {
    const { exit, text } = await run(['doctor'])
    expect(exit).toBe(0)
    expect(text).toContain('✓ Nhóm đã gắn: 1')
    expect(text).toContain('✓ Dữ liệu thử nghiệm: Có')
  })
})

describe('export', () => {
  it('writes every school’s figures as numbers that add up to the indicators, and how complete they are', async () => {
    const line = ['export', '--unit', 'QY', '--period', '2026', '--out', 'figures.xlsx']
    const { exit, text, written } = await run(line)
    expect(exit).toBe(0)
    expect(text).toContain('figures.xlsx')
    const sheets = readWorkbook(written.get('figures.xlsx') ?? new Uint8Array())
    const [summary, indicators] = sheets
    const form = sheets.find(({ name }) => name === 'qy-annual')
    const schools = columnOf(form, 'Mã đơn vị')
    expect(schools.length).toBe(columnOf(summary, 'Phải báo cáo').map(Number)[0])
    const row = columnOf(indicators, 'Chỉ số').findIndex((label) => /lên lớp thẳng.*THCS/i.test(label))
    const promoted = ['THCS', 'THPT'].flatMap((level) => columnOf(form, `Học sinh ${level} lên lớp thẳng`))
    expect(promoted.filter((figure) => figure !== '').length).toBeGreaterThan(3)
    const total = promoted.reduce((sum, figure) => sum + Number(figure), 0)
    expect(columnOf(indicators, 'Tử số').map(Number)[row]).toBe(total)
  })
})

/** Texts below the header that begins so, row by row to the last row of the sheet; empty cells are empty texts. */
function columnOf(sheet: Sheet | undefined, header: string): readonly string[] {
  const cells = [...(sheet?.cells ?? [])]
  const [address = ''] = cells.find(([, { text }]) => text.startsWith(header)) ?? []
  const [, column = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const last = Math.max(...cells.map(([at]) => Number(at.replace(/\D/g, ''))))
  return Array.from(
    { length: last - Number(row) },
    (_, index) => sheet?.cells.get(`${column}${Number(row) + 1 + index}`)?.text ?? '',
  )
}

describe('backup, restore and move', () => {
  it('refuse what would pull the database from under the running bot', async () => {
    for (const line of [
      ['restore', 'a.backup'],
      ['move', '--to', 'postgres://there/db'],
    ]) {
      const io = createRecordedIo({ 'a.backup': '' })
      const exit = await runLine(
        line,
        io,
        texts,
        'vi',
        async () => context,
        createTestSite(test.database, true),
      )
      expect({ exit, notes: io.notes }).toEqual({ exit: 1, notes: [texts.for('vi')('errors:bot-running')] })
    }
  })

  it('write a file that the database can be restored from', async () => {
    const { exit, written, text } = await run(['backup', 'today.backup'])
    expect(exit).toBe(0)
    expect(text).toMatch(/Đã sao lưu \d+ dòng của \d+ bảng vào today\.backup/)
    expect(written.get('today.backup')?.length).toBeGreaterThan(1000)
  })

  it('say what they need', async () => {
    for (const line of [['backup'], ['restore'], ['move'], ['move', '--to', 'mysql://x']])
      expect((await run(line)).exit).toBe(2)
  })
})
