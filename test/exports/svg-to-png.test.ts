import { describe, expect, it } from 'vitest'
import { createSvgToPng } from '../../src/exports/svg-to-png.ts'
import { readPng } from '../support/png.ts'

const svgOf = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="8"><rect width="4" height="4"/></svg>`

describe('drawing', () => {
  it('gives each caller the picture asked for, however many ask at once and one thread after another draws', async () => {
    const svgToPng = createSvgToPng()
    const widths = Array.from({ length: 45 }, (_, place) => place + 1)
    const drawn = await Promise.all(widths.map((width) => svgToPng(svgOf(width), '#ffffff')))
    expect(drawn.map((png) => readPng(png).width)).toEqual(widths)
  })

  it('throws for what is no SVG instead of a picture of nothing, and draws the next', async () => {
    const svgToPng = createSvgToPng()
    const [good, bad, next] = await Promise.allSettled([
      svgToPng(svgOf(5), '#ffffff'),
      svgToPng('no picture', '#ffffff'),
      svgToPng(svgOf(7), '#ffffff'),
    ])
    expect(bad.status).toBe('rejected')
    const widths = [good, next].map((each) => each.status === 'fulfilled' && readPng(each.value).width)
    expect(widths).toEqual([5, 7])
  })
})
