import { withoutRecipients } from './asked-words.ts'
import { normalise, plainOf } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'

const WHO_ASKS =
  /^(?:(?:da|thua|chao|xin chao|a|vang|hi|hello|thay|co|anh|chi|ad|admin|bot|oi) )*(?:em|minh|toi|to|chau|con|chi|anh|nha|ben|i|we) (?:(?:dang|von|hien|nay|moi|vua|cung|am|m|are|have) )*(?:la|co|dang|lam|day|phu trach|dai dien|chu nhiem|cong tac|hoc|o|ve|chuyen|sap|muon|a|an|the|teacher|parent|work|teach|live|em|minh) /
/** «Trường em vừa sửa chữa xong, …» */
const OWN_SCHOOL = /^truong (?:em|minh|toi|tui) (?:\S+ )*(?:vua|moi) (?:\S+ )*xong $/
/**
 * The question apart from the clauses that tell who asks («mình là phụ huynh có cháu lớp lá: …», «…, em là giáo viên mới»); undefined
 * where there are none, or nothing else.
 */
export function withoutAsker(
  question: string,
): { readonly question: string; readonly asker: string } | undefined {
  const clauses = question.split(/(?<=[,;:.!?()–])\s+|(?=\()|(?<=\))/)
  const asker = clauses.filter(tellsWhoAsks)
  if (asker.length === 0 || asker.length === clauses.length) return undefined
  return {
    question: clauses.filter((clause) => !tellsWhoAsks(clause)).join(' '),
    asker: asker.join(' '),
  }
}

const tellsWhoAsks = (clause: string): boolean => {
  const plain = `${plainOf(normalise(clause))
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()} `
  return (WHO_ASKS.test(plain) || OWN_SCHOOL.test(plain)) && !ASKS.test(plain) && !AGE.test(plain)
}

/** «Con mình 4 tuổi» tells of whom it is asked. */
const AGE = /(?:^| )\d tuoi /

const ASKS = /(?:^| )(?:bao nhieu|may|ai|gi|nao|khong|bao gio|what|which|how|who|when|bn|ko|j|ntn) /

/** «Em là hiệu trưởng, … em nộp báo cáo ngày nào», or a report of nobody named: who asks tells whose. */
export function isAboutAsker({ words, intents }: Query): boolean {
  if (words.some(({ text }, at) => SELF.has(text) && !saysWhat(words, at))) return true
  const isOfSomebody = OF_SOMEBODY.some((one) => intents.has(one)) && !OF_PLAN.some((one) => intents.has(one))
  return isOfSomebody && !NAMED.test(plainly(withoutRecipients(words)))
}

/** «Phường tôi», «my ward» say by themselves what kind of unit is meant. */
const saysWhat = (words: Query['words'], at: number): boolean =>
  /^(?:xa|phuong)$/.test(words[at - 1]?.plain ?? '') || /^(?:ward|commune)/.test(words[at + 1]?.plain ?? '')

const SELF = new Set(['em', 'mình', 'tôi', 'i', 'we', 'my', 'our'])
const OF_PLAN = ['list', 'identity', 'verify'] as const
const OF_SOMEBODY = ['when', 'days-left', 'recipient', 'task'] as const
const NAMED =
  /(?:^| )(?:truong|phong|uy ban|don vi|co quan|so|ban|xa|phuong|hoi|cong an|thanh tra|trung tam|doan|school|office)(?: |$)/
