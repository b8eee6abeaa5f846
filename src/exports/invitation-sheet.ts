import {
  AlignmentType,
  BorderStyle,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type LocalDate, toLocalDate } from '../domain/local-date.ts'
import { renderDate } from '../domain/render-value.ts'
import { cleanText } from '../domain/search-key.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { InvitationCard, InvitationSheet } from '../usecases/ports.ts'
import { drawQrCode } from './qr-code.ts'

/** Twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 850 }
const QR_COLUMN = 2900
const QR_PX = 168
const FONT = 'Times New Roman'
/** Half points. */
const SIZE = { title: 28, unit: 26, text: 22, small: 18 }
const CUT = { style: BorderStyle.DASHED, size: 6, color: '808080' }

/** Writes the invitations of a unit as .docx: A4, a dashed line between cards to cut along, none broken over two pages. */
export const createInvitationSheet =
  (texts: Texts): InvitationSheet =>
  async (unitName, cards, locale) => {
    const t = texts.for(locale)
    const rows = await Promise.all(cards.map((card) => rowOf(t, card)))
    const document = new Document({
      title: t('people:sheet.title', { unit: unitName }),
      styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: PAGE.width, height: PAGE.height },
              margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
            },
          },
          children: [
            line(t('people:sheet.title', { unit: unitName }), { size: SIZE.title, isBold: true }),
            line(t('people:sheet.handing-over'), { size: SIZE.small }),
            new Table({ rows, width: { size: PAGE.width - 2 * PAGE.margin, type: WidthType.DXA } }),
          ],
        },
      ],
    })
    return new Uint8Array(await Packer.toBuffer(document))
  }

async function rowOf(t: T, card: InvitationCard): Promise<TableRow> {
  const borders = { top: CUT, bottom: CUT, left: CUT, right: CUT }
  const margins = { top: 120, bottom: 120, left: 160, right: 160 }
  const cell = { borders, margins, verticalAlign: VerticalAlign.CENTER }
  const image = new ImageRun({
    type: 'png',
    data: await drawQrCode(card.link, 2 * QR_PX),
    transformation: { width: QR_PX, height: QR_PX },
  })
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        ...cell,
        width: { size: QR_COLUMN, type: WidthType.DXA },
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [image] })],
      }),
      new TableCell({
        ...cell,
        width: { size: PAGE.width - 2 * PAGE.margin - QR_COLUMN, type: WidthType.DXA },
        children: linesOf(t, card),
      }),
    ],
  })
}

function linesOf(t: T, card: InvitationCard): Paragraph[] {
  const role = t(`common:role.${card.role}`)
  const expires = renderDate(toLocalDate(card.expiresOn) satisfies LocalDate, t.locale)
  return [
    line(card.unitName, { size: SIZE.unit, isBold: true }),
    line(card.forName === undefined ? role : t('people:sheet.for', { role, name: card.forName })),
    line(t('people:sheet.step-1')),
    line(t('people:sheet.step-2')),
    line(t('people:sheet.step-3')),
    line(t('people:sheet.once', { date: expires }), { size: SIZE.small }),
    line(card.link, { size: SIZE.small }),
  ]
}

const line = (text: string, { size = SIZE.text, isBold = false } = {}): Paragraph =>
  new Paragraph({
    spacing: { after: 80 },
    children: [new TextRun({ text: cleanText(text), size, bold: isBold })],
  })
