import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What to put into a cell: a text, a number, or a formula with the value it had when it was saved. */
export type Filling = string | number | { readonly formula: string; readonly value: string }

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function cellXml(address: string, style: string, filling: Filling): string {
  const open = `<c r="${address}"${style}`
  if (typeof filling === 'number') return `${open}><v>${filling}</v></c>`
  if (typeof filling === 'string') return `${open} t="inlineStr"><is><t>${escapeXml(filling)}</t></is></c>`
  return `${open} t="str"><f>${escapeXml(filling.formula)}</f><v>${filling.value}</v></c>`
}

/** Returns the workbook with the cells filled as a spreadsheet program would, and else unchanged. Throws when a cell is not in the file. */
export function fillTemplate(
  workbook: Uint8Array,
  cells: Readonly<Record<string, Filling>>,
  change: (sheet: string) => string = (sheet) => sheet,
): Uint8Array {
  const files = unzipSync(workbook)
  const name = 'xl/worksheets/sheet1.xml'
  let sheet = strFromU8(files[name] ?? new Uint8Array())
  for (const [address, filling] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${address}"((?: s="\\d+")?)[^>]*?(?:/>|>.*?</c>)`)
    if (!cell.test(sheet)) throw new Error(`the template has no cell ${address}`)
    sheet = sheet.replace(cell, (_all, style: string) => cellXml(address, style, filling))
  }
  return zipSync({ ...files, [name]: strToU8(change(sheet)) })
}

/** Returns the addresses of answer cells by element code, and of each question's reason, as the very hidden sheet and the numbers tell. */
export function answerCells(
  rows: readonly { readonly line: number; readonly cells: readonly { readonly element: string }[] }[],
) {
  return Object.fromEntries(
    rows.flatMap(({ line, cells }) => cells.map(({ element }, at) => [element, `${['F', 'G'][at]}${line}`])),
  ) as Readonly<Record<string, string>>
}
