const LONGEST_LINE = 108

/** Returns the letters, digits and dashes of a text, marks folded away: for names of files and variables. */
export function plain(text: string): string {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  return folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/** Returns a text as a string of TypeScript. */
export function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
  if (escaped.includes("'") && !escaped.includes('"')) return `"${escaped}"`
  return `'${escaped.replaceAll("'", "\\'")}'`
}

/** Returns plain data as an expression of TypeScript. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return fields.length === 0
    ? '{}'
    : `{ ${fields.map(([name, field]) => `${name}: ${literal(field)}`).join(', ')} }`
}

/** Returns an awaited call, its arguments below each other where the line would be too long. */
export function statement(target: string, args: string[]): string {
  const line = `await ${target}(${args.join(', ')})`
  if (line.length <= LONGEST_LINE) return line
  return `await ${target}(\n${args.map((arg) => `    ${arg},`).join('\n')}\n  )`
}
