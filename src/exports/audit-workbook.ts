import writeWorkbook from 'write-excel-file/node'
import { localDateOf, localTimeOf } from '../domain/local-date.ts'
import { renderAction, renderActor, renderRecorded } from '../i18n/audit-text.ts'
import type { Texts } from '../i18n/texts.ts'
import type { AuditWriter } from '../usecases/ports.ts'
import { headerRow, textCell } from './xlsx/plain-sheet.ts'

const COLUMNS = ['at', 'who', 'what', 'subject', 'code', 'before', 'after'] as const
const WIDTHS = [18, 26, 28, 34, 22, 44, 44]
/** A cell takes no more. */
const LONGEST_CELL = 32_000

/** Returns what writes the audit: a row for each thing done, all of it as text. */
export const createAuditWorkbook = (texts: Texts, timeZone: string): AuditWriter => ({
  async write(entries, locale) {
    const t = texts.for(locale)
    const rows = entries.map((entry) =>
      [
        `${localDateOf(entry.at, timeZone)} ${localTimeOf(entry.at, timeZone)}`,
        renderActor(t, entry),
        renderAction(t, entry.action),
        entry.subjectName ?? entry.subject,
        entry.action,
        renderRecorded(entry.before),
        renderRecorded(entry.after),
      ].map((text) => textCell(text.slice(0, LONGEST_CELL))),
    )
    const sheet = {
      ...{ sheet: t('operate:audit.sheet'), stickyRowsCount: 1, orientation: 'landscape' as const },
      data: [headerRow(COLUMNS.map((column) => t(`operate:audit.column.${column}`))), ...rows],
      columns: WIDTHS.map((width) => ({ width })),
    }
    const workbook = writeWorkbook([sheet], { fontFamily: 'Times New Roman', fontSize: 12 })
    return new Uint8Array(await workbook.toBuffer())
  },
})
