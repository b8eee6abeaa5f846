import writeWorkbook, { type CellObject, type SheetData } from 'write-excel-file/node'
import type { DataElement, Value } from '../domain/data-element.ts'
import { formatPeriod } from '../domain/period-text.ts'
import { renderValue } from '../domain/render-value.ts'
import { renderJudged, renderRowLabel, renderRowValue } from '../i18n/row-text.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { FormFigures, PeriodFigures, ReportWriter, UnitFigures } from '../usecases/ports.ts'
import { figureCell, headerRow, noteRow, sheetNames, textCell, titleRow } from './xlsx/plain-sheet.ts'

/** Returns what writes a period's figures: how complete they are, the indicators, and a sheet for each form with a row for each unit. */
export const createPeriodWorkbook = (texts: Texts): ReportWriter => ({
  async write(figures, locale) {
    const t = texts.for(locale)
    const pages = [
      summaryPage(t, figures),
      indicatorPage(t, figures),
      ...figures.forms.map((of) => formPage(t, of)),
    ]
    const names = sheetNames(pages.map(({ name }) => name))
    const sheets = pages.map(({ data, widths, frozen }, at) => ({
      ...{ sheet: names[at] ?? '', data, columns: widths.map((width) => ({ width })) },
      ...{ stickyRowsCount: frozen, orientation: 'landscape' as const },
    }))
    const workbook = writeWorkbook(sheets, { fontFamily: 'Times New Roman', fontSize: 12 })
    return new Uint8Array(await workbook.toBuffer())
  },
})

interface Page {
  readonly name: string
  readonly data: SheetData
  readonly widths: readonly number[]
  /** Rows that stay in view. */
  readonly frozen: number
}

/** How many reported, form by form and level by level. */
function summaryPage(t: T, { progress, forms }: PeriodFigures): Page {
  const rows = forms.flatMap(({ form, period, counts }) =>
    counts.map(({ level, expected, reported, accepted }) => [
      textCell(form.title[t.locale]),
      textCell(formatPeriod(period, t.locale)),
      textCell(level === undefined ? t('operate:export.all-levels') : t(`common:level.${level}`)),
      ...[expected, reported, accepted, expected - reported].map((count) => figureCell(String(count))),
    ]),
  )
  return {
    name: t('operate:export.sheet.summary'),
    data: [
      titleRow(t('operate:export.title', { unit: progress.unit.name })),
      noteRow(t('operate:export.as-of', { plan: progress.plan, asOf: progress.asOf })),
      headerRow(
        (['form', 'period', 'level', 'expected', 'reported', 'accepted', 'missing'] as const).map((column) =>
          t(`operate:export.column.${column}`),
        ),
      ),
      ...rows,
    ],
    ...{ widths: [44, 18, 16, 12, 12, 12, 12], frozen: 3 },
  }
}

function indicatorPage(t: T, { progress }: PeriodFigures): Page {
  const rows = progress.rows.map((row) => [
    textCell(renderRowLabel(t, row)),
    figureCell(row.numerator),
    figureCell(row.denominator),
    textCell(renderRowValue(t, row, 'full')),
    textCell(row.floor ? renderJudged(t, row.floor) : ''),
    textCell(row.aim ? renderJudged(t, row.aim) : ''),
    figureCell(String(row.reported)),
    figureCell(String(row.expected)),
    textCell(t(row.isProvisional ? 'operate:export.provisional' : 'operate:export.final')),
  ])
  return {
    name: t('operate:export.sheet.indicators'),
    data: [
      headerRow(
        (
          [
            'indicator',
            'numerator',
            'denominator',
            'value',
            'floor',
            'aim',
            'reported',
            'expected',
            'standing',
          ] as const
        ).map((column) => t(`operate:export.column.${column}`)),
      ),
      ...rows,
    ],
    ...{ widths: [44, 12, 12, 26, 34, 34, 12, 12, 16], frozen: 1 },
  }
}

function formPage(t: T, { form, period, elements, units }: FormFigures): Page {
  return {
    name: form.code,
    data: [
      titleRow(`${form.title[t.locale]} · ${formatPeriod(period, t.locale)}`),
      headerRow([
        ...(['code', 'unit', 'level', 'state'] as const).map((column) =>
          t(`operate:export.column.${column}`),
        ),
        ...elements.map((element) => elementTitle(t, element)),
      ]),
      ...units.map((unit) => unitRow(t, unit, elements)),
    ],
    ...{ widths: [14, 36, 16, 16, ...elements.map(() => 18)], frozen: 2 },
  }
}

const elementTitle = (t: T, { label, unit }: DataElement): string =>
  unit[t.locale] === ''
    ? label[t.locale]
    : t('operate:export.element', { label: label[t.locale], unit: unit[t.locale] })

function unitRow(t: T, { unit, state, values }: UnitFigures, elements: readonly DataElement[]): CellObject[] {
  return [
    textCell(unit.code),
    textCell(unit.name),
    textCell(unit.levels.map((level) => t(`common:level.${level}`)).join(', ')),
    textCell(state === undefined ? t('operate:export.not-begun') : t(`common:state.${state}`)),
    ...elements.map((element) => valueCell(t, values.get(element.code), element)),
  ]
}

/** Counts and decimals as numbers; all else in words. Nothing is an empty cell, never 0. */
function valueCell(t: T, value: Value | undefined, element: DataElement): CellObject {
  if (value === undefined) return textCell('')
  switch (value.kind) {
    case 'count':
      return figureCell(String(value.count))
    case 'decimal':
      return figureCell(value.decimal)
    case 'missing':
      return textCell(t('operate:export.missing', { reason: value.reason }))
    default:
      return textCell(renderValue(value, element, t.locale))
  }
}
