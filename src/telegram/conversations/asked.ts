import type { Value } from '../../domain/data-element.ts'
import type { ErrorParams } from '../../domain/errors.ts'
import type { Form } from '../../domain/form.ts'
import type { AnswerMap, PlannedQuestion } from '../../domain/form-plan.ts'
import type { AnswerProblem } from '../../domain/parsed.ts'
import type { PastedAnswers } from '../../domain/pasted-answers.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import type { T, Texts } from '../../i18n/texts.ts'
import type { FormSession } from '../../usecases/open-form.ts'
import type { Clock } from '../../usecases/ports.ts'

export interface SectionDeps {
  readonly library: PlanLibrary
  readonly texts: Texts
  readonly clock: Clock
  readonly timeZone: string
}

/** One question as it stands in the chat. */
export interface Asked {
  readonly deps: SectionDeps
  readonly t: T
  readonly form: Form
  readonly session: FormSession
  readonly planned: PlannedQuestion
  readonly at: number
  readonly total: number
  /** HTML line above the question. */
  readonly said: string | undefined
}

export type Outcome =
  | { readonly kind: 'answered'; readonly values: AnswerMap; readonly said: string; readonly reason?: string }
  /** Several questions of the form at once, checked together. */
  | { readonly kind: 'many'; readonly pasted: PastedAnswers }
  | { readonly kind: 'back' }
  | { readonly kind: 'later' }

/** What an input says to a question, before rules. */
export type Reading =
  | { readonly kind: 'values'; readonly values: AnswerMap }
  /** Several readings: one button each. */
  | { readonly kind: 'choices'; readonly readings: readonly AnswerMap[] }
  | { readonly kind: 'unavailable' }
  /** «không» to a figure: 0, or no figure? */
  | { readonly kind: 'ask-zero' }
  /** Yes to a recognition, its decision still to be asked. */
  | { readonly kind: 'recognised'; readonly value: Extract<Value, { kind: 'recognition' }> }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem | 'not-text'; readonly params: ErrorParams }
  | { readonly kind: 'back' }
  | { readonly kind: 'later' }

/** Readings that need no further question. */
export type Settled = Extract<Reading, { kind: 'values' | 'problem' | 'back' | 'later' }>

/** Shown again, with this line above. */
export type Again = { readonly kind: 'again'; readonly said?: string }
