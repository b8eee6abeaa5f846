import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

export type FontWeight = 400 | 600 | 700

/** What a layout must know of a TrueType font. */
export interface Font {
  /** Px the text takes at this size; letters the font lacks count as nothing. Kerning is left out: the truth is never wider. */
  width(text: string, size: number): number
  covers(codePoint: number): boolean
}

export const FONT_FAMILY = 'Be Vietnam Pro'

const resolve = createRequire(import.meta.url).resolve
const FAMILY_PACKAGE = '@expo-google-fonts/be-vietnam-pro'
export const FONT_FILES: Readonly<Record<FontWeight, string>> = {
  400: resolve(`${FAMILY_PACKAGE}/400Regular/BeVietnamPro_400Regular.ttf`),
  600: resolve(`${FAMILY_PACKAGE}/600SemiBold/BeVietnamPro_600SemiBold.ttf`),
  700: resolve(`${FAMILY_PACKAGE}/700Bold/BeVietnamPro_700Bold.ttf`),
}

/** Returns the metrics of a font file. Throws when it lacks a Unicode table of segments (cmap format 4). */
export async function readFont(file: string): Promise<Font> {
  const bytes = await readFile(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const glyphs = readGlyphs(view, tableAt(view, 'cmap'))
  const advances = readAdvances(view)
  const unitsPerEm = view.getUint16(tableAt(view, 'head') + 18)
  const advance = (codePoint: number): number => {
    const glyph = glyphs.get(codePoint)
    return glyph === undefined ? 0 : (advances[Math.min(glyph, advances.length - 1)] ?? 0)
  }
  return {
    covers: (codePoint) => glyphs.has(codePoint),
    width: (text, size) =>
      ([...text].reduce((sum, letter) => sum + advance(letter.codePointAt(0) ?? 0), 0) * size) / unitsPerEm,
  }
}

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (readTag(view, at) === tag) return view.getUint32(at + 8)
  }
  throw new Error(`The font has no table ${tag}`)
}

const readTag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function readAdvances(view: DataView): number[] {
  const count = view.getUint16(tableAt(view, 'hhea') + 34)
  const at = tableAt(view, 'hmtx')
  return Array.from({ length: count }, (_, glyph) => view.getUint16(at + glyph * 4))
}

function readGlyphs(view: DataView, cmap: number): Map<number, number> {
  const count = view.getUint16(cmap + 2)
  for (let record = 0; record < count; record++) {
    const table = cmap + view.getUint32(cmap + 4 + record * 8 + 4)
    if (view.getUint16(table) === 4) return readSegments(view, table)
  }
  throw new Error('The font has no cmap of format 4')
}

/** Format 4: four parallel arrays of end, start, delta and offset, one item a segment. */
function readSegments(view: DataView, table: number): Map<number, number> {
  const size = view.getUint16(table + 6)
  const glyphs = new Map<number, number>()
  for (let end = table + 14; end < table + 14 + size; end += 2) {
    const start = end + size + 2
    const offset = start + size * 2
    const delta = view.getUint16(start + size)
    const from = view.getUint16(start)
    const rangeOffset = view.getUint16(offset)
    for (let code = from; code <= view.getUint16(end) && code < 0xffff; code++) {
      const raw = rangeOffset === 0 ? code : view.getUint16(offset + rangeOffset + (code - from) * 2)
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
