import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { OrgUnitId } from '../../src/domain/brand.ts'
import { getPeriod } from '../../src/domain/period.ts'
import { createPeriodWorkbook } from '../../src/exports/period-workbook.ts'
import { sheetNames } from '../../src/exports/xlsx/plain-sheet.ts'
import { readWorkbook } from '../../src/exports/xlsx/read-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { PeriodFigures } from '../../src/usecases/ports.ts'
import { readShippedLibrary } from '../support/demo.ts'

const NAME = '=HYPERLINK("http://example.org";"Trường")'

it('a workbook of figures keeps text as text, figures exact, and what is missing empty', async () => {
  const library = await readShippedLibrary()
  const { form } = library.form('qy-annual')
  const elements = ['classrooms-mended', 'land-certificate'].map(library.element)
  const figures: PeriodFigures = {
    progress: {
      ...{ unit: { code: 'QY', name: NAME }, period: '2026', plan: '+371', asOf: '@now', rows: [] },
      ...{ expected: 2, reported: 1, accepted: 0, view: 'then' },
    },
    forms: [
      {
        ...{ form, period: getPeriod('2026'), elements, counts: [{ expected: 2, reported: 1, accepted: 0 }] },
        units: [
          {
            unit: { id: '1' as OrgUnitId, code: '-1', name: NAME, levels: ['primary'] },
            state: 'confirmed',
            values: new Map([[elements[0]?.code ?? '', { kind: 'count', count: 0 }]]),
          },
          {
            unit: { id: '2' as OrgUnitId, code: '2', name: 'B', levels: [] },
            values: new Map([[elements[0]?.code ?? '', { kind: 'missing', reason: '=1+1' }]]),
          },
        ],
      },
    ],
  }
  for (const locale of ['vi', 'en'] as const) {
    const bytes = await createPeriodWorkbook(await createTexts()).write(figures, locale)
    for (const [name, content] of Object.entries(unzipSync(bytes)))
      if (name.includes('worksheets/')) expect(strFromU8(content)).not.toMatch(/<f[ >]/)
    const sheet = readWorkbook(bytes).at(-1)
    const at = (address: string) => sheet?.cells.get(address)
    expect(at('B3')).toMatchObject({ text: NAME, isNumber: false })
    expect(at('A3')).toMatchObject({ text: '-1', isNumber: false })
    expect(at('E3')).toMatchObject({ text: '0', isNumber: true })
    expect(at('E4')?.text).toContain('=1+1')
    expect(at('E4')?.isNumber).toBe(false)
    expect(at('F3')?.text ?? '').toBe('')
  }
})

it('sheets get names a workbook takes', () => {
  const long = 'Biểu số liệu năm của phòng giáo dục và đào tạo'
  const names = sheetNames(['a/b', 'A b', long, long])
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4)
  expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([])
})
