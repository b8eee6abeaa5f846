import { createInstance, type i18n } from 'i18next'
import { LOCALES, type Locale } from '../domain/text.ts'
import { escapeHtml } from './escape-html.ts'
import { readLocales } from './read-locales.ts'
import type { TextKey } from './text-key.ts'

/** Named facts of a sentence; `count` chooses the plural form where a language has one. */
export type TextParams = Readonly<Record<string, string | number>>

/** Turns a key into a whole sentence of one locale. */
export interface T {
  /** Plain text, nothing escaped. Throws when a named fact of the sentence is not given: a sentence with a hole is never sent. */
  (key: TextKey, params?: TextParams): string
  /** The sentence as Telegram HTML: its own tags stay, the params are escaped. */
  html(key: TextKey, params?: TextParams): string
  readonly locale: Locale
}

export interface Texts {
  for(locale: Locale): T
}

/** Returns every text of `locales/`, read once. Throws when a locale or a file cannot be read. */
export async function createTexts(): Promise<Texts> {
  const resources = await readLocales()
  const instance = createInstance()
  await instance.init({
    resources,
    fallbackLng: false,
    ns: Object.keys(resources.vi),
    defaultNS: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`No text ${key}`)
    },
    missingInterpolationHandler: (text) => {
      throw lacking(text)
    },
  })
  const made = new Map(LOCALES.map((locale) => [locale, createT(instance, locale)]))
  return { for: (locale) => made.get(locale) ?? createT(instance, locale) }
}

function createT(instance: i18n, locale: Locale): T {
  // i18next's own key types would have to be told of every namespace a second time; TextKey is the one place.
  const translate = instance.getFixedT(locale) as (key: string, params?: TextParams) => string
  const known = new Map<string, Sentence>()
  const sentence = (key: TextKey, params: TextParams, show: (value: string) => string) => {
    // The number chooses among sentences.
    if ('count' in params) return translate(key, mapValues(params, show))
    const names = Object.keys(params)
    const asked = `${key} ${names.join(' ')}`
    const made = known.get(asked) ?? translate(key, mark(names)).split(MARK)
    known.set(asked, made)
    return fill(made, params, show)
  }
  return Object.assign((key: TextKey, params: TextParams = {}) => sentence(key, params, asIs), {
    html: (key: TextKey, params: TextParams = {}) => sentence(key, params, escapeHtml),
    locale,
  })
}

/** Words of the language and names of facts in turn, beginning with words: found once, as looking a sentence up costs far more than saying it. */
type Sentence = readonly string[]

/** Stands around the names of facts; nobody writes it. */
const MARK = '\u0000'

const lacking = (what: string): Error => new Error(`A text lacks a param: ${what}`)

const mark = (names: readonly string[]): TextParams =>
  Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`]))

function fill(sentence: Sentence, params: TextParams, show: (value: string) => string): string {
  let said = ''
  for (const [place, part] of sentence.entries()) said += place % 2 === 0 ? part : shown(part, params, show)
  return said
}

function shown(name: string, params: TextParams, show: (value: string) => string): string {
  const value = params[name]
  if (value === undefined) throw lacking(name)
  return typeof value === 'string' ? show(value) : String(value)
}

const asIs = (value: string): string => value

const mapValues = (params: TextParams, show: (value: string) => string): TextParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? show(value) : value]),
  )
