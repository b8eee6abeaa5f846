export interface Question {
  readonly id: string
  readonly q: string
  readonly lang: 'vi' | 'en'
  readonly kind: string
  readonly followup?: string
  readonly today?: string
  readonly expect: {
    readonly behaviour: 'answer' | 'refuse' | 'ask_or_show_choices'
    readonly facts: readonly string[]
    readonly must_contain: readonly string[]
    readonly must_not_contain: readonly string[]
    readonly alt?: Readonly<Record<string, readonly string[]>>
    readonly cite: string | null
  }
}

export interface Given {
  readonly behaviour: string
  readonly text: string
  readonly choices: readonly string[]
  readonly citations: readonly { readonly document: string; readonly section: string }[]
}

export interface Grade {
  readonly id: string
  readonly isRight: boolean
  readonly reasons: readonly string[]
  readonly showsWrongNumber: boolean
  /** Absent where no citation is wanted. */
  readonly isCited?: boolean
}

const TONES: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** One spelling for figures, dates and tone marks, so that only content is compared. */
export function fold(text: string): string {
  let out = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
  out = out.replace(/[–—]/g, '-')
  for (const [from, to] of Object.entries(TONES)) out = out.replaceAll(from, to)
  return out
    .replace(/(\d)\.(\d{1,2})(?=\s*%)/g, '$1,$2')
    .replace(
      /(?<!\d)0?(\d{1,2})\s+tháng\s+0?([1-9]|1[0-2])(?![\d/])(?:\s+năm\s+(\d{4}))?/g,
      (_, day, month, year) => `${day}/${month}${year ? `/${year}` : ''}`,
    )
    .replace(/\b0?(\d{1,2})\/0?(\d{1,2})(?=\/\d{4}|\b)/g, '$1/$2')
    .replace(/\s*%/g, '%')
    .replace(/(\d),0+%/g, '$1%')
    .replace(/(\d%?)\s*-\s*(\d)/g, '$1-$2')
    .replace(/\s+/g, ' ')
}

export function has(answer: string, token: string): boolean {
  const wanted = fold(token)
  if (!/^\d/.test(wanted)) return fold(answer).includes(wanted)
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\d,./])0*${escaped}(?!\\d)(?!,\\d)`).test(fold(answer))
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[,;\s«»()]+/)
    .filter(Boolean)

function sectionKey(section: string): string {
  const [first = '', second = ''] = wordsOf(section)
  return /^\p{L}{3,}$/u.test(first) ? `${first} ${second}`.trim() : first
}

const cites = (cite: string, { document, section }: Given['citations'][number]): boolean =>
  document !== '' &&
  section !== '' &&
  fold(cite).includes(fold(document)) &&
  ` ${wordsOf(cite).join(' ')} `.includes(` ${sectionKey(section)} `)

/** Whether an answer is right, shows a wrong number, and cites the place. */
export function grade({ id, expect }: Question, given: Given): Grade {
  const text = [given.text, ...given.choices].join('\n')
  const lacks = expect.must_contain.filter(
    (one) => ![one, ...(expect.alt?.[one] ?? [])].some((any) => has(text, any)),
  )
  const shows = expect.must_not_contain.filter((one) => has(text, one))
  const reasons = reasonsFor(expect.behaviour, given.behaviour, lacks, shows)
  const answered = expect.behaviour === 'answer' && given.behaviour === 'answer'
  const { cite } = expect
  const isCited =
    answered && cite !== null ? { isCited: given.citations.some((one) => cites(cite, one)) } : {}
  return {
    id,
    isRight: reasons.length === 0,
    reasons,
    showsWrongNumber: answered && shows.length > 0,
    ...isCited,
  }
}

function reasonsFor(want: string, did: string, lacks: readonly string[], shows: readonly string[]): string[] {
  const lacking = lacks.length > 0 ? [`lacks ${lacks.join(' | ')}`] : []
  const showing = shows.length > 0 ? [`shows ${shows.join(' | ')}`] : []
  if (want === 'ask_or_show_choices') return [...(did === 'refuse' ? ['refused'] : []), ...lacking]
  const wrongly = did === want ? [] : [`did ${did}`]
  return want === 'answer' ? [...wrongly, ...lacking, ...showing] : [...wrongly, ...showing]
}
