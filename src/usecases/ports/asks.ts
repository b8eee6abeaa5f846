import type { Scope } from '../../domain/access.ts'
import type { OrgUnitId, PersonId, QuestionId } from '../../domain/brand.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { Audience, OfficeAnswer } from '../../domain/office-answer.ts'

export interface AskStore {
  topic(key: string): Promise<unknown>
  setTopic(key: string, topic: unknown, at: Date): Promise<void>
  /** Undefined when the same wish was passed on before. */
  addQuestion(input: {
    readonly exchange: string
    readonly askedBy: PersonId
    readonly chatId: number
    readonly unit: OrgUnitId
    readonly plan?: string
    readonly audience: Audience
    readonly text: string
    readonly at: Date
  }): Promise<QuestionId | undefined>
  /** Of one's own units; also one that has been answered. */
  findQuestion(scope: Scope, id: QuestionId): Promise<AskedQuestion | undefined>
  /** Oldest first; those answered newest first. */
  listQuestions(
    scope: Scope,
    filter: { readonly state: 'open' } | { readonly keeping: 'proposed' | 'kept'; readonly on: LocalDate },
  ): Promise<readonly AskedQuestion[]>
  /** False when it was answered before. With `keepUntil` it is proposed to be kept. */
  answerQuestion(
    id: QuestionId,
    answer: { readonly by: PersonId; readonly text: string; readonly keepUntil?: LocalDate },
    at: Date,
  ): Promise<boolean>
  /** False when it is not `from` any more. */
  keepAnswer(id: QuestionId, from: Keeping, to: Keeping, by: PersonId, at: Date): Promise<boolean>
  /** Those that may be told on that day, newest first. */
  listKept(on: LocalDate): Promise<readonly KeptAnswer[]>
}

export type KeptAnswer = Omit<OfficeAnswer, 'answeredOn'> & { readonly answeredAt: Date }

export type Keeping = 'none' | 'proposed' | 'kept' | 'refused' | 'withdrawn'

/** A question the plans do not answer; whoever asked is known by id only. */
export interface AskedQuestion {
  readonly id: QuestionId
  readonly askedBy: PersonId
  readonly chatId: number
  readonly unit: OrgUnitId
  readonly unitName: string
  readonly text: string
  readonly state: 'open' | 'answered'
  readonly answer?: string
  readonly answeredBy?: PersonId
  readonly keeping: Keeping
  readonly keepUntil?: LocalDate
  readonly createdAt: Date
}
