import { deflateRawSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { planForm } from '../../src/domain/form-plan.ts'
import type { Level } from '../../src/domain/level.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createFormTemplate } from '../../src/exports/form-template.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { FilledTemplate, FormTemplate, TemplateInput } from '../../src/usecases/ports.ts'
import { readShippedLibrary } from '../support/demo.ts'
import { answerCells, fillTemplate } from '../support/fill-template.ts'

let library: PlanLibrary
let template: FormTemplate
beforeAll(async () => {
  library = await readShippedLibrary()
  template = createFormTemplate(await createTexts())
})

function input(code: string, levels: readonly Level[], name = 'Trường Tiểu học Hoa Sen'): TemplateInput {
  const { form } = library.form(code)
  const period = getPeriod(
    { year: '2026', 'half-year': '2026-H1', 'school-year': 'SY2025' }[form.periodType as 'year'],
  )
  const questions = planForm(form, levels).map(({ section, asks }) => ({
    section: section.title,
    elements: asks.map((element) => library.element(element)),
  }))
  return { form, period, unit: { code: 'QY-TH-01', name }, questions }
}

function filled(bytes: Uint8Array): FilledTemplate {
  const read = template.read(bytes)
  if (read.kind !== 'filled') throw new Error(read.why)
  return read
}

const primary = () => template.build(input('qy-annual', ['primary']), 'vi')
const xmlOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
const cellOf = (read: FilledTemplate, element: string) =>
  read.rows.flatMap(({ cells }) => cells).find((cell) => cell.element === element)

describe('a form as a spreadsheet', () => {
  it('says what it is of and asks every figure of every shipped form once', async () => {
    for (const { forms } of library.plans) {
      for (const form of forms) {
        const given = input(form.code, ['preschool', 'primary', 'lower-secondary', 'upper-secondary'])
        for (const locale of ['vi', 'en'] as const) {
          const read = filled(await template.build(given, locale))
          expect([read.form, read.formVersion, read.unitCode, read.period]).toEqual([
            form.code,
            form.version,
            'QY-TH-01',
            given.period,
          ])
          const asked = given.questions.flatMap(({ elements }) => elements.map(({ code }) => code))
          expect(read.rows.flatMap(({ cells }) => cells.map(({ element }) => element))).toEqual(asked)
          expect(
            read.rows.every(({ cells, reason }) => reason === '' && cells.every(({ text }) => text === '')),
          ).toBe(true)
        }
      }
    }
  })

  it('is locked but for answers and reasons, keeps its header in sight and hides its codes', async () => {
    const bytes = await primary()
    const sheet = xmlOf(bytes, 'xl/worksheets/sheet1.xml')
    const styles = [...xmlOf(bytes, 'xl/styles.xml').matchAll(/<xf [^>]*>.*?<\/xf>/g)].map(([xf]) => xf)
    const unlocked = new Set(
      styles.flatMap((xf, index) => (xf.includes('locked="0"') ? [String(index)] : [])),
    )
    const open = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/g)].filter(([, , , style]) =>
      unlocked.has(style ?? ''),
    )
    const { rows } = filled(bytes)
    const expected = rows.flatMap(({ line, cells }) => [
      ...cells.map((_, at) => `${['F', 'G'][at]}${line}`),
      `H${line}`,
    ])
    expect(open.map(([, column, row]) => `${column}${row}`)).toEqual(expected)
    expect(sheet).toContain('<sheetProtection sheet="1"')
    expect(sheet).toContain('ySplit="4"')
    expect(xmlOf(bytes, 'xl/workbook.xml')).toMatch(/name="chi-tieu" state="veryHidden"/)
  })

  it('offers lists where a choice is asked, and refuses others there but where a decision may be written', async () => {
    const sheet = xmlOf(await primary(), 'xl/worksheets/sheet1.xml')
    const listAt = (address: string) =>
      new RegExp(`<dataValidation type="list"([^>]*)sqref="${address}"><formula1>([^<]*)<`).exec(sheet)
    const at = answerCells(filled(await primary()).rows)
    expect(listAt(at['land-certificate'] ?? '')?.slice(1)).toEqual([
      expect.stringContaining('showErrorMessage="1"'),
      '"Có,Chưa"',
    ])
    expect(listAt(at['national-standard'] ?? '')?.[1]).toContain('showErrorMessage="0"')
    expect(listAt(at['drowning-victims'] ?? '')).toBeNull()
  })

  it('holds no formula, whatever a unit is called', async () => {
    const bytes = await template.build(input('qy-annual', ['primary'], '=HYPERLINK("http://x")&1 <b>'), 'vi')
    expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
    expect(xmlOf(bytes, 'xl/sharedStrings.xml')).toContain('=HYPERLINK("http://x")&amp;1 &lt;b&gt;')
  })
})

