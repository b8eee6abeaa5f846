import { normalise, plainOf } from './normalise.ts'

const WHO_ASKS =
  /^(?:(?:da|thua|chao|xin chao|a|vang|hi|hello|thay|co|anh|chi|ad|admin|bot|oi) )*(?:em|minh|toi|to|chau|con|chi|anh|nha|ben|i|we) (?:(?:dang|von|hien|nay|moi|vua|cung|am|m|are|have) )*(?:la|co|dang|lam|day|cong tac|hoc|o|sap|muon|a|an|the|teacher|parent|work|teach|live|em|minh) /
const TO_LISTENERS =
  /^(?:xin )?(?:cho (?:em|minh|toi|chau|con) )?(?:hoi|xin hoi)(?: (?:ti|chut|xiu|cai|voi|a))*$/

/**
 * The question without the clauses that tell who asks («mình là phụ huynh có cháu lớp lá: …», «…, em là giáo viên mới»); undefined
 * where there are none, or nothing else.
 */
export function withoutAsker(question: string): string | undefined {
  const clauses = question.split(/(?<=[,;:.!?()–])\s+|(?=\()|(?<=\))/)
  const kept = clauses.filter((clause) => !tellsWhoAsks(clause))
  return kept.length > 0 && kept.length < clauses.length ? kept.join(' ') : undefined
}

const tellsWhoAsks = (clause: string): boolean => {
  const plain = `${plainOf(normalise(clause))
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()} `
  return (WHO_ASKS.test(plain) && !ASKS.test(plain)) || TO_LISTENERS.test(plain.trim())
}

const ASKS = /(?:^| )(?:bao nhieu|may|ai|gi|nao|khong|bao gio|what|which|how|who|when|bn|ko|j|ntn) /
