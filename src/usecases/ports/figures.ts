import type { DataElement, ElementCode, Value } from '../../domain/data-element.ts'
import type { Progress } from '../../domain/digest.ts'
import type { Form } from '../../domain/form.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import type { Period } from '../../domain/period.ts'
import type { SubmissionState } from '../../domain/submission.ts'
import type { Locale } from '../../domain/text.ts'
import type { ReportCounts } from './totals.ts'

/** One unit's answers to a form, as they count. */
export interface UnitFigures {
  readonly unit: Pick<OrgUnit, 'id' | 'code' | 'name' | 'levels'>
  /** Absent: nothing begun. */
  readonly state?: SubmissionState
  /** Empty: nothing that counts yet. */
  readonly values: ReadonlyMap<ElementCode, Value>
}

export interface FormFigures {
  readonly form: Form
  readonly period: Period
  readonly elements: readonly DataElement[]
  readonly counts: readonly ReportCounts[]
  readonly units: readonly UnitFigures[]
}

/** All there is of a unit and those below it in a period. */
export interface PeriodFigures {
  readonly progress: Progress
  readonly forms: readonly FormFigures[]
}

/** Writes figures as a file for people; bytes of an .xlsx. */
export interface ReportWriter {
  write(figures: PeriodFigures, locale: Locale): Promise<Uint8Array>
}
