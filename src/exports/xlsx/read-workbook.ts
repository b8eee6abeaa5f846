import { posix } from 'node:path'
import { readNumberKinds } from './number-format.ts'
import { type Cell, readCells } from './read-cells.ts'
import { walkXml } from './read-xml.ts'
import { readZip, WorkbookError } from './read-zip.ts'

export type { Cell } from './read-cells.ts'
export { WorkbookError } from './read-zip.ts'

export interface Sheet {
  readonly name: string
  /** Cells that hold anything, by address («F6»). */
  readonly cells: ReadonlyMap<string, Cell>
}

/** How much of a workbook is read. */
export interface WorkbookLimits {
  /** Of all its wanted parts together. */
  readonly inflatedBytes: number
  /** Of a sheet. */
  readonly cells: number
}

/** Far beyond any filled form, far below what would hold the process up. */
const FORM_LIMITS: WorkbookLimits = { inflatedBytes: 4 * 1024 * 1024, cells: 50_000 }
const MOST_ENTRIES = 200
const MOST_SHEETS = 20
const WANTED =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/

/** Returns the sheets of an .xlsx in their order, hidden ones too. Throws: WorkbookError when it is none, or too large. */
export function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits = FORM_LIMITS): readonly Sheet[] {
  const { inflatedBytes, cells } = limits
  const files = readZip(bytes, (name) => WANTED.test(name), { entries: MOST_ENTRIES, inflatedBytes })
  const text = (name: string) => files.get(name)?.toString('utf8')
  try {
    return readSheets(text, cells)
  } catch (error) {
    if (error instanceof WorkbookError) throw error
    throw new WorkbookError('not-a-workbook', error instanceof Error ? error.message : 'unreadable')
  }
}

type TextOf = (name: string) => string | undefined

function readSheets(text: TextOf, mostCells: number): readonly Sheet[] {
  const { sheets, isFrom1904 } = readContents(text)
  const paths = readTargets(text('xl/_rels/workbook.xml.rels') ?? '')
  if (sheets.length > MOST_SHEETS) throw new WorkbookError('too-large', `${sheets.length} sheets`)
  const strings = readStrings(text('xl/sharedStrings.xml'))
  const kinds = readNumberKinds(text('xl/styles.xml'))
  return sheets.flatMap(({ name, id }) => {
    const xml = text(paths.get(id) ?? '')
    return xml === undefined
      ? []
      : [{ name, cells: readCells(xml, { strings, kinds, isFrom1904, mostCells }) }]
  })
}

function readContents(text: TextOf) {
  const xml = text('xl/workbook.xml')
  if (xml === undefined) throw new WorkbookError('not-a-workbook', 'no workbook in it')
  const sheets: { readonly name: string; readonly id: string }[] = []
  let isFrom1904 = false
  walkXml(xml, {
    open({ name, attributes }) {
      if (name === 'sheet')
        sheets.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '' })
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
    },
  })
  return { sheets, isFrom1904 }
}

/** Parts of the workbook by relationship id. */
function readTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walkXml(xml, {
    open({ name, attributes }) {
      const target = attributes.get('Target')
      if (name !== 'Relationship' || target === undefined) return
      targets.set(
        attributes.get('Id') ?? '',
        posix.join('/xl', posix.isAbsolute(target) ? posix.relative('/xl', target) : target).slice(1),
      )
    },
  })
  return targets
}

/** Texts kept once for all cells; of one in several fonts, all its runs. Readings beside Asian letters are no part of it. */
function readStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = []
  let text = ''
  let isReading = false
  if (xml === undefined) return strings
  walkXml(xml, {
    open({ name }) {
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = true
    },
    close({ name }, content) {
      if (name === 't' && !isReading) text += content
      if (name === 'rPh') isReading = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}
