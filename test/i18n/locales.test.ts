import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/domain/errors.ts'
import { readLocales, type TextTree } from '../../src/i18n/read-locales.ts'

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url))
const ENGLISH =
  /\b(the|and|please|with|not|your|you|submit|week|school|error|back|later|yes|no|figures?|reports?)\b/i

type Sentences = Map<string, string>
let vi: Sentences
let en: Sentences
let source: string

function flatten(tree: TextTree, prefix: string, separator: string): (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${separator}${key}`, value] as const]
      : flatten(value, `${prefix}${separator}${key}`, '.'),
  )
}

const sentencesOf = (files: Record<string, TextTree>): Sentences =>
  new Map(Object.entries(files).flatMap(([name, tree]) => flatten(tree, name, ':')))

const baseKey = (key: string): string => key.replace(/_(one|other)$/, '')
const baseKeys = (sentences: Sentences): string[] => [...new Set([...sentences.keys()].map(baseKey))].sort()

function placeholders(sentences: Sentences): Map<string, string> {
  const found = new Map<string, Set<string>>()
  for (const [key, text] of sentences) {
    const names = found.get(baseKey(key)) ?? new Set()
    for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) names.add(name ?? '')
    found.set(baseKey(key), names)
  }
  return new Map([...found].map(([key, names]) => [key, [...names].sort().join(' ')]))
}

async function readSource(): Promise<string> {
  const files = await readdir(SOURCE, { recursive: true })
  const code = files.filter((file) => file.endsWith('.ts') && !file.startsWith(join('store', 'client')))
  return (await Promise.all(code.map((file) => readFile(join(SOURCE, file), 'utf8')))).join('\n')
}

/** Keys the source names whole, and beginnings that it completes with a value: `common:role.${role}`. */
function usedKeys(): { readonly whole: Set<string>; readonly beginnings: string[] } {
  const whole = new Set<string>()
  const beginnings: string[] = []
  for (const [, key, open] of source.matchAll(/['"`]([a-z]+:[\w.-]+?)(\$\{|['"`])/g)) {
    if (key === undefined) continue
    if (open === '${') beginnings.push(key)
    else whole.add(key)
  }
  for (const [, beginning] of source.matchAll(/`([a-z]+:)\$\{/g)) if (beginning) beginnings.push(beginning)
  return { whole, beginnings }
}

beforeAll(async () => {
  const locales = await readLocales()
  vi = sentencesOf(locales.vi)
  en = sentencesOf(locales.en)
  source = await readSource()
})

describe('the texts', () => {
  it('have the same keys in every locale', () => {
    expect(baseKeys(en)).toEqual(baseKeys(vi))
    expect(baseKeys(vi).length).toBeGreaterThan(50)
  })

  it('have the same placeholders in every locale', () => {
    expect(Object.fromEntries(placeholders(en))).toEqual(Object.fromEntries(placeholders(vi)))
  })

  it('are all used', () => {
    const { whole, beginnings } = usedKeys()
    const unused = baseKeys(vi).filter(
      (key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })

  it('hold no English in Vietnamese, and no plural forms, which Vietnamese lacks', () => {
    const english = [...vi].filter(([, text]) =>
      ENGLISH.test(text.replace(/\{\{\w+\}\}|<[^>]*>|\/\w+/g, ' ')),
    )
    expect(english).toEqual([])
    expect([...vi.keys()].filter((key) => key !== baseKey(key))).toEqual([])
  })

  it('are whole in every form a language has: each _one has its _other', () => {
    const one = [...en.keys()].filter((key) => key.endsWith('_one'))
    expect(one.filter((key) => !en.has(key.replace(/_one$/, '_other')))).toEqual([])
  })

  it('are composed letters (NFC), as Telegram counts them', () => {
    expect([...vi, ...en].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([])
  })

  it('tell what happened and what to do for every error code', () => {
    for (const code of ERROR_CODES) expect(vi.get(`errors:${code}`), code).toMatch(/\. .+\.$/)
  })

  it('are typed: each file has its line in text-key.ts', async () => {
    const keys = await readFile(join(SOURCE, 'i18n', 'text-key.ts'), 'utf8')
    const files = [...new Set([...vi.keys()].map((key) => key.slice(0, key.indexOf(':'))))]
    for (const file of files) expect(keys).toContain(`  ${file}: typeof ${file}\n`)
  })
})
