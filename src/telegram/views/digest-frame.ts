import type { ProgressRow } from '../../domain/digest.ts'
import { renderAsOf, weekNumber } from '../../i18n/digest-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { DigestSubject, OpenedDigest } from '../../usecases/open-digest.ts'
import { type DigestDetail, detailData } from '../digest-links.ts'
import { shorten } from './caption-fit.ts'
import { rowLine } from './digest-caption-rows.ts'
import { progressRows } from './progress.ts'
import { type Button, inRows, lines } from './view.ts'

/** So many rows, units or choices on one page. */
export const ROWS_A_PAGE = 10
export const NAME_LETTERS = 90
export const BUTTON_LETTERS = 40

/** A detail being shown: of which digest, and whose. */
export interface DetailFrame {
  readonly t: T
  readonly subject: DigestSubject
  readonly opened: OpenedDigest
}

/** Whose digest it is, of which week, as of when. */
export const headText = ({ t, opened: { digest } }: DetailFrame): string =>
  lines(
    t.html('detail:title', { unit: shorten(digest.unit.name, NAME_LETTERS), week: weekNumber(digest.week) }),
    renderAsOf(t, digest),
  )

/** Rows as far as the reader may see them. */
export const rowTexts = ({ t, opened }: DetailFrame, rows: readonly ProgressRow[]): readonly string[] =>
  opened.disclosure === 'full' ? progressRows(t, rows) : rows.map((row) => `\n${rowLine(t, row)}`)

export function pageButtons(
  t: T,
  page: number,
  total: number,
  size: number,
  dataOf: (page: number) => string,
): Button[] {
  return [
    ...(page > 0 ? [{ text: t('groups:list.previous'), data: dataOf(page - 1) }] : []),
    ...((page + 1) * size < total ? [{ text: t('groups:list.next'), data: dataOf(page + 1) }] : []),
  ]
}

/** The ways to the other details. */
export function otherDetails(
  { t, subject, opened }: DetailFrame,
  current: DigestDetail,
): readonly (readonly Button[])[] {
  const others = detailsOf(opened.digest.below !== undefined).filter((each) => each !== current)
  return inRows(
    others.map((each) => ({ text: t(`detail:button.${each}`), data: detailData(each, subject) })),
    2,
  )
}

/** What there is to open behind a digest. */
export const detailsOf = (hasParts: boolean): readonly DigestDetail[] => [
  ...(['levels', 'missing', 'changed', 'series'] as const),
  ...(hasParts ? (['parts'] as const) : []),
]
