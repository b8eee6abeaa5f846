import type writeWorkbook from 'write-excel-file/node'
import {
  findElement,
  getChildElements,
  getMarkupInsideElement,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
  setMarkupInsideElement,
} from 'write-excel-file/utility'

/** Cells of this fill are unlocked; all others are locked, which needs no password: it keeps from slips, not from intent. */
export const ANSWER_FILL = '#FFF8DC'

/** What a cell says when it is chosen, and offers. */
export interface SheetRules {
  readonly row: number
  readonly column: string
  readonly prompt: string
  readonly options?: readonly string[]
  /** Something else than the options may be typed. */
  readonly isOpen?: boolean
}

export type SheetFeature = NonNullable<NonNullable<Parameters<typeof writeWorkbook>[1]>['features']>[number]

const SHEET = 'xl/worksheets/sheet{id}.xml'
const LOCK =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>'

/** What write-excel-file leaves to features: the first sheet locked but for its answers, lists and prompts, the second very hidden. */
export const sheetFeatures = (rules: readonly SheetRules[]): SheetFeature => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: unlockAnswers },
      'xl/workbook.xml': {
        transformElementAttributes: (tag, attributes, index) =>
          tag === 'sheet' && (index ?? 0) > 0 ? { ...attributes, state: 'veryHidden' } : attributes,
      },
      [SHEET]: {
        transform: (xml, _options, { sheetIndex }) =>
          sheetIndex > 0
            ? insert(xml, LOCK)
            : insert(insert(insert(xml, LOCK), validations(rules)), ignored(rules)),
      },
    },
  },
})

const insert = (xml: string, markup: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    markup,
    getOrderOfSiblings(SHEET, 'worksheet') ?? [],
    'worksheet',
  )

/** A style unlocks the cells that have it; those of answers are known by their fill. */
function unlockAnswers(xml: string): string {
  const fills = findElement(xml, 'fills')
  const styles = findElement(xml, 'cellXfs')
  if (!fills || !styles) throw new Error('a workbook has styles')
  const color = ANSWER_FILL.replace('#', '').toUpperCase()
  const fill = getChildElements(xml, fills).findIndex((each) =>
    getMarkupInsideElement(xml, each).toUpperCase().includes(color),
  )
  const unlocked = getMarkupInsideElement(xml, styles).replace(
    new RegExp(`<xf ([^>]*fillId="${fill}"[^>]*)>(.*?)</xf>`, 'g'),
    '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>',
  )
  return setMarkupInsideElement(xml, styles, unlocked)
}

function validations(rules: readonly SheetRules[]): string {
  const all = rules.map(({ row, column, prompt, options, isOpen }) => {
    const list = options && { type: 'list', showErrorMessage: isOpen ? 0 : 1 }
    const attributes = {
      ...list,
      allowBlank: 1,
      showInputMessage: 1,
      prompt: prompt.slice(0, LONGEST_PROMPT),
    }
    const opening = getSelfClosingTagMarkup('dataValidation', { ...attributes, sqref: `${column}${row}` })
    const formula = `<formula1>"${sanitizeTextContent((options ?? []).join(','))}"</formula1></dataValidation>`
    return options ? opening.replace(/\/>$/, `>${formula}`) : opening
  })
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

export const LONGEST_PROMPT = 255

/** Figures are kept as text on purpose: no green corners about it. */
const ignored = (rules: readonly SheetRules[]): string =>
  `<ignoredErrors><ignoredError sqref="${sanitizeAttributeValue(rules.map(({ column, row }) => `${column}${row}`).join(' '))}" numberStoredAsText="1"/></ignoredErrors>`
