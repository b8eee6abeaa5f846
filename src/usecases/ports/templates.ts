import type { DataElement, ElementCode, Value } from '../../domain/data-element.ts'
import type { Form } from '../../domain/form.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import type { Period } from '../../domain/period.ts'
import type { Locale, Text } from '../../domain/text.ts'

/** A form as one unit meets it, to be filled in outside the chat. */
export interface TemplateInput {
  readonly form: Form
  readonly period: Period
  readonly unit: Pick<OrgUnit, 'code' | 'name'>
  readonly questions: readonly TemplateQuestion[]
}

export interface TemplateQuestion {
  readonly section: Text
  /** One, or numerator and denominator. */
  readonly elements: readonly DataElement[]
  /** Of the period before; absent: not all elements had one. */
  readonly last?: readonly Value[]
}

/** What a filled spreadsheet says of itself and of each question, before anything is understood or allowed. */
export interface FilledTemplate {
  readonly kind: 'filled'
  readonly form: string
  readonly formVersion: number
  readonly period: string
  readonly unitCode: string
  readonly rows: readonly FilledRow[]
}

export interface FilledRow {
  /** Row of the sheet, from 1. */
  readonly line: number
  readonly label: string
  readonly cells: readonly FilledCell[]
  /** Empty: none given. */
  readonly reason: string
}

export interface FilledCell {
  readonly element: ElementCode
  /** Empty: left open. */
  readonly text: string
  /** A number of the spreadsheet's own, written with a comma before decimals and no other mark. */
  readonly isExact: boolean
  /** Computed by the spreadsheet: its value is not taken. */
  readonly isFormula: boolean
}

/** A file that is no filled template: no workbook at all, larger than any filled template, or not made by this program. */
export interface TemplateRefused {
  readonly kind: 'refused'
  readonly why: 'not-a-workbook' | 'too-large' | 'not-a-template'
}

/** The form as a spreadsheet, and back. */
export interface FormTemplate {
  build(input: TemplateInput, locale: Locale): Promise<Uint8Array>
  read(bytes: Uint8Array): FilledTemplate | TemplateRefused
}
