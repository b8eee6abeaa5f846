import type { LineRefused } from '../../domain/given-answer.ts'
import type { Imported } from '../../usecases/import-answers.ts'
import { type CardParts, cardView } from './card.ts'
import { ruleParams } from './rule-params.ts'
import { lines, type View } from './view.ts'

type Outcome = Pick<Imported, 'stored' | 'refused' | 'isOlder'>

/** Telegram takes 4,096 characters in a message. */
const ROOM = 4000
/** For the lines not taken; the card has most of the rest. */
const ROOM_FOR_LINES = 3200

/** What became of answers given at once, line by line, and the card; in two messages where one would be too long. */
export function importedViews(parts: CardParts, outcome: Outcome): readonly View[] {
  const said = outcomeText(parts, outcome)
  const card = cardView(parts)
  return said.length + card.text.length < ROOM
    ? [{ ...card, text: lines(`${said}\n`, card.text) }]
    : [{ text: said }, card]
}

function outcomeText(parts: CardParts, { stored, refused, isOlder }: Outcome): string {
  const { t } = parts
  const rows = refused.map((each) =>
    t.html('forms:bulk.row', { ...each.source, why: whyText(parts, each) }).replaceAll('\n', ' '),
  )
  const shown = rows.slice(0, fitting(rows))
  const rest = rows.length - shown.length
  return lines(
    stored > 0 ? t('forms:bulk.stored', { count: stored }) : t('forms:bulk.none-stored'),
    isOlder ? t('forms:bulk.older') : undefined,
    rows.length > 0 ? t('forms:bulk.refused', { count: rows.length }) : undefined,
    ...shown,
    rest > 0 ? t('forms:bulk.more', { count: rest }) : undefined,
  )
}

/** How many of the rows there is room for. */
function fitting(rows: readonly string[]): number {
  let length = 0
  const end = rows.findIndex((row) => {
    length += row.length + 1
    return length > ROOM_FOR_LINES
  })
  return end === -1 ? rows.length : end
}

/** The sentence a dialogue would answer with; where it would ask further, how to say it at once. */
function whyText({ t, library }: CardParts, refused: LineRefused): string {
  const { params } = refused
  if (refused.from === 'answer') return t(`forms:answer.${refused.problem}`, params)
  if (refused.from === 'line') return t(`forms:line.${refused.problem}`, params)
  const rule = ruleParams(t, library, params)
  return refused.problem === 'moved'
    ? t('forms:line.moved', { last: rule.last ?? '', now: rule.now ?? '' })
    : t(`forms:rule.${refused.problem}`, rule)
}
