import { TEXT_WIDTH } from './word-document.ts'

/** Twentieths of a point. */
const WIDTHS = [2900, TEXT_WIDTH - 2900] as const
const SIDES = ['top', 'left', 'bottom', 'right'] as const
const BORDERS = SIDES.map((side) => `<w:${side} w:val="dashed" w:sz="6" w:color="808080"/>`).join('')
const MARGINS = SIDES.map(
  (side) => `<w:${side} w:w="${side === 'top' || side === 'bottom' ? 120 : 160}" w:type="dxa"/>`,
).join('')

/** Returns a table of two columns with dashed lines to cut along; no row is broken over two pages. Cells hold paragraphs. */
export const cuttableTable = (rows: readonly (readonly [string, string])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${WIDTHS.map(
    (width) => `<w:gridCol w:w="${width}"/>`,
  ).join('')}</w:tblGrid>${rows.map(rowOf).join('')}</w:tbl>`

const rowOf = (cells: readonly [string, string]): string =>
  `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells
    .map(
      (content, column) =>
        `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[column]}" w:type="dxa"/><w:tcBorders>${BORDERS}</w:tcBorders><w:tcMar>${MARGINS}</w:tcMar><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`,
    )
    .join('')}</w:tr>`