describe('a filled spreadsheet', () => {
  it.each([
    ['a text', '1.234', { text: '1.234', isExact: false }],
    ['a number', 1234, { text: '1234', isExact: true }],
    ['a decimal number', 99.5, { text: '99,5', isExact: true }],
    ['the noise of binary fractions', 0.1 + 0.2, { text: '0,3', isExact: true }],
    ['a text with markup in it', 'a<b>&c', { text: 'a<b>&c', isExact: false }],
  ])('gives %s as people would write it', async (_name, filling, expected) => {
    const at = answerCells(filled(await primary()).rows)
    const bytes = fillTemplate(await primary(), { [at['drowning-victims'] ?? '']: filling })
    expect(cellOf(filled(bytes), 'drowning-victims')).toMatchObject({ ...expected, isFormula: false })
  })

  it.each([
    ['a percentage as a percentage', '0%', 0.857, '85,7%'],
    ['a date as a date', 'dd/mm/yyyy', 46193, '20/6/2026'],
    ['quoted letters as no date', '0" học sinh"', 5, '5'],
  ])('gives %s, not as the number behind it', async (_name, format, number, text) => {
    const at = answerCells(filled(await primary()).rows)
    const files = unzipSync(fillTemplate(await primary(), { [at['drowning-victims'] ?? '']: number }))
    const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array())
    const code = format.replaceAll('"', '&quot;')
    const bytes = zipSync({
      ...files,
      'xl/styles.xml': strToU8(styles.replace('formatCode="@"', `formatCode="${code}"`)),
    })
    expect(cellOf(filled(bytes), 'drowning-victims')?.text).toBe(text)
  })

  it('tells that a cell is computed', async () => {
    const at = answerCells(filled(await primary()).rows)
    const bytes = fillTemplate(await primary(), {
      [at.classes ?? '']: { formula: 'SUM(A1:A3)', value: '21' },
    })
    expect(cellOf(filled(bytes), 'classes')).toMatchObject({ isFormula: true })
  })

  it('finds its questions by number when rows were moved', async () => {
    const { rows } = filled(await primary())
    const at = answerCells(rows)
    const line =
      rows.find(({ cells }) => cells.some(({ element }) => element === 'drowning-victims'))?.line ?? 0
    const far = (sheet: string) =>
      sheet.replaceAll(new RegExp(`(<c r="[A-H]|<row r=")${line}"`, 'g'), '$1900"')
    const bytes = fillTemplate(await primary(), { [at['drowning-victims'] ?? '']: 7 }, far)
    expect(cellOf(filled(bytes), 'drowning-victims')?.text).toBe('7')
    expect(filled(bytes).rows.find((row) => row.line === 900)?.label).toBe('Học sinh bị đuối nước')
  })
})

describe('a file that is no filled template', () => {
  const why = (bytes: Uint8Array) => {
    const read = template.read(bytes)
    return read.kind === 'refused' ? read.why : read.kind
  }

  it('is refused for what it is', async () => {
    const files = unzipSync(await primary())
    const named = (name: string) =>
      strToU8(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).replace('chi-tieu', name))
    expect(why(strToU8('không phải tệp nén'))).toBe('not-a-workbook')
    expect(why(new Uint8Array())).toBe('not-a-workbook')
    expect(why(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-workbook')
    expect(why((await primary()).slice(0, 3000))).toBe('not-a-workbook')
    expect(why(zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8('<worksheet><') }))).toBe(
      'not-a-workbook',
    )
    expect(why(zipSync({ ...files, 'xl/workbook.xml': named('Sheet2') }))).toBe('not-a-template')
    expect(why(new Uint8Array(2 * 1024 * 1024 + 1))).toBe('too-large')
  })

  it('costs no more than the limit when it would inflate beyond it, whether it says so or not', () => {
    const packed = deflateRawSync(Buffer.alloc(400 * 1024 * 1024), { level: 1 })
    expect(packed.length).toBeLessThan(2 * 1024 * 1024)
    for (const declared of [400 * 1024 * 1024, 1000]) {
      const before = process.memoryUsage().arrayBuffers
      const start = performance.now()
      expect(why(zipOf('xl/workbook.xml', packed, declared))).toBe('too-large')
      expect(performance.now() - start).toBeLessThan(1000)
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
    }
  })

  it('grows no entities', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    const files = unzipSync(await primary())
    expect(why(zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(bomb) }))).toBe('not-a-workbook')
  })
})

/** A zip archive with one entry that declares whatever size it likes. */
function zipOf(name: string, packed: Buffer, declared: number): Uint8Array {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(declared, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}
