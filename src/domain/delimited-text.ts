const SEPARATORS = [';', '\t', ','] as const

/** Returns the text of a file as spreadsheets save it: UTF-8 or UTF-16LE, with or without its mark. Undefined when it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes).normalize('NFC')
  } catch {
    return undefined
  }
}

/**
 * Returns rows of trimmed cells; empty lines stay, so that a row's index is its place in the file.
 * The separator is the one of semicolon, tab and comma that stands most often in the first line; cells may be quoted.
 */
export function parseDelimited(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text.slice(0, text.search(/\r?\n|$/)))
  const rows: string[][] = []
  let row: string[] = []
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`, 'y')
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) break
    row.push(unquote(match[1] ?? '').trim())
    if (match[2] === separator && cell.lastIndex < text.length) continue
    if (match[2] === separator) row.push('')
    rows.push(row)
    row = []
  }
  return rows
}

const separatorOf = (line: string): string =>
  SEPARATORS.reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best))

const unquote = (cell: string): string =>
  cell.startsWith('"') && cell.endsWith('"') && cell.length > 1
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell
