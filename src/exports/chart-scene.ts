import { GraphicComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { MarkShape } from './chart-palette.ts'
import { FONT_FAMILY, type Font, type FontWeight } from './font.ts'

export type Fonts = Readonly<Record<FontWeight, Font>>

/** One thing to draw, in px of the picture. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly round?: number
    }
  | {
      readonly kind: 'line'
      readonly from: Point
      readonly to: Point
      readonly stroke: string
      readonly thickness: number
      readonly isDashed?: boolean
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly weight: FontWeight
      readonly fill: string
      readonly align?: 'left' | 'right'
    }
  | {
      readonly kind: 'polygon'
      readonly points: readonly Point[]
      readonly fill: string
      readonly stroke?: string
      readonly thickness?: number
    }
  | {
      readonly kind: 'circle'
      readonly x: number
      readonly y: number
      readonly radius: number
      readonly fill: string
      readonly stroke?: string
      readonly thickness?: number
    }

export type Point = readonly [x: number, y: number]

/** Returns the shapes as SVG, drawn in order. Y of a text is its middle. */
export function drawScene(shapes: readonly Shape[], width: number, height: number): string {
  // Parts are registered once however often they are named; nothing else of the library is loaded.
  use([GraphicComponent, SVGRenderer])
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, graphic: { elements: shapes.map(toElement) } })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function toElement(shape: Shape): object {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, fill, round } = shape
      return { type: 'rect', silent: true, shape: { x, y, width, height, r: round ?? 0 }, style: { fill } }
    }
    case 'line':
      return {
        type: 'line',
        silent: true,
        shape: { x1: shape.from[0], y1: shape.from[1], x2: shape.to[0], y2: shape.to[1] },
        style: {
          stroke: shape.stroke,
          lineWidth: shape.thickness,
          lineDash: shape.isDashed === true ? [6, 8] : false,
        },
      }
    case 'text':
      return {
        type: 'text',
        silent: true,
        x: shape.x,
        y: shape.y,
        style: {
          text: shape.text,
          fontSize: shape.size,
          fontWeight: shape.weight,
          fontFamily: FONT_FAMILY,
          fill: shape.fill,
          align: shape.align ?? 'left',
          verticalAlign: 'middle',
        },
      }
    case 'polygon':
      return { type: 'polygon', silent: true, shape: { points: shape.points }, style: outline(shape) }
    case 'circle':
      return {
        type: 'circle',
        silent: true,
        shape: { cx: shape.x, cy: shape.y, r: shape.radius },
        style: outline(shape),
      }
  }
}

const outline = (shape: {
  readonly fill: string
  readonly stroke?: string
  readonly thickness?: number
}): object =>
  shape.stroke === undefined
    ? { fill: shape.fill }
    : { fill: shape.fill, stroke: shape.stroke, lineWidth: shape.thickness ?? 3 }

/** Returns the sign of a status around a point; `size` is its half width in px. */
export function markAt(shape: MarkShape, [x, y]: Point, size: number, colour: string): readonly Shape[] {
  switch (shape) {
    case 'circle':
      return [{ kind: 'circle', x, y, radius: size, fill: colour }]
    case 'ring':
      return [{ kind: 'circle', x, y, radius: size - 2, fill: '#ffffff', stroke: colour, thickness: 5 }]
    case 'triangle-down':
      return [triangle([x, y], size * 1.15, 1, colour)]
    case 'triangle-up':
      return [triangle([x, y], size * 1.15, -1, colour)]
    case 'square': {
      const side = size * 1.5
      return [{ kind: 'rect', x: x - side / 2, y: y - side / 2, width: side, height: side, fill: colour }]
    }
    case 'cross':
      return [
        {
          kind: 'line',
          from: [x - size * 0.7, y - size * 0.7],
          to: [x + size * 0.7, y + size * 0.7],
          stroke: colour,
          thickness: 5,
        },
        {
          kind: 'line',
          from: [x - size * 0.7, y + size * 0.7],
          to: [x + size * 0.7, y - size * 0.7],
          stroke: colour,
          thickness: 5,
        },
      ]
  }
}

/** `way` 1 points down, -1 up. */
const triangle = ([x, y]: Point, size: number, way: 1 | -1, fill: string): Shape => ({
  kind: 'polygon',
  points: [
    [x - size, y - way * size * 0.8],
    [x + size, y - way * size * 0.8],
    [x, y + way * size],
  ],
  fill,
})

export const diamond = ([x, y]: Point, size: number, stroke: string): Shape => ({
  kind: 'polygon',
  points: [
    [x, y - size],
    [x + size, y],
    [x, y + size],
    [x - size, y],
  ],
  fill: '#ffffff',
  stroke,
  thickness: 4,
})
