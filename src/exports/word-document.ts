import { writeZip } from './write-zip.ts'

/**
 * The little of WordprocessingML a sheet of cards needs, as text. The library `docx` looks through the whole document once for each
 * picture: with 130 of them it holds the process up for seconds.
 */

/** Half points. */
export type TextSize = number

/** Twentieths of a point: A4. */
const PAGE = { width: 11906, height: 16838, margin: 850 }
/** Width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
const EMU_PER_PX = 9525
const FONT = 'Times New Roman'

const OFFICE = 'http://schemas.openxmlformats.org'
const RELATIONSHIPS = `${OFFICE}/officeDocument/2006/relationships`
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Returns the .docx of a body; `pictures` are the PNGs it shows, in the order of `wordPicture`'s index. */
export function wordDocument(title: string, body: string, pictures: readonly Uint8Array[]): Uint8Array {
  const images = pictures.map((png, index) => [`word/media/${index}.png`, png] as const)
  const margins = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${PAGE.margin}"`).join(' ')
  const page = `<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar ${margins} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>`
  const spaces = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${RELATIONSHIPS}" xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`
  return writeZip(
    new Map<string, string | Uint8Array>([
      ['[Content_Types].xml', HEADER + CONTENT_TYPES],
      ['_rels/.rels', relationships([`${RELATIONSHIPS}/officeDocument`, 'word/document.xml'], CORE)],
      ['docProps/core.xml', `${HEADER}${coreOf(title)}`],
      ['word/styles.xml', HEADER + STYLES],
      [
        'word/_rels/document.xml.rels',
        relationships(
          ...pictures.map((_, index) => [`${RELATIONSHIPS}/image`, `media/${index}.png`] as const),
          [`${RELATIONSHIPS}/styles`, 'styles.xml'],
        ),
      ],
      [
        'word/document.xml',
        `${HEADER}<w:document ${spaces}><w:body>${body}<w:p/>${page}</w:body></w:document>`,
      ],
      ...images,
    ]),
  )
}

/** Returns a paragraph of one line of text. */
export const wordLine = (text: string, size: TextSize, isBold = false): string =>
  `<w:p><w:pPr><w:spacing w:after="80"/></w:pPr><w:r><w:rPr>${isBold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`

/** Returns a centred paragraph with the square picture of that index. Units: px. */
export function wordPicture(index: number, sidePx: number): string {
  const side = `cx="${sidePx * EMU_PER_PX}" cy="${sidePx * EMU_PER_PX}"`
  const main = `${OFFICE}/drawingml/2006/main`
  const picture = `${OFFICE}/drawingml/2006/picture`
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${side}/><wp:docPr id="${index + 1}" name="QR ${index + 1}"/><a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}"><pic:nvPicPr><pic:cNvPr id="${index + 1}" name="${index}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${index + 1}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${side}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

/** What XML 1.0 cannot hold at all is left out. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const PACKAGE = `${OFFICE}/package/2006`
const CORE = [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'] as const

/** Ids are `rId1`, `rId2` … in order. */
const relationships = (...all: readonly (readonly [type: string, target: string])[]): string =>
  `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const PACKAGE_TYPE = 'application/vnd.openxmlformats-package'
const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="${PACKAGE_TYPE}.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="${PACKAGE_TYPE}.core-properties+xml"/></Types>`

const coreOf = (title: string): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`

const STYLES = `<w:styles xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>`
