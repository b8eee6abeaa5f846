import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LOCALES, type Locale } from '../domain/text.ts'

/** Sentences in a file, nested by place. */
export type TextTree = { readonly [key: string]: string | TextTree }

/** Two folders up both from the source and from the built program. */
const LOCALES_FOLDER = fileURLToPath(new URL('../../locales', import.meta.url))

/** Returns every file of `locales/<locale>/` by its name without extension. Throws on a file that is no JSON. */
export async function readLocales(): Promise<Readonly<Record<Locale, Record<string, TextTree>>>> {
  const read = await Promise.all(LOCALES.map(async (locale) => [locale, await readLocale(locale)] as const))
  return Object.fromEntries(read) as Record<Locale, Record<string, TextTree>>
}

async function readLocale(locale: Locale): Promise<Record<string, TextTree>> {
  const folder = join(LOCALES_FOLDER, locale)
  const files = (await readdir(folder)).filter((file) => extname(file) === '.json')
  const trees = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as TextTree),
  )
  return Object.fromEntries(files.map((file, at) => [basename(file, '.json'), trees[at] ?? {}]))
}
