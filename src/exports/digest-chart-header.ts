import type { Digest } from '../domain/digest.ts'
import { renderAsOf, renderReports, renderWeek } from '../i18n/digest-text.ts'
import type { T } from '../i18n/texts.ts'
import { PALETTE, STATUS_MARKS } from './chart-palette.ts'
import { diamond, type Fonts, markAt, type Shape } from './chart-scene.ts'
import { MARGIN, WIDTH } from './digest-chart-rows.ts'
import { tallyOf } from './digest-chart-tally.ts'
import type { FontWeight } from './font.ts'
import { drawable, wrapText } from './wrap-text.ts'

const INNER = WIDTH - 2 * MARGIN

/** Shapes laid below each other; `y` is where the next begins. */
interface Flow {
  readonly shapes: Shape[]
  y: number
}

/** Returns the picture's head: whose it is, which week, as of when, how complete, how many stand where, and how to read it. */
export function layOutHeader(
  fonts: Fonts,
  t: T,
  digest: Digest,
  top: number,
): { shapes: readonly Shape[]; bottom: number } {
  const flow: Flow = { shapes: [], y: top }
  addText(flow, fonts, digest.unit.name, 50, 700, PALETTE.ink)
  addText(flow, fonts, renderWeek(t, digest), 33, 600, PALETTE.ink)
  addText(flow, fonts, renderAsOf(t, digest), 29, 400, PALETTE.quiet)
  flow.y += 14
  addReports(flow, fonts, t, digest)
  flow.y += 14
  addTally(flow, fonts, t, digest)
  addLegend(flow, fonts, t, digest)
  return { shapes: flow.shapes, bottom: flow.y + 8 }
}

function addText(
  flow: Flow,
  fonts: Fonts,
  text: string,
  size: number,
  weight: FontWeight,
  fill: string,
): void {
  for (const line of wrapText(fonts[weight], text, size, INNER)) {
    flow.y += size * 1.32
    flow.shapes.push({ kind: 'text', x: MARGIN, y: flow.y - size * 0.66, text: line, size, weight, fill })
  }
}

function addReports(flow: Flow, fonts: Fonts, t: T, digest: Digest): void {
  const { expected, reported, accepted } = digest
  addText(flow, fonts, renderReports(t, digest), 32, 600, PALETTE.ink)
  flow.y += 8
  const bar = (share: number, fill: string): Shape => ({
    kind: 'rect',
    ...{ x: MARGIN, y: flow.y, width: INNER * share, height: 30, fill, round: 8 },
  })
  const shareOf = (count: number) => (expected === 0 ? 0 : Math.min(count / expected, 1))
  flow.shapes.push(bar(1, PALETTE.open))
  if (reported > 0) flow.shapes.push(bar(shareOf(reported), PALETTE.reported))
  if (accepted > 0) flow.shapes.push(bar(shareOf(accepted), PALETTE.accepted))
  flow.y += 30
}

function addTally(flow: Flow, fonts: Fonts, t: T, digest: Digest): void {
  const items = tallyOf(t, digest.rows).map(({ text, status }): Item => {
    const { shape, colour } = STATUS_MARKS[status]
    return { text, fill: colour, sign: (x, y) => markAt(shape, [x, y], 13, colour) }
  })
  addItems(flow, fonts, 31, 700, items)
}

function addLegend(flow: Flow, fonts: Fonts, t: T, digest: Digest): void {
  if (digest.rows.length === 0) return
  const fill = PALETTE.quiet
  const tick = (x: number, y: number): readonly Shape[] => [
    { kind: 'line', from: [x, y - 17], to: [x, y + 17], stroke: PALETTE.ink, thickness: 6 },
  ]
  const band = (x: number, y: number): readonly Shape[] => [
    { kind: 'rect', x: x - 16, y: y - 12, width: 32, height: 24, fill: PALETTE.possible, round: 6 },
  ]
  addItems(flow, fonts, 28, 400, [
    { text: t('digest:chart.floor'), fill, sign: tick },
    { text: t('digest:chart.aim'), fill, sign: (x, y) => [diamond([x, y], 13, PALETTE.ink)] },
    ...(digest.rows.some(({ interval }) => interval !== undefined)
      ? [{ text: t('digest:chart.interval'), fill, sign: band }]
      : []),
    { text: t('digest:chart.scale'), fill, sign: () => [] },
  ])
}

interface Item {
  readonly text: string
  readonly fill: string
  readonly sign: (x: number, y: number) => readonly Shape[]
}

/** Signs with their words in a line, on to the next line where one is full. */
function addItems(flow: Flow, fonts: Fonts, size: number, weight: FontWeight, items: readonly Item[]): void {
  const font = fonts[weight]
  let x = MARGIN
  if (items.length > 0) flow.y += size * 1.6
  for (const { text, fill, sign } of items) {
    const written = drawable(font, text)
    const indent = sign(0, 0).length === 0 ? 0 : 42
    const width = indent + font.width(written, size) + 36
    if (x > MARGIN && x + width - 36 > WIDTH - MARGIN) {
      x = MARGIN
      flow.y += size * 1.5
    }
    const y = flow.y - size * 0.75
    flow.shapes.push(...sign(x + 16, y), {
      kind: 'text',
      x: x + indent,
      y,
      text: written,
      size,
      weight,
      fill,
    })
    x += width
  }
}
