import writeWorkbook from 'write-excel-file/node'
import { ORG_UNIT_KINDS } from '../domain/org-unit.ts'
import { ROSTER_POSTS } from '../domain/roster-post.ts'
import { ROSTER_COLUMNS } from '../domain/roster-words.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { RosterWorkbook } from '../usecases/ports.ts'
import { readRosterWorkbook } from './read-roster-workbook.ts'
import { type ColumnRule, columnRules } from './xlsx/column-rules.ts'

/** Returns what makes the empty list of units and people, and reads a filled one. No cell of it can become a formula. */
export const createRosterWorkbook = (texts: Texts): RosterWorkbook => ({
  build: (locale) => build(texts.for(locale)),
  read: readRosterWorkbook,
})

/** In characters, in the order of the columns. */
const WIDTHS = [16, 44, 14, 14, 18, 18, 20, 28, 18]
const HEADER_FILL = '#E4E9F2'

async function build(t: T): Promise<Uint8Array> {
  const header = ROSTER_COLUMNS.map((column) => ({
    value: t(`roster:template.column.${column}`),
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: HEADER_FILL,
    borderStyle: 'thin' as const,
  }))
  const guide = (['1', '2', '3'] as const).map((line) => [
    { value: t(`roster:template.line.${line}`), type: String, wrap: true },
  ])
  const sheets = [
    {
      sheet: t('roster:template.sheet'),
      data: [header],
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    { sheet: t('roster:template.guide'), data: guide, columns: [{ width: 100 }] },
  ]
  const style = { fontFamily: 'Times New Roman', fontSize: 12, features: [columnRules(rulesOf(t))] }
  return new Uint8Array(await writeWorkbook(sheets, style).toBuffer())
}

/** What a column's cells say when chosen, and offer. */
function rulesOf(t: T): readonly ColumnRule[] {
  const prompts = ['code', 'kind', 'levels', 'governance', 'reporting', 'post', 'phone'] as const
  return prompts.map((column) => ({
    column: String.fromCharCode('A'.charCodeAt(0) + ROSTER_COLUMNS.indexOf(column)),
    prompt: t(`roster:template.prompt.${column}`),
    ...(column === 'kind' && { options: ORG_UNIT_KINDS.map((kind) => t(`roster:template.kinds.${kind}`)) }),
    ...(column === 'post' && { options: ROSTER_POSTS.map((post) => t(`roster:template.posts.${post}`)) }),
  }))
}
