import { Resvg } from '@resvg/resvg-js'

export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Reads a PNG by drawing it once more, so that no other decoder is needed. */
export function readPng(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" xlink:href="${href}"/></svg>`
  return { width, height, rgba: new Uint8Array(new Resvg(svg).render().pixels) }
}

/** Share of pixels whose colour differs visibly; 1 for another size. */
export function pixelDifference(left: Pixels, right: Pixels): number {
  if (left.width !== right.width || left.height !== right.height) return 1
  let different = 0
  for (let at = 0; at < left.rgba.length; at += 4) {
    const distance = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((left.rgba[at + part] ?? 0) - (right.rgba[at + part] ?? 0)),
      0,
    )
    if (distance > 60) different += 1
  }
  return different / (left.width * left.height)
}
