import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Asker, createAsker } from '../../src/ask/index.ts'
import { createTexts, type T } from '../../src/i18n/texts.ts'
import { answerView } from '../../src/telegram/views/answer.ts'
import { questionsIn, shippedLibrary } from './library.ts'

const TODAY = '2026-06-10'
const MOST_MS = 50

let asker: Asker
let t: T
beforeAll(async () => {
  asker = createAsker(await shippedLibrary())
  t = (await createTexts()).for('vi')
})

const HOSTILE: readonly string[] = [
  '<b>Quảng Yên</b> năm 2025 bao nhiêu trường đạt <script>alert(1)</script> chuẩn quốc gia',
  'tỉnh <img src=x onerror=alert(1)> đặt bao nhiêu',
  'Huyện <i>Đông</i> & "Anh" có bao nhiêu trường',
  "'; DROP TABLE Plan; -- chuẩn quốc gia Quảng Yên 2025",
  '\u202eQuảng Yên\u202c 2025 \u2066chuẩn quốc gia\u2069',
  'Qu\u200bảng\u200d Y\ufeffên 2025 chuẩn quốc gia',
  'chuẩn '.repeat(682).slice(0, 4096),
  'x'.repeat(4096),
  'a1'.repeat(2048),
  '9'.repeat(4096),
  '%/.,'.repeat(1024),
  '\u0301'.repeat(4096),
  '{{plan}} $t(ask:refuse) $BOT_TOKEN %s %n',
  '__proto__ constructor toString hasOwnProperty Quảng Yên',
  '\ud83d\ude00'.repeat(500),
  '\ud800 \udfff',
  '   \n\t\r  ',
]

const msFor = (question: string): number => {
  const start = performance.now()
  asker.ask(question, { today: TODAY })
  return performance.now() - start
}

const isOnlyText = (html: string): boolean => !/[<>]/.test(html) && !/&(?!amp;|lt;|gt;|quot;|#39;)/.test(html)

const viewOf = (answer: Answer): string => answerView(t, answer, { id: 'x', canSendOn: true }).text

describe('whatever is typed', () => {
  it.each(HOSTILE)('«%.40s» is answered in time, and as text only', (question) => {
    const answer = asker.ask(question, { today: TODAY })
    expect(Math.min(...Array.from({ length: 7 }, () => msFor(question)))).toBeLessThanOrEqual(MOST_MS)
    expect(isOnlyText(viewOf(answer)), viewOf(answer)).toBe(true)
  })

  it('never throws, and never reaches HTML unescaped', () => {
    const words = questionsIn('own.jsonl').flatMap(({ q }) => q.split(' '))
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('<', '>', '&', '"', '</b>'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const answer = asker.ask(pieces.join(' '), { today: TODAY })
        expect(isOnlyText(viewOf(answer))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('is no topic that a follow-up stumbles over', () => {
    for (const question of HOSTILE) {
      const { topic } = asker.ask(question, { today: TODAY })
      expect(() => asker.ask('còn năm 2030?', { today: TODAY, topic })).not.toThrow()
    }
  })
})
