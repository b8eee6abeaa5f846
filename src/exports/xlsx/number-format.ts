import { walkXml } from './read-xml.ts'

/** What a number of a cell stands for. */
export type NumberKind = 'plain' | 'percent' | 'date'

/** Numbers of Excel's own formats. */
const PERCENT_IDS = new Set([9, 10])
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Returns what numbers in cells of each style stand for, by the style's index. Empty without styles. */
export function readNumberKinds(styles: string | undefined): readonly NumberKind[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  if (styles === undefined) return []
  walkXml(styles, {
    open({ name, attributes }) {
      if (name === 'cellXfs') isInCells = true
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name === 'xf' && isInCells) ids.push(Number(attributes.get('numFmtId') ?? 0))
    },
    close({ name }) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return ids.map((id) => kindOf(id, codes.get(id)))
}

function kindOf(id: number, code: string | undefined): NumberKind {
  const bare = (code ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (PERCENT_IDS.has(id) || bare.includes('%')) return 'percent'
  return isDateId(id) || /[dmyhs]/i.test(bare.replace(/general/gi, '')) ? 'date' : 'plain'
}

const DAY_MS = 24 * 3600_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/**
 * Returns a number of a cell as people would write it: `99,5`, `85,7%`, `20/6/2026`. A spreadsheet keeps 15 digits that mean
 * something; what comes after is the noise of binary fractions.
 */
export function writeNumber(raw: string, kind: NumberKind, isFrom1904: boolean): string {
  const number = Number(raw)
  if (!Number.isFinite(number)) return raw
  if (kind === 'date') return writeDate(number, isFrom1904)
  const text = String(Number((kind === 'percent' ? number * 100 : number).toPrecision(15))).replace('.', ',')
  return kind === 'percent' ? `${text}%` : text
}

function writeDate(serial: number, isFrom1904: boolean): string {
  const date = new Date((isFrom1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY_MS)
  if (Number.isNaN(date.getTime())) return String(serial)
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
}
