import type { Digest, ProgressRow } from '../domain/digest.ts'
import { rowStatus } from '../domain/digest-build.ts'
import { rowsForGroup } from '../domain/small-counts.ts'
import { renderRowLabel } from '../i18n/row-text.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { DigestRenderer } from '../usecases/ports.ts'
import { PALETTE } from './chart-palette.ts'
import { drawScene, type Fonts, type Shape } from './chart-scene.ts'
import { layOutHeader } from './digest-chart-header.ts'
import { toChartRow } from './digest-chart-row.ts'
import { layOutRow, MARGIN, trackX, WIDTH } from './digest-chart-rows.ts'
import { tallyOf } from './digest-chart-tally.ts'
import { FONT_FILES, readFont } from './font.ts'
import { createSvgToPng } from './svg-to-png.ts'
import { wrapText } from './wrap-text.ts'

/** More would be too small on a phone; the rest is counted in a line and read in private. */
export const MAX_ROWS = 14
/** Of what is missed and has no row. */
const MAX_NAMED = 6
/** Rows with long names fill it before that; a taller picture is shown too small in a chat. */
const MAX_HEIGHT = 2600

/** Returns what draws a digest's picture: PNG, 1280 px wide, as high as its rows, on a card of its own. */
export async function createDigestChart(texts: Texts): Promise<DigestRenderer> {
  const [regular, semibold, bold] = await Promise.all(Object.values(FONT_FILES).map(readFont))
  if (regular === undefined || semibold === undefined || bold === undefined)
    throw new Error('A font is missing')
  const fonts: Fonts = { 400: regular, 600: semibold, 700: bold }
  const svgToPng = createSvgToPng()
  return { render: (digest, locale) => svgToPng(drawDigest(fonts, texts.for(locale), digest), PALETTE.card) }
}

/** Returns the digest's picture as SVG. */
export function drawDigest(fonts: Fonts, t: T, digest: Digest): string {
  const shown = rowsForGroup(digest.rows)
  const header = layOutHeader(fonts, t, { ...digest, rows: shown }, 30)
  const rows = layOutRows(fonts, t, shown, digest.reported < digest.expected, header.bottom + 8)
  const hidden = digest.rows.length - shown.length
  const footer = layOutFooter(fonts, t, shown, { count: rows.count, hidden }, rows.bottom)
  const height = Math.ceil(footer.bottom + 30)
  const card: Shape = { kind: 'rect', x: 0, y: 0, width: WIDTH, height, fill: PALETTE.card }
  return drawScene([card, ...header.shapes, ...rows.shapes, ...footer.shapes], WIDTH, height)
}

interface Laid {
  readonly shapes: readonly Shape[]
  readonly bottom: number
}

function layOutRows(
  fonts: Fonts,
  t: T,
  rows: readonly ProgressRow[],
  isPartial: boolean,
  top: number,
): Laid & { readonly count: number } {
  const bands: Shape[] = []
  const shapes: Shape[] = []
  let bottom = top
  let count = 0
  for (const [place, row] of rows.slice(0, MAX_ROWS).entries()) {
    const placed = layOutRow(fonts, toChartRow(t, row, isPartial), bottom, place % 2 === 0)
    if (count > 0 && placed.bottom > MAX_HEIGHT) break
    count++
    bands.push(...placed.band)
    shapes.push(...placed.shapes)
    bottom = placed.bottom
  }
  const x = trackX(1)
  const guide: Shape = {
    kind: 'line',
    from: [x, top],
    to: [x, bottom],
    stroke: PALETTE.line,
    thickness: 3,
    isDashed: true,
  }
  return { shapes: rows.length === 0 ? [] : [...bands, guide, ...shapes], bottom, count }
}

/** What has no row: the names of what is missed, and how much else there is. */
function layOutFooter(
  fonts: Fonts,
  t: T,
  rows: readonly ProgressRow[],
  { count, hidden }: { readonly count: number; readonly hidden: number },
  top: number,
): Laid {
  const undrawn = rows.slice(count)
  const named = undrawn.filter((row) => rowStatus(row) === 'missed').slice(0, MAX_NAMED)
  const rest = undrawn.filter((row) => !named.includes(row))
  const texts = [
    ...(rows.length === 0 ? [t('digest:chart.empty')] : []),
    ...(named.length > 0
      ? [t('digest:chart.missed', { labels: named.map((row) => renderRowLabel(t, row)).join('; ') })]
      : []),
    ...(rest.length > 0 ? [renderRest(t, rest)] : []),
    ...(hidden > 0 ? [t('digest:chart.hidden', { count: hidden })] : []),
  ]
  const size = 28
  const lines = texts.flatMap((text) => wrapText(fonts[600], text, size, WIDTH - 2 * MARGIN))
  const style = { kind: 'text', x: MARGIN, size, weight: 600, fill: PALETTE.quiet } as const
  return {
    shapes: lines.map((line, place) => ({ ...style, text: line, y: top + 36 + place * size * 1.35 })),
    bottom: lines.length === 0 ? top : top + 16 + lines.length * size * 1.35,
  }
}

const renderRest = (t: T, rest: readonly ProgressRow[]): string => {
  const tally = tallyOf(t, rest).map(({ text }) => text)
  return t('digest:chart.rest', { count: rest.length, tally: tally.join(', ') })
}
