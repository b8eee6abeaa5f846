import type { Indicator } from '../domain/indicator.ts'
import type { Duty, Fact, Plan, PlanLibrary, Target } from '../domain/plan.ts'
import { LOCALES, type Locale, type Text } from '../domain/text.ts'
import { canonicalWords } from './canonical.ts'
import type { Entry, Phrase, TellingPair } from './entry.ts'
import { languageOf } from './language.ts'
import { type Token, tokenOf } from './normalise.ts'
import type { PhraseTable } from './phrase-table.ts'
import { isSlot, isSoftOrGeneral, isYear } from './word-class.ts'

type Names = PhraseTable<readonly Token[]>

interface Wording {
  readonly text: string
  readonly weight: number
  readonly isPhrase: boolean
  readonly isWho?: boolean
  readonly locale?: Locale
}

/** Every target, duty and fact of the library, in the order of the plans. */
export function buildEntries(library: PlanLibrary, names: Names): Entry[] {
  return library.plans.flatMap((plan) => {
    const about = new Set(
      both(plan.title, 1)
        .concat(both(plan.issuer, 1))
        .flatMap(({ text }) => canonicalWords(text, 'vi', names).map(({ plain }) => plain)),
    )
    return [
      ...plan.targets.map((target) =>
        targetEntry(plan, target, library.indicator(target.indicator), names, about),
      ),
      ...plan.duties.map((duty) => dutyEntry(plan, duty, names, about)),
      ...plan.facts.map((fact) => factEntry(plan, fact, names, about)),
    ]
  })
}

function targetEntry(
  plan: Plan,
  target: Target,
  indicator: Indicator,
  names: Names,
  about: Entry['about'],
): Entry {
  const wordings = [
    ...both(target.label, 1),
    ...both(indicator.label, 1),
    ...both(indicator.shortLabel, 1),
    ...keywords([...indicator.synonyms, ...target.keywords]),
    ...target.names.map((text) => ({ text, weight: 0.9, isPhrase: true })),
    ...both(target.printed, 0.8, false),
    ...both(target.when, 0.5, false),
    { text: target.printedCount ?? '', weight: 0.8, isPhrase: false },
  ]
  const series = `${plan.code}:${target.indicator}`
  return {
    kind: 'target',
    plan,
    id: target.id,
    series,
    ...wordsOfAll(wordings, names),
    about,
    source: { target },
  }
}

function dutyEntry(plan: Plan, duty: Duty, names: Names, about: Entry['about']): Entry {
  const kind = duty.kind === 'deadline' ? 'deadline' : 'duty'
  const wordings = [
    ...whoParts(duty.who),
    ...clauses(duty.text),
    ...keywords(duty.keywords),
    ...(duty.deadline
      ? [...both(duty.deadline.printed, 0.8, false), ...both(duty.deadline.to, 0.7, false)]
      : []),
    ...(kind === 'deadline' ? [{ text: 'báo cáo hạn nộp', weight: 0.4, isPhrase: false }] : []),
  ]
  return { kind, plan, id: duty.id, series: duty.id, ...wordsOfAll(wordings, names), about, source: { duty } }
}

function factEntry(plan: Plan, fact: Fact, names: Names, about: Entry['about']): Entry {
  const identity =
    fact.kind === 'identity' || fact.kind === 'basis'
      ? [...both(plan.issuer, 0.5, false), ...both(plan.title, 0.5, false)]
      : []
  const wordings = [
    ...clauses(fact.text),
    ...keywords(fact.keywords),
    ...identity,
  ]
  return {
    kind: 'fact',
    plan,
    id: fact.id,
    series: fact.id,
    ...wordsOfAll(wordings, names),
    about,
    source: { fact },
  }
}

/** A comma parts two bodies only where the next one begins: «Phòng Lao động, Thương binh và Xã hội» is one. */
const BETWEEN_BODIES =
  /[;+/()→↔]|(?:,|\svà|\sand)\s+(?=(?:các|phòng|ban|ủy ban|ubnd|trường|nhà trường|hội|công an|sở|trung tâm|hiệu trưởng|giáo viên|cơ sở|đơn vị|thủ trưởng|chủ tịch|tổ|đoàn|ngành|liên đoàn|the|schools?|teachers?|principals?|communes?|wards?|offices?)(?!\p{L}))/iu

