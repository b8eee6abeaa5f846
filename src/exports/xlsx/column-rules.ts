import {
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { LONGEST_PROMPT, type SheetFeature } from './sheet-features.ts'

/** What every cell of a column says when it is chosen, and offers; something else may be typed. */
export interface ColumnRule {
  /** Its letter. */
  readonly column: string
  readonly prompt: string
  readonly options?: readonly string[]
}

const SHEET = 'xl/worksheets/sheet{id}.xml'
const LAST_ROW = 20_000

/** Prompts and lists for the first sheet's columns below their header; cells are text, so that a phone keeps its zero. */
export const columnRules = (rules: readonly ColumnRule[]): SheetFeature => ({
  files: {
    transform: {
      [SHEET]: {
        transform: (xml, _options, { sheetIndex }) =>
          sheetIndex > 0
            ? xml
            : insertElementMarkupAccordingToOrderOfSiblings(
                xml,
                validations(rules),
                getOrderOfSiblings(SHEET, 'worksheet') ?? [],
                'worksheet',
              ),
      },
    },
  },
})

function validations(rules: readonly ColumnRule[]): string {
  const all = rules.map(({ column, prompt, options }) => {
    const attributes = {
      ...(options && { type: 'list', showErrorMessage: 0 }),
      ...{ allowBlank: 1, showInputMessage: 1, prompt: prompt.slice(0, LONGEST_PROMPT) },
      sqref: `${column}2:${column}${LAST_ROW}`,
    }
    const opening = getSelfClosingTagMarkup('dataValidation', attributes)
    const formula = `<formula1>"${sanitizeTextContent((options ?? []).join(','))}"</formula1></dataValidation>`
    return options ? opening.replace(/\/>$/, `>${formula}`) : opening
  })
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}
