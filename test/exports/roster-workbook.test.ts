import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { parseRoster } from '../../src/domain/roster.ts'
import { ROSTER_COLUMNS } from '../../src/domain/roster-words.ts'
import { LOCALES } from '../../src/domain/text.ts'
import { createRosterWorkbook } from '../../src/exports/roster-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { RosterWorkbook } from '../../src/usecases/ports.ts'

let workbook: RosterWorkbook
beforeAll(async () => {
  workbook = createRosterWorkbook(await createTexts())
})

const SHEET = 'xl/worksheets/sheet1.xml'
const made = async (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  new Uint8Array(
    await writeWorkbook(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  )
const withSheet = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => {
  const files = unzipSync(bytes)
  return zipSync({ ...files, [SHEET]: strToU8(change(strFromU8(files[SHEET] ?? new Uint8Array()))) })
}

describe('the empty list', () => {
  it.each(LOCALES)(
    'has columns the reader knows, lists and prompts, and nothing computed (%s)',
    async (locale) => {
      const bytes = await workbook.build(locale)
      const table = workbook.read(bytes)
      expect(Array.isArray(table) && table[0]).toHaveLength(ROSTER_COLUMNS.length)
      expect(Array.isArray(table) && parseRoster(table)).toMatchObject({
        units: [],
        people: [],
        problems: [],
      })
      const xml = strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array())
      expect(xml.match(/type="list"/g)).toHaveLength(2)
      expect(xml.match(/<dataValidation /g)).toHaveLength(7)
      expect(xml).not.toMatch(/<f[ >]/)
    },
  )

  it.each(LOCALES)('offers kinds and posts the reader knows (%s)', async (locale) => {
    const xml = strFromU8(unzipSync(await workbook.build(locale))[SHEET] ?? new Uint8Array())
    const [kinds = [], posts = []] = [...xml.matchAll(/<formula1>"([^"]+)"<\/formula1>/g)].map(
      ([, list = '']) => list.split(','),
    )
    const header = ['ma don vi', 'ten don vi', 'loai', 'cap hoc', 'don vi bao cao', 'chuc vu', 'ho ten']
    const rows = kinds.map((kind, at) => [`K${at}`, 'Tên', kind, 'TH', 'QY', posts[at] ?? '', 'Nguyễn Văn A'])
    expect(kinds).toHaveLength(6)
    expect(posts).toHaveLength(6)
    expect(parseRoster([header, ...rows]).problems).toEqual([])
  })
})

describe('a filled list', () => {
  it('comes back as it was filled in, numbers too, with rows where they were', async () => {
    const cells = [
      [{ value: 'Mã' }, { value: 'Số' }],
      [],
      [{ value: 'A' }, { value: 912345678, type: Number }],
    ]
    const bytes = new Uint8Array(await writeWorkbook(cells).toBuffer())
    expect(workbook.read(bytes)).toEqual([['Mã', 'Số'], [], ['A', '912345678']])
  })

  it('says of a computed cell only that it is one', async () => {
    const bytes = withSheet(
      await made([
        ['Mã', 'Tên'],
        ['A', 'B'],
      ]),
      (xml) =>
        xml.replace(
          /<c r="B2"[^>]*>.*?<\/c>/s,
          '<c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>Trường</v></c>',
        ),
    )
    expect(workbook.read(bytes)).toEqual([
      ['Mã', 'Tên'],
      ['A', '='],
    ])
  })

  it('is refused when it holds more than any office has, or is no workbook', async () => {
    const huge = withSheet(
      await made([['A']]),
      () => `<worksheet>${' '.repeat(40 * 1024 * 1024)}</worksheet>`,
    )
    expect(huge.length).toBeLessThan(200_000)
    expect(workbook.read(huge)).toEqual({ why: 'too-large' })
    const far = withSheet(await made([['A']]), (xml) => xml.replaceAll('A1', 'A60000'))
    expect(workbook.read(far)).toEqual({ why: 'too-large' })
    expect(workbook.read(strToU8('PK not really'))).toEqual({ why: 'not-a-workbook' })
  })

  it('is stopped where an entry gives more than it declares', async () => {
    const honest = withSheet(await made([['A']]), () => `<worksheet>${' '.repeat(1024 * 1024)}</worksheet>`)
    const lying = Buffer.from(honest)
    for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4))
      if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(100, at + 24)
    expect(workbook.read(new Uint8Array(lying))).toEqual({ why: 'too-large' })
  })
})