/** «UBND xã, phường» are also called «xã, phường». */
const COMMITTEE = /^\s*(?:UBND|ủy ban nhân dân)\s+(?:các\s+)?(.+)$/iu

/** «Phòng Lao động, Thương binh và Xã hội» is called «Phòng Lao động». */
const SHORT_NAME = /^\s*\S+(?:\s+(?!và\s)[^\s,–-]+)+(?=,| [–-] | và )/u

/** Each body named, apart: «các cơ quan; UBND xã, phường; các cơ sở giáo dục». A place where children are taught is a school. */
const whoParts = (who: Text): Wording[] =>
  LOCALES.flatMap((locale) => {
    const one = who[locale]
    const parts = one.split(BETWEEN_BODIES).filter((part) => part.trim() !== '')
    const schools = /cơ sở giáo dục|CSGD|education establishment|educational institution/i.test(one)
      ? ['trường', 'hiệu trưởng', 'school', 'principal']
      : []
    const places = parts.flatMap((part) => COMMITTEE.exec(part)?.[1] ?? [])
    const short = parts.flatMap((part) => SHORT_NAME.exec(part)?.[0] ?? [])
    return [one, ...parts, ...places, ...short, ...schools].map((text) => ({
      text,
      weight: 1,
      isPhrase: true,
      isWho: true,
      locale,
    }))
  })

const both = (text: Text, weight: number, isPhrase = true): Wording[] =>
  LOCALES.map((locale) => ({ text: text[locale], weight, isPhrase, locale }))

const keywords = (texts: readonly string[]): Wording[] =>
  texts.map((text) => ({ text, weight: 1, isPhrase: true }))

const clauses = (text: Text): Wording[] =>
  LOCALES.flatMap((locale) =>
    text[locale]
      .split(/[;:()]|[.,](?=\s)/)
      .map((clause) => ({ text: clause, weight: 1, isPhrase: true, locale })),
  )

function wordsOfAll(
  wordings: readonly Wording[],
  names: Names,
): Pick<Entry, 'phrases' | 'words' | 'plains' | 'pairs'> {
  const words = new Map<string, number>()
  const plains = new Map<string, number>()
  const pairs = new Map<string, TellingPair>()
  const phrases: Phrase[] = []
  for (const { text, weight, isPhrase, isWho = false, locale = languageOf(text) } of wordings) {
    const tokens = canonicalWords(text, locale, names)
    for (const [at, token] of tokens.entries()) {
      for (const part of [token, ...partsOfNumber(token)]) {
        raise(words, part.text, weight)
        raise(plains, part.plain, weight)
      }
      const next = tokens[at + 1]
      if (next)
        pairs.set(`${token.plain} ${next.plain}`, { first: !token.isGeneral, second: !next.isGeneral })
    }
    if (isPhrase && (isWho ? namesBody(tokens) : saysSomething(tokens)))
      phrases.push({ words: tokens, isWho })
  }
  return { phrases, words, plains, pairs }
}

/** One soft word alone («học sinh») would fit any question; three together («nhà trẻ ra lớp») name something. */
const saysSomething = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => !isSoftOrGeneral(token)) ||
  tokens.filter((token) => !isSlot(token) && !isYear(token)).length >= 3

const namesBody = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 ? tokens.some((token) => !token.isGeneral) : tokens.some(({ text }) => SCHOOL.has(text))

const SCHOOL = new Set(['trường', 'school', 'principal', 'teacher'])

const raise = (map: Map<string, number>, key: string, weight: number): void => {
  map.set(key, Math.max(map.get(key) ?? 0, weight))
}

/** `59/64` may be asked by 59 or 64, `30%` by 30. */
function partsOfNumber({ text, isNumber }: Token): Token[] {
  if (!isNumber) return []
  const parts = text.endsWith('%') ? [text.slice(0, -1)] : text.includes('/') ? text.split('/') : []
  return parts.map((part) => tokenOf(part))
}
