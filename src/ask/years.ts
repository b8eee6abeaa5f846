import type { Token } from './normalise.ts'
import type { AskedYears } from './query.ts'
import { isYear } from './word-class.ts'

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/năm nay|nam nay|this year/, 0],
  [
    /(?<!(?:vài|vai|mấy|may|những|nhung|các|cac|\d) )(?:năm (?:học )?(?:sau|tới|kế)|nam (?:hoc )?(?:sau|toi)|next (?:school )?year)/,
    1,
  ],
  [
    /(?<!(?:so|so với|so voi|so vs|với|voi|hơn|hon|to|with|than|on|over|from|từ|tu) (?:the )?)(?:năm (?:ngoái|trước(?! ngày| \d)|rồi)|nam ngoai|last year)/,
    -1,
  ],
]

const CURRICULA = new Set(['2006', '2018'])

/** «QY năm 23 với mốc 2025». */
const SHORT_YEAR =
  /(?<!\p{L})(năm|nam) (2\d|30)(?=\s*(?:[,.?!)]|$)| (?:với|voi|tới|toi|đến|den|thì|thi|và|va|lên|len|so|là|la)(?!\p{L}))/giu

/** "3- and 4-year-olds" → children of 3-4. */
export const writeOutAges = (question: string): string =>
  question.replace(/(\d)(?:-year)?-? (?:and|to|or) (\d)[- ]year[- ]olds?/gi, 'children of $1-$2')

/** «năm học 23-24», «năm 23-24» → năm học 2023-2024. */
export const writeOutYears = (question: string): string =>
  question
    .replace(SHORT_YEAR, '$1 20$2')
    .replace(SHORT_SPAN, (whole, word: string, from: string, to: string) =>
      Number(to) > Number(from) ? `${word} 20${from}-20${to}` : whole,
    )

/** «Báo cáo năm 30/12» names a day. */
const SHORT_SPAN = /(năm học|nam hoc|năm|nam|school year|nh)\s+(\d\d)\s*[-–/]\s*(\d\d)(?!\d)/giu

/** The years named: `2023-2024` is one school year, `2023-2025` a span, «2023 … 2025» two years. */
export function readYears(question: string, words: readonly Token[], today: string): AskedYears[] {
  const text = question.normalize('NFC').toLowerCase()
  const spans = [...text.matchAll(/\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)?\d\d)\b/g)].map(([, from, to]) =>
    spanOf(Number(from), Number(to)),
  )
  const inSpans = new Set(spans.flatMap(({ from, to }) => [from, to]))
  // «chương trình 2006 hay 2018» names no year of a target
  const isOfCurricula = words.some(({ text: word }) => word.startsWith('@curriculum'))
  const single = words
    .filter((word) => isYear(word) && !(isOfCurricula && CURRICULA.has(word.text)))
    .map(({ text: year }) => Number(year))
    .filter((year) => !inSpans.has(year))
  const dated = new Set(
    [...text.matchAll(/\d{1,2}[/.-]\d{1,2}[/.-](\d{4})/g)].map(([, year]) => Number(year)),
  )
  const relative = RELATIVE.flatMap(([pattern, shift]) =>
    pattern.test(text) ? [{ ...yearOf(Number(today.slice(0, 4)) + shift), isRelative: shift === 0 }] : [],
  )
  const years = single.filter((year) => !dated.has(year)).map(yearOf)
  // «năm ngoái trường em xếp hạng thấp, năm 2023-2024 bắt lên mấy bậc»: the year named is the one asked of
  const named = [...spans, ...years]
  return [...named, ...(named.length > 0 ? [] : relative)].filter(
    (year, at, all) => all.findIndex((other) => other.from === year.from && other.to === year.to) === at,
  )
}

/** One calendar year as a span. */
export const yearOf = (year: number): AskedYears => ({ from: year, to: year })

const spanOf = (from: number, to: number): AskedYears => ({
  from,
  to: to < 100 ? Math.floor(from / 100) * 100 + to : to,
})

/** `2025` → that year, `SY2023` → 2023 and 2024, `2026-H1` → 2026. */
export function yearsOfDue(due: string): AskedYears {
  const year = Number(/\d{4}/.exec(due)?.[0] ?? 0)
  return { from: year, to: due.startsWith('SY') ? year + 1 : year }
}

export const touches = (a: AskedYears, b: AskedYears): boolean => a.from <= b.to && b.from <= a.to
