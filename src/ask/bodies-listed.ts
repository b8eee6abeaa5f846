import type { Plan } from '../domain/plan.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import type { Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { notStated } from './unsettled.ts'
import { isSoft } from './word-class.ts'

interface Kind {
  readonly asked: RegExp
  /** What the names of its bodies begin with. */
  readonly name: RegExp
}

/** «Những … nào», «liệt kê các …», «which …». */
const asking = (vi: string, en: string): RegExp =>
  new RegExp(
    `(?:^| )(?:${vi})(?: \\S+){0,2} nao(?: |$)|(?:liet ke|ke ten|danh sach)(?: \\S+){0,2} (?:${vi})(?: |$)|(?:which|what|list)(?: \\S+){0,2} (?:${en})(?: |$)`,
  )

const KINDS: readonly Kind[] = [
  {
    asked: new RegExp(
      `${asking('doan the|hoi doan|(?:nhung|cac) hoi|to chuc chinh tri(?: xa hoi)?', 'mass organi\\S+|association|union').source}|mat tran va (?:cac )?(?:hoi )?doan the`,
    ),
    name: /^(?:ủy ban mặt trận|mặt trận|liên đoàn|đoàn|quận đoàn|hội|các đoàn thể)(?!\p{L})/iu,
  },
  { asked: asking('phong', 'offic|department'), name: /^phòng(?!\p{L})/iu },
  {
    asked: new RegExp(
      `${asking('(?:nhung|cac) (?:don vi|co quan|to chuc|ban nganh|nganh|ben)', 'body|agency|unit|organi\\S+').source}|nhung ai`,
    ),
    name: /^/,
  },
]
const GIVEN =
  /(?:^| )(?:giao|phan cong|phan viec|nhiem vu|trach nhiem|tham gia|thuc hien|phoi hop|de nghi|vao cuoc|task|duty|role|involv|assign|carry out)(?: |$)/
/** Words of such a question that name no subject. */
const SAYS_NO_SUBJECT = new Set(
  `giao phan cong nhiem vu mat tran quoc de nghi phoi hop trach tham gia thuc hien phong ban hoi doan the to chuc chinh tri xa don vi co quan nganh chuyen mon vao cuoc
  mass organisation organization association union offic department body agency unit assign carry out involv role`.split(
    /\s+/,
  ),
)

/** «Kế hoạch giao việc cho những đoàn thể nào»: every body of that kind that has a part of its own; undefined for other questions. */
export function bodiesListed(index: FactIndex, { words, keywords }: Query, plan: Plan): Outcome | undefined {
  const line = plainly(words)
  const kind = GIVEN.test(line) ? KINDS.find(({ asked }) => asked.test(line)) : undefined
  if (!kind) return undefined
  const namesSubject = words.some(
    (word) => !isSoft(word) && !SAYS_NO_SUBJECT.has(word.plain) && index.weights.cost(word) > 0,
  )
  const isOfSubject = keywords.some(({ from, to }) =>
    words.slice(from, to).some(({ plain }) => !SAYS_NO_SUBJECT.has(plain)),
  )
  if (namesSubject || isOfSubject) return undefined
  const entries = index.entriesOf([plan]).filter((entry) => isPartOf(entry, kind))
  return entries.length > 0 ? { kind: 'answer', entries, isOfBodies: true } : notStated([], [plan])
}

const isPartOf = ({ source }: Entry, { name }: Kind): boolean =>
  'duty' in source && source.duty.kind === 'unit' && name.test(source.duty.who.vi)
