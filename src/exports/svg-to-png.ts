import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { FONT_FAMILY, FONT_FILES } from './font.ts'

/** Returns the drawing as PNG, in its own size and with the shipped fonts only. Throws when the SVG cannot be read. */
export type SvgToPng = (svg: string, background: string) => Promise<Uint8Array>

/**
 * Plain JavaScript, as a worker loads no TypeScript. Where a thread has a priority of its own, the program's is the higher one.
 */
const DRAW = `
const { constants, setPriority } = require('node:os')
const { parentPort, workerData } = require('node:worker_threads')
const { Resvg } = require(workerData.library)
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
parentPort.on('message', ({ svg, background }) => {
  parentPort.postMessage(new Resvg(svg, { background, font: workerData.font }).render().asPng())
})
`

const WORKER_DATA = {
  library: createRequire(import.meta.url).resolve('@resvg/resvg-js'),
  font: { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
}

/**
 * The library holds some ten megabytes a picture outside the heap, which the collector does not see and so frees late; a worker
 * gives them back when it ends.
 */
const MOST_BY_ONE = 20
const IDLE_MS = 2000

/**
 * Returns what draws in one thread of its own, one picture after another. It is started for the first picture, ends when there is
 * nothing to draw, and keeps no program alive; where it dies, the next picture has a new one.
 */
export function createSvgToPng(): SvgToPng {
  let last: Promise<unknown> = Promise.resolve()
  let worker: Worker | undefined
  let drawn = 0
  let idle: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(DRAW, { eval: true, workerData: WORKER_DATA })
    // An error is told to the picture that met it.
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (worker === started) worker = undefined
    })
    drawn = 0
    return started
  }

  function end(): void {
    void worker?.terminate()
    worker = undefined
  }

  async function draw(svg: string, background: string): Promise<Uint8Array> {
    clearTimeout(idle)
    worker ??= start()
    const drawing = worker
    const listening = new AbortController()
    const { signal } = listening
    drawing.ref()
    drawing.postMessage({ svg, background })
    try {
      const [png]: unknown[] = await Promise.race([
        once(drawing, 'message', { signal }),
        once(drawing, 'exit', { signal }),
      ])
      if (!(png instanceof Uint8Array)) throw new Error('The drawing thread ended')
      return png
    } catch (error) {
      end()
      throw error
    } finally {
      listening.abort()
      drawing.unref()
      if (++drawn >= MOST_BY_ONE) end()
      idle = setTimeout(end, IDLE_MS).unref()
    }
  }

  return (svg, background) => {
    const mine = last.then(() => draw(svg, background))
    last = mine.catch(() => undefined)
    return mine
  }
}
