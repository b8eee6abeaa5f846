/** What a test orders a faulty bot to do, in the environment variable FAULTS as JSON. */
export interface Orders {
  /** Where it dies, at the how-manieth time of coming by; never when missing. */
  readonly dieAt?: { readonly point: Failpoint; readonly time: number }
  readonly mutations?: readonly Mutation[]
  /** Telegram's limits are kept to; else nothing slows it down. */
  readonly isPaced?: boolean
  /** A message to one of the chats after another is queued all the time. */
  readonly feed?: { readonly chats: readonly number[]; readonly everyMs: number }
}

/** Moments between two effects. Those of steps count only steps that stored a figure; actions are those of the audit, just committed. */
export const FAILPOINTS = [
  'step-committed',
  'before-acknowledging',
  'acknowledged',
  'submission.submit',
  'submission.accepted',
  'submission.returned',
  'submission.reopen',
  'inside-submit',
  'inside-digest',
  'digest-queued',
  'digest-claimed',
  'digest-sent',
  'inside-doubt',
  'outbox.send-again',
] as const
export type Failpoint = (typeof FAILPOINTS)[number]

/** Protections that can be taken out. */
export const MUTATIONS = [
  'resend-doubts',
  'forget-processed',
  'never-show-again',
  'reply-before-commit',
  'no-transaction',
  'digest-always-new',
  'review-always-open',
] as const
export type Mutation = (typeof MUTATIONS)[number]
