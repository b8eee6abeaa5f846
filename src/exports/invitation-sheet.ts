import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { toLocalDate } from '../domain/local-date.ts'
import { renderDate } from '../domain/render-value.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { InvitationCard, InvitationSheet } from '../usecases/ports.ts'
import { drawQrCode } from './qr-code.ts'
import { type TextSize, wordDocument, wordLine, wordPicture } from './word-document.ts'
import { cuttableTable } from './word-table.ts'

const QR_PX = 168
/** Half points. */
const SIZE = { title: 28, unit: 26, text: 22, small: 18 } satisfies Record<string, TextSize>
/** Cards drawn before others have their turn: some milliseconds. */
const AT_ONCE = 10

/** Writes the invitations of a unit as .docx: A4, a dashed line between cards to cut along, none broken over two pages. */
export const createInvitationSheet =
  (texts: Texts): InvitationSheet =>
  async (unitName, cards, locale) => {
    const t = texts.for(locale)
    const pictures: Uint8Array[] = []
    const rows: [string, string][] = []
    for (const [index, card] of cards.entries()) {
      if (index % AT_ONCE === 0) await yieldToOthers()
      pictures.push(drawQrCode(card.link, 2 * QR_PX))
      rows.push([wordPicture(index, QR_PX), linesOf(t, card)])
    }
    const title = t('people:sheet.title', { unit: unitName })
    const head = wordLine(title, SIZE.title, true) + wordLine(t('people:sheet.handing-over'), SIZE.small)
    return wordDocument(title, head + cuttableTable(rows), pictures)
  }

function linesOf(t: T, card: InvitationCard): string {
  const role = t(`common:role.${card.role}`)
  const expires = renderDate(toLocalDate(card.expiresOn), t.locale)
  return [
    wordLine(card.unitName, SIZE.unit, true),
    wordLine(
      card.forName === undefined ? role : t('people:sheet.for', { role, name: card.forName }),
      SIZE.text,
    ),
    ...(['people:sheet.step-1', 'people:sheet.step-2', 'people:sheet.step-3'] as const).map((step) =>
      wordLine(t(step), SIZE.text),
    ),
    wordLine(t('people:sheet.once', { date: expires }), SIZE.small),
    wordLine(card.link, SIZE.small),
  ].join('')
}
