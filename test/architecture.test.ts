import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Who may import whom; folders of src, or files of it. What begins with «composition» may import everything but the sandbox. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: ['domain'],
  plans: ['domain'],
  ask: ['domain'],
  'usecases/ports': ['domain'],
  usecases: ['usecases/ports', 'domain', 'ask'],
  store: ['usecases/ports', 'domain'],
  i18n: ['domain'],
  exports: ['usecases/ports', 'i18n', 'domain'],
  jobs: ['usecases', 'usecases/ports', 'domain'],
  http: ['usecases', 'usecases/ports', 'domain'],
  cli: ['usecases', 'usecases/ports', 'plans', 'i18n', 'domain'],
  telegram: ['usecases', 'usecases/ports', 'exports', 'i18n', 'domain'],
  sandbox: [],
  main: ['composition', 'config', 'sandbox'],
  'cli/main': ['composition', 'config', 'cli', 'i18n'],
}
const COMPOSITION = ['app', 'run-bot', 'open-cli', 'live-plans', 'secrets', 'site']
/** Where time comes from. */
const CLOCKS = ['app.ts', 'main.ts', 'run-bot.ts']
const AT_THE_ROOT =
  '.ci .env.example .gitignore .npmrc README.md biome.json locales package-lock.json package.json prisma src test tsconfig.json'
const UNTRACKED = '.git .env node_modules dist data'

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith(join('store', 'client')))
  .map((file) => ({ file, text: readFileSync(join(ROOT, 'src', file), 'utf8') }))

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g
const importsOf = (text: string): string[] => [...text.matchAll(IMPORT)].map(([, name = '']) => name)
const targetsOf = ({ file, text }: { file: string; text: string }): string[] =>
  importsOf(text)
    .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
    .map((name) => relative(join(ROOT, 'src'), join(ROOT, 'src', dirname(file), name)))

/** The line of the table a file falls under. */
function part(file: string): string {
  const name = file.replace(/\.ts$/, '')
  if (COMPOSITION.includes(name)) return 'composition'
  if (name.startsWith('usecases/ports/')) return 'usecases/ports'
  return name in MAY_IMPORT ? name : (name.split('/')[0] ?? name)
}

const whereText = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
const whereImported = (library: RegExp): string[] =>
  sources.filter(({ text }) => importsOf(text).some((name) => library.test(name))).map(({ file }) => file)

describe('the house', () => {
  it('imports only downwards', () => {
    const wrong = sources.flatMap((source) =>
      targetsOf(source)
        .filter((target) => !mayImport(part(source.file), part(target)))
        .map((target) => `${source.file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no circle, of types neither', () => {
    const graph = new Map(sources.map((source) => [source.file, targetsOf(source)]))
    expect([...graph.keys()].flatMap((file) => findCircle(graph, file) ?? [])).toEqual([])
  })

  it('reads the environment in one file and the clock at the edge', () => {
    expect(whereText(/process\.env/)).toEqual(['config.ts'])
    const clocks = whereText(/new Date\(\)|Date\.now\b/).filter((file) => !file.startsWith('sandbox/'))
    expect(clocks.filter((file) => !CLOCKS.includes(file))).toEqual([])
  })

  it('keeps each library behind its door', () => {
    expect(
      whereImported(/prisma|\bclient\/client\.ts$|^pg$|pglite/).filter((file) => !file.startsWith('store/')),
    ).toEqual([])
    const telegram = whereImported(/^telegraf|^grammy|^@grammyjs/).filter(
      (file) => !file.startsWith('telegram/'),
    )
    expect(telegram).toEqual(['app.ts'])
    const app = sources.find(({ file }) => file === 'app.ts')?.text
    expect(app).toMatch(/import type \{[^}]*\} from 'telegraf\/types'/)
    expect(whereImported(/^node-cron$/)).toEqual(['jobs/scheduler.ts'])
  })

  it('holds at its top only what belongs there', () => {
    const known = [...AT_THE_ROOT.split(' '), ...UNTRACKED.split(' ')]
    expect(readdirSync(ROOT).filter((name) => !known.includes(name))).toEqual([])
  })
})

function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  if (from === 'composition') return to !== 'sandbox' && to !== 'main' && to !== 'cli/main'
  return MAY_IMPORT[from]?.includes(to) === true
}

/** The first way from the file back to itself. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>, start: string): string | undefined {
  const seen = new Set<string>()
  const ways = [[start]]
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, next].join(' → ')
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}
