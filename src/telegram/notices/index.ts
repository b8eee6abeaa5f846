import {
  accessRequested,
  consentDeclined,
  deletionAsked,
  groupPublic,
  groupUnlinked,
  invitationClaimed,
  postLeft,
  roleActivated,
  roleEnded,
  roleRefused,
} from './access-notices.ts'
import { broadcast } from './broadcast-notice.ts'
import { digest } from './digest-notice.ts'
import { doubts, inDoubt } from './in-doubt-notice.ts'
import { groupTrouble, reporterLost } from './lost-notices.ts'
import type { Notice, NoticeDeps, NoticeRenderer } from './notice.ts'
import { answerDecided, answerProposed, questionAnswered, questionAsked } from './question-notices.ts'
import { reminder } from './reminder-notice.ts'
import type { ReplyParams } from './reply.ts'
import { accepted, confirmAsked, returned } from './submission-notices.ts'
import { assigned, delegated, onBehalf, partDone, unlockAsked, unlockDecided } from './teamwork-notices.ts'
import { unitEnded, unitRestored } from './unit-notices.ts'

/** Every kind of message the bot sends on its own account. */
export const NOTICES: readonly Notice[] = [
  assigned,
  delegated,
  unlockAsked,
  unlockDecided,
  onBehalf,
  partDone,
  confirmAsked,
  accepted,
  returned,
  invitationClaimed,
  roleActivated,
  consentDeclined,
  unitEnded,
  unitRestored,
  accessRequested,
  roleRefused,
  roleEnded,
  postLeft,
  deletionAsked,
  groupPublic,
  groupUnlinked,
  questionAsked,
  questionAnswered,
  answerProposed,
  answerDecided,
  digest,
  reminder,
  inDoubt,
  broadcast,
  doubts,
  groupTrouble,
  reporterLost,
]

/** Those that take a while to render. */
export const DRAWN_KINDS: readonly string[] = NOTICES.flatMap(({ kind, isDrawn }) => (isDrawn ? [kind] : []))

/** Returns the renderer of outbox rows. Throws for a kind nobody renders, which a test rules out. */
export function createNoticeRenderer(deps: NoticeDeps): NoticeRenderer {
  const byKind = new Map<string, Notice>(NOTICES.map((notice) => [notice.kind, notice]))
  return async (row) => {
    if (row.kind === 'reply') return row.params as ReplyParams
    const notice = byKind.get(row.kind)
    if (!notice) throw new Error(`no notice is called ${row.kind}`)
    return notice.render(deps, deps.texts.for(row.locale), row.params as never)
  }
}
