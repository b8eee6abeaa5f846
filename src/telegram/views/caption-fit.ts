/** One line of a caption. `rank` 0 is always there; of the others the lower ranks are kept. */
export interface CaptionLine {
  readonly html: string
  readonly rank: number
  /** Lines of one list; `more` says how many of them had no room. */
  readonly list?: CaptionList
}

export interface CaptionList {
  readonly more: (left: number) => string
  /** Entries that are there already left out before fitting. */
  readonly unlisted: number
}

/** What the reader sees of Telegram HTML: tags gone, entities read. Counted in UTF-16 units, never fewer than code points. */
export const visibleLength = (html: string): number =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, ' ').length

/** Room kept for the «… và N …» of each list. */
const MORE_ROOM = 40

/** Returns the lines that fit, in their order, joined; a list that lost entries says how many. */
export function fitCaption(lines: readonly CaptionLine[], limit: number): string {
  const lists = new Set(lines.flatMap(({ list }) => (list === undefined ? [] : [list])))
  let room = limit - lists.size * MORE_ROOM
  const kept = new Set<CaptionLine>()
  for (const line of lines.toSorted((left, right) => left.rank - right.rank)) {
    const length = visibleLength(line.html) + 1
    if (line.rank > 0 && length > room) continue
    kept.add(line)
    room -= length
  }
  return lines.flatMap((line, place) => [...showLine(line, kept), ...showRest(lines, place, kept)]).join('\n')
}

const showLine = (line: CaptionLine, kept: ReadonlySet<CaptionLine>): readonly string[] =>
  kept.has(line) ? [line.html] : []

/** Behind the last line of a list. */
function showRest(
  lines: readonly CaptionLine[],
  place: number,
  kept: ReadonlySet<CaptionLine>,
): readonly string[] {
  const list = lines[place]?.list
  if (list === undefined || lines[place + 1]?.list === list) return []
  const left = list.unlisted + lines.filter((line) => line.list === list && !kept.has(line)).length
  return left === 0 ? [] : [list.more(left)]
}

/** Returns a name on one line and no longer than `limit` letters; «…» where it was. */
export function shorten(name: string, limit: number): string {
  const letters = [
    ...name
      .normalize('NFC')
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim(),
  ]
  return letters.length <= limit
    ? letters.join('')
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}
