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
      throw new Error(`A text lacks a param: ${text}`)
    },
  })
  const made = new Map(LOCALES.map((locale) => [locale, createT(instance, locale)]))
  return { for: (locale) => made.get(locale) ?? createT(instance, locale) }
}

function createT(instance: i18n, locale: Locale): T {
  // i18next's own key types would have to be told of every namespace a second time; TextKey is the one place.
  const translate = instance.getFixedT(locale) as (key: string, params?: TextParams) => string
  const known = new Map<TextKey, string>()
  const sentence = (key: TextKey, params?: TextParams) => {
    if (params !== undefined) return translate(key, params)
    // Without facts it is always the same.
    const text = known.get(key) ?? translate(key)
    known.set(key, text)
    return text
  }
  return Object.assign(sentence, {
    html: (key: TextKey, params?: TextParams) => sentence(key, params && escapeParams(params)),
    locale,
  })
}

const escapeParams = (params: TextParams): TextParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeHtml(value) : value,
    ]),
  )
