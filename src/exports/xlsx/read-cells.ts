import { type NumberKind, writeNumber } from './number-format.ts'
import { walkXml, type XmlElement } from './read-xml.ts'
import { WorkbookError } from './read-zip.ts'

/** What a cell holds, as people would write it. */
export interface Cell {
  readonly text: string
  /** A plain number, with a comma before decimals: it has one reading. */
  readonly isNumber: boolean
  readonly isFormula: boolean
}

export interface CellContext {
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly isFrom1904: boolean
  /** More are too many. */
  readonly mostCells: number
}

const YES_NO: Readonly<Record<string, string>> = { '1': 'có', '0': 'không' }

/** Returns the cells of a sheet that hold anything, by address. Throws: WorkbookError when there are too many. */
export function readCells(xml: string, context: CellContext): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  let raw = ''
  let isFormula = false
  walkXml(xml, {
    open({ name }) {
      if (name === 'c') {
        raw = ''
        isFormula = false
      }
      if (name === 'f') isFormula = true
    },
    close(element, content) {
      if (element.name === 'v' || element.name === 't') raw += content
      if (element.name !== 'c' || (raw === '' && !isFormula)) return
      if (cells.size >= context.mostCells) throw new WorkbookError('too-large', 'too many cells')
      cells.set(element.attributes.get('r') ?? '', cellOf(element, raw, isFormula, context))
    },
  })
  return cells
}

function cellOf({ attributes }: XmlElement, raw: string, isFormula: boolean, context: CellContext): Cell {
  const type = attributes.get('t') ?? 'n'
  const plain = { isNumber: false, isFormula }
  if (type === 's') return { ...plain, text: context.strings[Number(raw)] ?? '' }
  if (type === 'b') return { ...plain, text: YES_NO[raw] ?? raw }
  if (type !== 'n') return { ...plain, text: raw }
  const kind = context.kinds[Number(attributes.get('s') ?? 0)] ?? 'plain'
  return { text: writeNumber(raw, kind, context.isFrom1904), isNumber: kind !== 'date', isFormula }
}
