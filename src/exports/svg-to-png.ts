import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { FONT_FAMILY, FONT_FILES } from './font.ts'

/**
 * Plain JavaScript, as a worker loads no TypeScript. The library holds some ten megabytes a picture outside the heap, which the
 * collector does not see and so does not free; a worker gives them back when it ends.
 */
const DRAW = `
const { parentPort, workerData } = require('node:worker_threads')
const { Resvg } = require(workerData.library)
parentPort.postMessage(new Resvg(workerData.svg, workerData.options).render().asPng())
`

const LIBRARY = createRequire(import.meta.url).resolve('@resvg/resvg-js')

/** Returns the drawing as PNG, in its own size and with the shipped fonts only. Throws when the SVG cannot be read. */
export async function svgToPng(svg: string, background: string): Promise<Uint8Array> {
  const font = {
    fontFiles: Object.values(FONT_FILES),
    loadSystemFonts: false,
    defaultFontFamily: FONT_FAMILY,
  }
  const workerData = { library: LIBRARY, svg, options: { background, font } }
  const worker = new Worker(DRAW, { eval: true, workerData })
  try {
    const [png]: unknown[] = await once(worker, 'message')
    if (!(png instanceof Uint8Array)) throw new TypeError('The picture is no PNG')
    return png
  } finally {
    await worker.terminate()
  }
}
