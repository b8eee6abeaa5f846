import type { Scope } from '../../domain/access.ts'
import type { GroupId, OrgUnitId, OutboxId, PersonId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'

export interface Group {
  readonly id: GroupId
  readonly chatId: number
  readonly threadId?: number
  readonly title: string
  readonly unit?: OrgUnitId
  /** public: linked, and anybody can read it now; nothing is posted until it is private again. */
  readonly state: 'seen' | 'linked' | 'public' | 'left'
  readonly locale: Locale
  /** ISO weekday, 1 = Monday. */
  readonly digestWeekday: number
  /** HH:MM local. */
  readonly digestTime: string
  readonly skipQuiet: boolean
  /** No digest that is due before then. */
  readonly mutedUntil?: Date
  readonly linkedAt?: Date
}

/** What an office may set of a group; absent: as it is. */
export type GroupSettings = Partial<
  Pick<Group, 'locale' | 'digestWeekday' | 'digestTime' | 'skipQuiet'> & { readonly mutedUntil: Date | null }
>

export interface GroupStore {
  findByChat(chatId: number): Promise<Group | undefined>
  /** Called when the bot sees a group; keeps an existing link. */
  see(chatId: number, title: string, at: Date): Promise<Group>
  /** `threadId`: the topic digests go to. */
  link(
    scope: Scope,
    chatId: number,
    unit: OrgUnitId,
    by: PersonId,
    at: Date,
    threadId?: number,
  ): Promise<Group>
  unlink(scope: Scope, chatId: number): Promise<void>
  leave(chatId: number): Promise<void>
  /** A linked group became public, or private again; false when that was known, or it is not linked. */
  setPublic(chatId: number, isPublic: boolean): Promise<boolean>
  /** What is for the group goes outside of any topic from now on. */
  leaveTopic(chatId: number): Promise<void>
  /** The group became a supergroup; once, whichever message tells first. */
  migrate(from: number, to: number): Promise<void>
  list(scope: Scope): Promise<readonly Group[]>
  /** Undefined also when its unit is out of scope. */
  find(scope: Scope, id: GroupId): Promise<Group | undefined>
  configure(scope: Scope, id: GroupId, settings: GroupSettings): Promise<void>
  /** Notes that an unlinked group was told so; false when it was before, or is linked. */
  tell(chatId: number, at: Date): Promise<boolean>
  /** Groups told before then and not linked since. */
  listToLeave(toldBefore: Date): Promise<readonly Group[]>
  addCode(code: {
    readonly hash: string
    readonly person: PersonId
    readonly unit: OrgUnitId
    readonly expiresAt: Date
  }): Promise<void>
  /** Returns whose code it is and for which unit, once. */
  takeCode(
    hash: string,
    at: Date,
  ): Promise<{ readonly person: PersonId; readonly unit: OrgUnitId } | undefined>
}

export interface DigestRow {
  readonly week: string
  readonly asOf: Date
  readonly snapshot: unknown
  readonly outcome: 'posted' | 'quiet' | 'dropped'
  /** Where its message stands; absent: there is none. */
  readonly delivery?: 'pending' | 'sending' | 'sent' | 'failed' | 'in-doubt' | 'dropped'
}

export interface DigestStore {
  last(group: GroupId): Promise<DigestRow | undefined>
  find(group: GroupId, week: string): Promise<DigestRow | undefined>
  /** The latest before that week. */
  before(group: GroupId, week: string): Promise<DigestRow | undefined>
  /** The latest weeks, newest first. */
  latest(group: GroupId, limit: number): Promise<readonly DigestRow[]>
  /** The latest of each of these groups that has one. */
  lastOf(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, DigestRow>>
  /** False when the week's digest exists already. */
  add(group: GroupId, digest: DigestRow & { readonly outbox?: OutboxId }): Promise<boolean>
}

/** Draws the digest's picture; PNG bytes. */
export interface DigestRenderer {
  render(digest: import('../../domain/digest.ts').Digest, locale: Locale): Promise<Uint8Array>
}
