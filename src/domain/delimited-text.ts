const SEPARATORS = [';', '\t', ','] as const

/**
 * Returns the text of a file as spreadsheets save it: UTF-8 or UTF-16 of either order, with or without its mark, or the Vietnamese
 * code page of Windows (1258), whose letters come in pieces and are put together. Undefined when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeAs(encodingOf(bytes), bytes) ?? decodeAs('windows-1258', bytes)
  return text !== undefined && isText(text) ? text.normalize('NFC') : undefined
}

/** Control characters, which no table holds; a file with any of them is no text. */
const isText = (text: string): boolean => !/\p{Cc}/u.test(text.replace(/[\t\r\n\f\v]/g, ''))

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Of a table's first characters at least one in a pair is plain Latin: the other byte of it is zero. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8'
}

/**
 * Returns rows of trimmed cells; empty lines stay, so that a row's index is its place in the file.
 * The separator is the one the file names (Excel's `sep=;`), else the one of semicolon, tab and comma that stands most often in the
 * first line with anything in it; cells may be quoted.
 */
export function parseDelimited(text: string): readonly (readonly string[])[] {
  const [, named] = /^sep=([;,\t])(?=\r?\n|\r|$)/.exec(text) ?? []
  const separator = named ?? separatorOf(/\S[^\r\n]*/.exec(text)?.[0] ?? '')
  const rows: string[][] = []
  let row: string[] = []
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`, 'y')
  if (named !== undefined) {
    cell.lastIndex = 'sep=;'.length + (/^\r?\n|^\r/.exec(text.slice('sep=;'.length))?.[0].length ?? 0)
    rows.push([''])
  }
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
