import type { PersonId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'

/** What is kept of a person beside their roles; the phone as it is encrypted. */
export interface PersonalRecord {
  readonly name: string
  readonly locale: Locale
  readonly telegramUserId?: number
  readonly phone?: Uint8Array
  readonly phoneHash?: string
  readonly createdAt: Date
  readonly consentedAt?: Date
  readonly suspendedAt?: Date
  /** After this moment only a pseudonym stays. */
  readonly deleteAfter?: Date
  /** Revisions the person has handed in; they stay, under a pseudonym. */
  readonly revisions: number
}

/** What of a person somebody looked at. */
export type LookedAt = 'card' | 'search' | 'list'

export interface PersonalDataStore {
  get(id: PersonId): Promise<PersonalRecord>
  rename(id: PersonId, name: string): Promise<void>
  forgetPhone(id: PersonId): Promise<void>
  setDeleteAfter(id: PersonId, at: Date | null): Promise<void>
  /** Whose time has come: they asked for it, or have held no role since `idleSince`, but for Telegram accounts to `keep`. */
  listToForget(now: Date, idleSince: Date, keep: readonly number[]): Promise<readonly PersonId[]>
  /** Leaves a pseudonym in place of the name and takes away all else that tells who it was, messages and chats included; roles end. */
  forget(id: PersonId, on: string, at: Date): Promise<void>
  noteLook(people: readonly PersonId[], by: PersonId, what: LookedAt, at: Date): Promise<void>
  /** Newest first. */
  looks(
    id: PersonId,
    limit: number,
  ): Promise<
    readonly { readonly by: PersonId; readonly name: string; readonly what: LookedAt; readonly at: Date }[]
  >
  /** Forgets what is kept for a time only; `before` by kind. Returns how many rows. */
  forgetOld(before: { readonly looks: Date; readonly tries: Date; readonly messages: Date }): Promise<number>
}
