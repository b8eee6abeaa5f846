import type { SubmissionId } from '../../domain/brand.ts'
import type { ElementCode } from '../../domain/data-element.ts'
import type { DraftAnswer } from '../../domain/submission.ts'
import type { Person } from './people.ts'

/** A form's state in a chat, as the conversations engine left it. */
export interface ConversationRow {
  readonly form: string
  readonly version: number
  readonly state: unknown
  readonly submission?: SubmissionId
  readonly revision: number
}

/** The last step played in a chat, also one that ended its form. */
export interface LastStep {
  readonly updateId: number
  readonly submission?: SubmissionId
  /** By a process that no longer runs: its reply may not have been sent. */
  readonly isPlayedByDead: boolean
}

/** Everything an update needs, read in one round trip. */
export interface UpdateContext {
  readonly isProcessed: boolean
  readonly person?: Person
  readonly conversation?: ConversationRow
  readonly lastStep?: LastStep
  /** Revision to compare with even when no conversation is active; 0 when there never was one. */
  readonly conversationRevision: number
}

export interface StepWrite {
  readonly key: string
  readonly updateId: number
  readonly expectedRevision: number
  /** Absent: the conversation ends. */
  readonly conversation?: {
    readonly form: string
    readonly version: number
    readonly state: unknown
    readonly submission?: SubmissionId
  }
  readonly submission?: SubmissionId
  /** The answers are results added to a form handed in; without it only a draft takes answers. */
  readonly isAddition?: boolean
  readonly formVersion: number
  readonly answers: readonly DraftAnswer[]
  /** When the person saw each of these answers last given, in ms; null: not given. Another one in the draft by now stops the step. */
  readonly seen: Readonly<Record<ElementCode, number | null>>
  /** The update was applied before, by a process that died before its reply: the question is entered afresh and shown again. */
  readonly isShownAgain?: boolean
}

export interface ConversationStore {
  openUpdate(
    input: {
      readonly updateId: number
      readonly key: string | undefined
      readonly telegramUserId: number | undefined
    },
    instance: string,
    at: Date,
  ): Promise<UpdateContext>
  /**
   * One statement, one commit: conversation state, processed update, draft answers.
   * superseded: another step was first, or the update was applied already. closed: the submission is no draft any more.
   * changed: somebody else has given one of the answers meanwhile.
   */
  commitStep(
    step: StepWrite,
    instance: string,
    at: Date,
  ): Promise<'committed' | 'superseded' | 'closed' | 'changed'>
  /** Marks an update that touched no conversation as applied. */
  markProcessed(updateId: number, at: Date): Promise<void>
  /** Does the work and marks the update as applied; nothing when it was applied meanwhile, or another process is at it. */
  once(updateId: number, at: Date, work: () => Promise<void>): Promise<void>
  end(key: string, at: Date): Promise<void>
  /** Ends whatever the Telegram user has open, in every chat. */
  endAll(telegramUserId: number, at: Date): Promise<void>
  /** Names of those who have the submission's form open in a chat since then, but for the chat `key`. */
  atWork(submission: SubmissionId, key: string, since: Date): Promise<readonly string[]>
  forgetProcessed(before: Date): Promise<number>
}
