import type { Scope } from '../../domain/access.ts'
import type { OutboxId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'

export interface OutboxMessage {
  readonly chatId: number
  readonly threadId?: number
  readonly kind: string
  readonly params: unknown
  readonly locale: Locale
  /** 0 reply, 1 notice, 2 digest or reminder, 3 broadcast. */
  readonly priority: 0 | 1 | 2 | 3
  readonly dedupeKey?: string
  readonly notBefore: Date
}

export interface OutboxRow extends OutboxMessage {
  readonly id: OutboxId
  readonly attempts: number
  readonly createdAt: Date
  /** When it was to be sent first; `notBefore` moves on with each try. */
  readonly dueAt: Date
}

/** Why a message was not sent: what Telegram says of the person or the group, or what is wrong on this side. */
export const FAILURES = [
  'blocked',
  'deactivated',
  'not-started',
  'out-of-group',
  'no-rights',
  'refused',
  'not-rendered',
] as const
export type Failure = (typeof FAILURES)[number]

/** Why a message is not sent any more. */
export const DROPS = ['gave-up', 'superseded', 'nothing-to-say'] as const
export type Drop = (typeof DROPS)[number]

export type SendOutcome =
  | {
      readonly kind: 'sent'
      readonly messageId: number /** Anybody can read the group. */
      readonly isPublic?: true
    }
  | { readonly kind: 'retry'; readonly notBefore: Date; readonly error: string }
  /** The group became a supergroup: to be sent there. */
  | { readonly kind: 'moved'; readonly chatId: number; readonly error: string }
  /** Its topic is closed or gone: to be sent outside of it. */
  | { readonly kind: 'out-of-topic'; readonly error: string }
  | { readonly kind: 'failed'; readonly reason: Failure; readonly error: string }
  /** The request left and no answer came: it may have arrived. */
  | { readonly kind: 'in-doubt'; readonly error: string }
  | { readonly kind: 'dropped'; readonly reason: Drop; readonly error: string }

/** How the outbox stands, for those who look after it. */
export interface OutboxStatus {
  /** Due and not sent yet, those to be tried again among them. */
  readonly waiting: number
  /** When the oldest of them was due. */
  readonly oldestDueAt?: Date
  readonly sending: number
  /** Not due yet. */
  readonly planned: number
  readonly inDoubt: number
  /** What was lost since then, by reason, most first. */
  readonly lost: readonly { readonly reason: Failure | Drop; readonly count: number }[]
}

export interface OutboxStore {
  /** Undefined when the dedupe key was queued before. */
  enqueue(message: OutboxMessage, at: Date): Promise<OutboxId | undefined>
  /** Queues all of them by one statement; returns how many were not queued before. */
  enqueueAll(messages: readonly OutboxMessage[], at: Date): Promise<number>
  /** Takes the next due message (order kept per chat; chats with a message in flight and what is held passed over) as `sending`, committed before it is sent. */
  claimNext(instance: string, now: Date, held: Held): Promise<OutboxRow | undefined>
  /** Writes down the fate of that try, also where it was thought to be in doubt; false when a later one was begun. */
  record(row: Pick<OutboxRow, 'id' | 'attempts'>, outcome: SendOutcome, at: Date): Promise<boolean>
  /** Messages left `sending` by dead instances become in doubt; returns them. */
  doubtAbandoned(instance: string, now: Date): Promise<readonly OutboxRow[]>
  /** Oldest first, each with the name of the group or the person it was for. */
  listInDoubt(scope: Scope): Promise<readonly (OutboxRow & { readonly to?: string })[]>
  /** «Gửi lại» of one in doubt or failed after that many attempts; the same wish twice sends once. */
  sendAgain(scope: Scope, id: OutboxId, attempts: number, now: Date): Promise<boolean>
  /** «Gửi lại tất cả» of those that were in doubt at that moment; returns how many. */
  sendAllAgain(scope: Scope, doubtedBy: Date, now: Date): Promise<number>
  /** Drops what still waits of a kind for a chat: something newer takes its place. */
  supersede(chatId: number, kind: string, at: Date): Promise<number>
  status(scope: Scope, now: Date, lostSince: Date): Promise<OutboxStatus>
  /** Deletes what was sent or dropped before then. */
  forget(endedBefore: Date): Promise<number>
}

/** The way out to people. */
export interface Channel {
  /** Waits until one message can leave at once; undefined when stopped. For one caller at a time. */
  turn(stopping: AbortSignal): Promise<Turn | undefined>
}

/** What is not to be taken now. */
export interface Held {
  /** Nothing may be sent to them yet. */
  readonly chats: readonly number[]
  /** Enough messages of these kinds are being drawn. */
  readonly kinds: readonly string[]
}

/** A moment at which one message can leave. */
export interface Turn {
  readonly held: Held
  /** Says what is known of the message's fate. Never throws. */
  send(row: OutboxRow): Promise<SendOutcome>
  /** There was nothing to send. */
  pass(): void
}

/** Leaves a group; false when it could not be done now. */
export type LeaveGroup = (chatId: number) => Promise<boolean>
