import { PALETTE, STATUS_MARKS } from './chart-palette.ts'
import { diamond, type Fonts, markAt, type Point, type Shape } from './chart-scene.ts'
import type { ChartRow, RowMarks } from './digest-chart-row.ts'
import type { FontWeight } from './font.ts'
import { wrapText } from './wrap-text.ts'

/** Px: the picture is 1280 wide and read on a phone at about a third of that. */
export const WIDTH = 1280
export const MARGIN = 44
const LABEL = { x: MARGIN, width: 406 } as const
const TRACK = { x: 486, width: 208 } as const
const TEXT = { x: 734, width: WIDTH - MARGIN - 734 } as const
const PADDING = 15
/** Half widths of a value's sign and an aim's diamond. */
const MARK = 15
const AIM = 11

/** The scale runs from half the target to a fifth above it; what lies beyond sits at its end, with an arrow outwards. */
const SCALE = { from: 0.5, to: 1.2 } as const
/** Beyond by less is not seen: no arrow. */
const NEAR = 0.01

interface Line {
  readonly text: string
  readonly size: number
  readonly weight: FontWeight
  readonly fill: string
  readonly indent: number
}

interface PlacedRow {
  /** Behind everything; empty in every second row. */
  readonly band: readonly Shape[]
  readonly shapes: readonly Shape[]
  readonly bottom: number
}

/** Returns the x of a place on the scale, 1 being the target. */
export const trackX = (ratio: number): number =>
  TRACK.x +
  ((Math.min(Math.max(ratio, SCALE.from), SCALE.to) - SCALE.from) / (SCALE.to - SCALE.from)) * TRACK.width

/** Returns the row's shapes from `top` on; the row is as high as its texts need, none is cut. */
export function layOutRow(fonts: Fonts, row: ChartRow, top: number, isBanded: boolean): PlacedRow {
  const label = wrap(fonts, row.label, LABEL.width, { size: 30, weight: 600, fill: PALETTE.ink })
  const texts = textLines(fonts, row)
  const height = Math.max(heightOf(label), heightOf(texts), 2 * MARK + 24) + 2 * PADDING
  const middle = top + height / 2
  const band: Shape = {
    kind: 'rect',
    x: 20,
    y: top,
    width: WIDTH - 40,
    height,
    fill: PALETTE.band,
    round: 14,
  }
  const shapes = [
    ...stack(label, LABEL.x, middle),
    ...trackShapes(row, middle, height),
    ...stack(texts, TEXT.x, middle),
    ...statusSign(row, texts, middle),
  ]
  return { band: isBanded ? [band] : [], shapes, bottom: top + height }
}

function textLines(fonts: Fonts, row: ChartRow): readonly Line[] {
  const { colour } = STATUS_MARKS[row.status]
  return [
    ...wrap(fonts, row.value, TEXT.width, { size: 32, weight: 700, fill: PALETTE.ink }),
    ...wrap(fonts, row.judged, TEXT.width - 36, { size: 28, weight: 600, fill: colour }, 36),
    ...row.notes.flatMap((note) =>
      wrap(fonts, note, TEXT.width, { size: 26, weight: 400, fill: PALETTE.quiet }),
    ),
  ]
}

function wrap(
  fonts: Fonts,
  text: string,
  width: number,
  style: Omit<Line, 'text' | 'indent'>,
  indent = 0,
): readonly Line[] {
  return wrapText(fonts[style.weight], text, style.size, width).map((line) => ({
    ...style,
    text: line,
    indent,
  }))
}

const lineHeight = (line: Line): number => line.size * 1.3
const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + lineHeight(line), 0)

function stack(lines: readonly Line[], x: number, middle: number): readonly Shape[] {
  return lineMiddles(lines, middle).map(({ line, y }) => ({ kind: 'text', x: x + line.indent, y, ...line }))
}

function lineMiddles(
  lines: readonly Line[],
  middle: number,
): readonly { readonly line: Line; readonly y: number }[] {
  let y = middle - heightOf(lines) / 2
  return lines.map((line) => {
    y += lineHeight(line)
    return { line, y: y - lineHeight(line) / 2 }
  })
}

/** The status' sign stands before the first line that judges. */
function statusSign(row: ChartRow, texts: readonly Line[], middle: number): readonly Shape[] {
  const judged = lineMiddles(texts, middle).find(({ line }) => line.indent > 0)
  const { shape, colour } = STATUS_MARKS[row.status]
  return judged === undefined ? [] : markAt(shape, [TEXT.x + 12, judged.y], 11, colour)
}

function trackShapes(row: ChartRow, middle: number, height: number): readonly Shape[] {
  const { marks, status } = row
  const { colour, shape } = STATUS_MARKS[status]
  const end = TRACK.x + TRACK.width
  const best = marks.value ?? (status === 'missed' ? marks.possible?.[1] : undefined)
  return [
    { kind: 'line', from: [TRACK.x, middle], to: [end, middle], stroke: PALETTE.line, thickness: 4 },
    ...possibleBand(marks, middle),
    // the way that is left to the target, so that a gap is seen before a number is read
    ...(best === undefined ? [] : [lineTo([trackX(best), middle], [trackX(1), middle], colour)]),
    ...targetShapes(marks, middle, Math.min(height - 24, 84)),
    ...(marks.value === undefined ? [] : markAt(shape, [trackX(marks.value), middle], MARK, colour)),
    ...beyondSigns(marks, middle),
  ]
}

const lineTo = (from: Point, to: Point, stroke: string): Shape => ({
  kind: 'line',
  from,
  to,
  stroke,
  thickness: 8,
})

function possibleBand({ possible }: RowMarks, middle: number): readonly Shape[] {
  if (possible === undefined) return []
  const [low, high] = [trackX(possible[0]), trackX(possible[1])]
  const width = Math.max(high - low, 6)
  return [{ kind: 'rect', x: low, y: middle - 14, width, height: 28, fill: PALETTE.possible, round: 8 }]
}

/** The aim's diamond stands on top of its line, where no value covers it. */
function targetShapes({ floor, aim }: RowMarks, middle: number, height: number): readonly Shape[] {
  const line = (x: number, top: number, bottom: number, thickness: number): Shape => ({
    kind: 'line',
    from: [x, top],
    to: [x, bottom],
    stroke: PALETTE.ink,
    thickness,
  })
  const half = height / 2
  const top = middle - Math.max(half - AIM, MARK + AIM + 3)
  return [
    ...(floor === undefined ? [] : [line(trackX(floor), middle - half, middle + half, 6)]),
    ...(aim === undefined
      ? []
      : [line(trackX(aim), top, middle + MARK, 3), diamond([trackX(aim), top], AIM, PALETTE.ink)]),
  ]
}

/** An arrow at each end of the scale beyond which something lies. */
function beyondSigns({ value, possible, aim }: RowMarks, middle: number): readonly Shape[] {
  const places = [value, aim, ...(possible ?? [])].filter((place) => place !== undefined)
  const arrow = (x: number, way: 1 | -1): Shape => ({
    kind: 'polygon',
    points: [
      [x, middle - 10],
      [x + way * 11, middle],
      [x, middle + 10],
    ],
    fill: PALETTE.quiet,
  })
  return [
    ...(places.some((place) => place < SCALE.from - NEAR) ? [arrow(TRACK.x - MARK - 5, -1)] : []),
    ...(places.some((place) => place > SCALE.to + NEAR) ? [arrow(TRACK.x + TRACK.width + MARK + 5, 1)] : []),
  ]
}
