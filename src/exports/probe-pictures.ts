import { FONT_FILES, readFont } from './font.ts'
import { createSvgToPng } from './svg-to-png.ts'

const LETTERS = 'ĂÂĐÊÔƠƯăâđêôơưẾỘỮặẩằẵ'
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><text y="8" font-size="8">ộ</text></svg>`

/** Returns why no picture can be drawn on this machine; undefined when fonts and drawing are there. */
export async function probePictures(): Promise<string | undefined> {
  try {
    for (const file of Object.values(FONT_FILES)) {
      const font = await readFont(file)
      const lacking = [...LETTERS].find((letter) => !font.covers(letter.codePointAt(0) ?? 0))
      if (lacking !== undefined) return `${file}: ${lacking}`
    }
    await createSvgToPng()(DRAWING, '#fff')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
