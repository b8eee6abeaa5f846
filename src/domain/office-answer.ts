import type { QuestionId } from './brand.ts'
import type { LocalDate } from './local-date.ts'

/** Who may read an answer that is kept: everybody, or whoever is registered, as the plan it is about declares. */
export type Audience = 'public' | 'registered'

/** What the office answered to a question the plans do not answer, approved by somebody else and kept until a day. */
export interface OfficeAnswer {
  readonly id: QuestionId
  /** Code of the plan it is about, when one is known. */
  readonly plan?: string
  readonly audience: Audience
  readonly question: string
  readonly text: string
  readonly answeredOn: LocalDate
  /** The last day on which it may be told. */
  readonly keepUntil: LocalDate
}
