import { PALETTE, STATUS_MARKS } from './chart-palette.ts'
import { diamond, type Fonts, markAt, type Point, type Shape } from './chart-scene.ts'
import type { ChartRow, RowMarks } from './digest-chart-row.ts'
import type { FontWeight } from './font.ts'
import { wrapText } from './wrap-text.ts'

/** Px: the picture is 1280 wide and read on a phone at about a third of that. */
export const WIDTH = 1280
export const MARGIN = 44
const LABEL = { x: MARGIN, width: 412 } as const
const TRACK = { x: 474, width: 236 } as const
const TEXT = { x: 742, width: WIDTH - MARGIN - 742 } as const
const PADDING = 15
const MARK = 15

/** The scale runs from half the target to a fifth above it; what lies beyond sits at its end. */
const SCALE = { from: 0.5, to: 1.2 } as const

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
    ...wrap(fonts, row.judged, TEXT.width - 36, { size: 27, weight: 600, fill: colour }, 36),
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
  const { marks } = row
  const end = TRACK.x + TRACK.width
  return [
    { kind: 'line', from: [TRACK.x, middle], to: [end, middle], stroke: PALETTE.line, thickness: 4 },
    ...possibleBand(marks, middle),
    ...targetShapes(marks, middle, Math.min(height - 24, 84)),
    ...valueShapes(row, [trackX(marks.value ?? 1), middle]),
  ]
}

function possibleBand({ possible }: RowMarks, middle: number): readonly Shape[] {
  if (possible === undefined) return []
  const [low, high] = [trackX(possible[0]), trackX(possible[1])]
  return [
    {
      kind: 'rect',
      x: low,
      y: middle - 14,
      width: Math.max(high - low, 6),
      height: 28,
      fill: '#c3ccd6',
      round: 8,
    },
  ]
}

function targetShapes({ floor, aim }: RowMarks, middle: number, height: number): readonly Shape[] {
  const tick = (x: number): Shape => ({
    kind: 'line',
    from: [x, middle - height / 2],
    to: [x, middle + height / 2],
    stroke: PALETTE.ink,
    thickness: 6,
  })
  return [
    ...(floor === undefined ? [] : [tick(trackX(floor))]),
    ...(aim === undefined ? [] : [diamond([trackX(aim), middle], 15, PALETTE.ink)]),
  ]
}

/** The value and the way that is left to the target, so that a gap is seen before a number is read. */
function valueShapes({ marks, status }: ChartRow, at: Point): readonly Shape[] {
  if (marks.value === undefined) return []
  const { colour, shape } = STATUS_MARKS[status]
  const way: Shape = { kind: 'line', from: at, to: [trackX(1), at[1]], stroke: colour, thickness: 8 }
  return [way, ...markAt(shape, at, MARK, colour)]
}
