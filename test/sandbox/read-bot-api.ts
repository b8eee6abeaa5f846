/**
 * Reads the published description of the Bot API. As a program (`npx jiti test/sandbox/read-bot-api.ts`) it writes what the
 * sandbox refuses by; a test holds the two together.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Parameters by method: `string`, `integer`, `boolean`, `json` or `file`, with `?` where one may be left out. */
export type BotApiDescription = Record<string, Record<string, string>>

const DECLARATIONS = new URL('../../node_modules/@grammyjs/types/methods.d.ts', import.meta.url)
const WRITTEN = new URL('../../src/sandbox/methods/published.json', import.meta.url)

const METHOD = /^ {4}(\w+)\((?:args\??: \{$|\):)/
const PARAMETER = /^ {8}(\w+)(\??): (.*);$/

/** Returns every method of @grammyjs/types with its parameters. Throws: an Error for a type it does not know how to call. */
export function readBotApi(): BotApiDescription {
  const description: BotApiDescription = {}
  let parameters: Record<string, string> = {}
  for (const line of readFileSync(DECLARATIONS, 'utf8').split('\n')) {
    const method = METHOD.exec(line)?.[1]
    if (method !== undefined) {
      parameters = {}
      description[method] = parameters
    }
    const [, name, optional, type] = PARAMETER.exec(line) ?? []
    if (name !== undefined && type !== undefined) parameters[name] = `${kindOf(type)}${optional}`
  }
  return description
}

function kindOf(type: string): string {
  if (type === 'F' || type === 'F | string') return 'file'
  if (type === 'boolean') return 'boolean'
  if (/^number$|^(0x[0-9A-F]+|\d+)( \| (0x[0-9A-F]+|\d+))*$/.test(type)) return 'integer'
  if (/^(string|number \| string|ParseMode|LanguageCode)$|^"|^\(string &/.test(type)) return 'string'
  if (/^(readonly |ReadonlyArray<)?[A-Z]|\[\]$/.test(type)) return 'json'
  throw new Error(`a parameter of type ${type}`)
}

/** What the sandbox refuses by, as it is written. */
export const readWritten = (): BotApiDescription => JSON.parse(readFileSync(WRITTEN, 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = Object.entries(readBotApi()).map(
    ([name, parameters]) => `  ${JSON.stringify(name)}: ${JSON.stringify(parameters)}`,
  )
  writeFileSync(WRITTEN, `{\n${lines.join(',\n')}\n}\n`)
}
