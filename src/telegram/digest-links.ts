import type { GroupId, OrgUnitId } from '../domain/brand.ts'
import type { DigestSubject } from '../usecases/open-digest.ts'

/** What lies behind a digest, each by the letter that buttons and links name it with. */
export const DIGEST_DETAILS = { levels: 'l', missing: 'm', changed: 'c', series: 's', parts: 'p' } as const
export type DigestDetail = keyof typeof DIGEST_DETAILS

const ID = '[0-9a-f-]{36}'
const LINK = new RegExp(`^bt-([lmcsp])-([gu]${ID})$`)
const SUBJECT = new RegExp(`^([gu])(${ID})$`)

/** Names what a digest is of, in letters that data of buttons and payloads of links may have. */
export const subjectCode = (subject: DigestSubject): string =>
  'group' in subject ? `g${subject.group}` : `u${subject.unit}`

/** Missing: undefined for what names none. */
export function parseSubject(code: string): DigestSubject | undefined {
  const [, kind, id] = SUBJECT.exec(code) ?? []
  if (id === undefined) return undefined
  return kind === 'g' ? { group: id as GroupId } : { unit: id as OrgUnitId }
}

/** A link that opens the detail in private; its payload is what Telegram allows (`A-Za-z0-9_-`, at most 64). */
export const detailLink = (username: string, detail: DigestDetail, subject: DigestSubject): string =>
  `https://t.me/${username}?start=bt-${DIGEST_DETAILS[detail]}-${subjectCode(subject)}`

/** Data of a button that opens the detail where it is pressed: a row, a page or a choice follows. */
export const detailData = (
  detail: DigestDetail,
  subject: DigestSubject,
  ...more: readonly number[]
): string => ['t', DIGEST_DETAILS[detail], subjectCode(subject), ...more].join(':')

/** Returns what a /start payload opens. Missing: undefined for any other payload. */
export function parseDetailLink(payload: string) {
  const [, letter = '', code = ''] = LINK.exec(payload) ?? []
  return parseDetail(letter, code)
}

export function parseDetail(letter: string, code: string) {
  const [detail] = Object.entries(DIGEST_DETAILS).find(([, each]) => each === letter) ?? []
  const subject = parseSubject(code)
  return detail === undefined || subject === undefined
    ? undefined
    : { detail: detail as DigestDetail, subject }
}
