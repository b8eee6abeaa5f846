import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { COMMANDS as CLI_COMMANDS } from '../src/cli/commands.ts'
import { COMMANDS } from '../src/telegram/commands/index.ts'
import { findCommand } from '../src/telegram/services.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')
const halves = readme.split('\n# Chỉ Tiêu in English\n')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }
const all = (pattern: RegExp): readonly string[] =>
  [...readme.matchAll(pattern)].map(([, found = '']) => found)

describe('the README', () => {
  it('tells of every command', () => {
    const untold = COMMANDS.map(({ name }) => `/${name}`).filter((command) => !readme.includes(command))
    expect(untold).toEqual([])
  })

  it('promises no command that is not there', () => {
    const promised = all(/`\/([a-z]+)(?: [^`]*)?`/g).filter(
      (word) => !['healthz', 'readyz', 'metrics', 'newbot'].includes(word),
    )
    expect(promised.filter((word) => !findCommand(COMMANDS, word))).toEqual([])
  })

  it('tells of every setting in both languages', () => {
    expect(halves).toHaveLength(2)
    const names = Object.keys(parseEnv(read('.env.example')))
    expect(names.length).toBeGreaterThan(10)
    for (const half of halves) expect(names.filter((name) => !half.includes(`\`${name}\``))).toEqual([])
  })

  it('names npm scripts and command lines that are there', () => {
    const named = all(/npm run ([\w:]+)/g)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const lines = all(/npm run cli -- ([a-z]+(?: [a-z]+)?)/g)
    expect(lines.length).toBeGreaterThan(5)
    expect(
      lines.filter((line) => !CLI_COMMANDS.some(({ name }) => line === name || line.startsWith(`${name} `))),
    ).toEqual([])
  })

  it('shows pictures and links to files that are there', () => {
    const files = [...all(/src="([^"]+)"/g), ...all(/\]\(([^)#]+)\)/g)]
    expect(files.length).toBeGreaterThan(2)
    expect(files.filter((file) => !existsSync(new URL(`../${file}`, import.meta.url)))).toEqual([])
  })
})
