import { DomainError } from '../domain/errors.ts'
import type { InvitationStore } from './ports.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Of each in a day; somebody has to look at every one. */
const MOST_A_DAY = { request: 3, question: 20 } as const
const CODES = { request: 'too-many-requests', question: 'too-many-sent' } as const

/**
 * Returns whether a person may send one more of the kind; false: no, and told so before. The caller records what is sent. In rows: a day is
 * longer than a process lives, and replicas count together.
 * Throws: too-many-requests, too-many-sent, the first time, with in how many hours it is possible again.
 */
export async function maySendMore(
  tries: Pick<InvitationStore, 'listTries' | 'recordTry'>,
  telegramUserId: number,
  kind: keyof typeof MOST_A_DAY,
  at: Date,
): Promise<boolean> {
  const sent = await tries.listTries(telegramUserId, new Date(at.getTime() - DAY_MS), kind)
  const [oldest] = sent.slice(-MOST_A_DAY[kind])
  const newest = sent.at(-1)
  if (!oldest || !newest || sent.length < MOST_A_DAY[kind]) return true
  const told = await tries.listTries(telegramUserId, newest, `${kind}-told`)
  if (told.length > 0) return false
  await tries.recordTry(telegramUserId, at, `${kind}-told`)
  const waitMs = oldest.getTime() + DAY_MS - at.getTime()
  throw new DomainError(CODES[kind], { most: MOST_A_DAY[kind], count: Math.ceil(waitMs / HOUR_MS) })
}
