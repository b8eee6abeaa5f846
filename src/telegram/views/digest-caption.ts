import type { Digest, DigestDeadline, ProgressRow, TargetStatus } from '../../domain/digest.ts'
import { rowGroup, rowStatus } from '../../domain/digest-build.ts'
import { toLocalDate } from '../../domain/local-date.ts'
import { renderDate, renderNumber } from '../../domain/render-value.ts'
import { rowsForGroup } from '../../domain/small-counts.ts'
import { renderAsOf, renderReports, weekNumber } from '../../i18n/digest-text.ts'
import type { T } from '../../i18n/texts.ts'
import { type CaptionLine, fitCaption, shorten } from './caption-fit.ts'
import { changedLine, rowLine } from './digest-caption-rows.ts'

/** Telegram's limit of a caption, after entities are parsed. */
export const CAPTION_LIMIT = 1024

/** So many rows of a kind at most: a caption is read at a glance, the rest is in the picture and in private. */
const LISTED = 5
const UNIT_LETTERS = 120
const FORM_LETTERS = 60

/**
 * Returns the caption of a group's digest as Telegram HTML; it stands alone when forwarded. Names nobody, hides small counts, fits
 * the limit whatever the names. A quiet week is one line.
 */
export const renderDigestCaption = (t: T, digest: Digest): string =>
  digest.isQuiet ? renderQuiet(t, digest) : fitCaption(captionLines(t, digest), CAPTION_LIMIT)

function renderQuiet(t: T, { unit, week, expected, reported, accepted }: Digest): string {
  return t.html('digest:caption.quiet', {
    unit: shorten(unit.name, UNIT_LETTERS),
    week: weekNumber(week),
    expected: renderNumber(expected, t.locale),
    reported: renderNumber(reported, t.locale),
    accepted: renderNumber(accepted, t.locale),
  })
}

function captionLines(t: T, digest: Digest): readonly CaptionLine[] {
  const rows = rowsForGroup(digest.rows)
  const ofGroup = (group: string) => rows.filter((row) => rowGroup(row) === group)
  return [
    ...headLines(t, digest),
    ...rowLines(t, 'missed', ofGroup('missed'), 10, (row) => rowLine(t, row)),
    ...changedLines(t, digest, rows),
    ...decisionLine(t, digest),
    ...deadlineLines(t, digest.deadlines),
    ...rowLines(t, 'not-yet', ofGroup('not-yet'), 40, (row) => rowLine(t, row)),
    ...summaryLine(t, rows.map(rowStatus)),
  ]
}

const always = (html: string): CaptionLine => ({ html, rank: 0 })

function headLines(t: T, digest: Digest): readonly CaptionLine[] {
  const { unit, week, from, to } = digest
  const title = t.html('digest:caption.title', {
    unit: shorten(unit.name, UNIT_LETTERS),
    week: weekNumber(week),
    from: renderDate(toLocalDate(from), t.locale),
    to: renderDate(toLocalDate(to), t.locale),
  })
  const counts = [renderReports(t, digest), ...belowLine(t, digest), ...changeLine(t, digest)]
  return [title, renderAsOf(t, digest), ...counts].map(always)
}

const belowLine = (t: T, { below }: Digest): readonly string[] =>
  below === undefined ? [] : [t('digest:caption.below', below)]

/** Of a number below, at and above 0. */
const SIGNS = ['−', '', '+'] as const

function changeLine(t: T, { change }: Digest): readonly string[] {
  if (change === undefined || (change.reported === 0 && change.accepted === 0)) return []
  const signed = (count: number): string =>
    (SIGNS[Math.sign(count) + 1] ?? '') + renderNumber(Math.abs(count), t.locale)
  const counts = { reported: signed(change.reported), accepted: signed(change.accepted) }
  return [t('digest:caption.change', { since: weekNumber(change.since), ...counts })]
}

/** A heading with the count, then the rows with falling chances of being kept. */
function rowLines<Item>(
  t: T,
  heading: 'missed' | 'changed' | 'not-yet',
  items: readonly Item[],
  rank: number,
  render: (item: Item) => string,
): readonly CaptionLine[] {
  if (items.length === 0) return []
  const list = {
    more: (count: number) => t('digest:caption.more', { count }),
    unlisted: Math.max(items.length - LISTED, 0),
  }
  return [
    { html: t(`digest:caption.heading.${heading}`, { count: items.length }), rank: 0 },
    ...items.slice(0, LISTED).map((item, place) => ({ html: render(item), rank: rank + place * 5, list })),
  ]
}

function changedLines(t: T, { changed }: Digest, shown: readonly ProgressRow[]): readonly CaptionLine[] {
  const visible = changed.filter(({ row }) => shown.includes(row))
  return rowLines(t, 'changed', visible, 13, ({ row, before }) => changedLine(t, row, before))
}

function decisionLine(t: T, { toDecide: { waiting, returned } }: Digest): readonly CaptionLine[] {
  if (waiting + returned === 0) return []
  const which = returned === 0 ? 'waiting' : waiting === 0 ? 'returned' : 'both'
  const counts = { waiting: renderNumber(waiting, t.locale), returned: renderNumber(returned, t.locale) }
  return [always(t(`digest:caption.decide.${which}`, counts))]
}

function deadlineLines(t: T, deadlines: readonly DigestDeadline[]): readonly CaptionLine[] {
  if (deadlines.length === 0) return []
  const lines = deadlines.slice(0, LISTED).map((deadline, place) => ({
    html: renderDeadline(t, deadline),
    rank: place === 0 ? 1 : 11 + place * 5,
  }))
  return [always(t('digest:caption.heading.deadlines')), ...lines]
}

function renderDeadline(t: T, { form, dueOn, daysLeft, missing, isLocal }: DigestDeadline): string {
  const when = daysLeft > 0 ? 'open' : daysLeft === 0 ? 'today' : 'late'
  return t.html(`digest:caption.${isLocal ? 'deadline-local' : 'deadline'}.${when}`, {
    date: renderDate(toLocalDate(dueOn), t.locale),
    count: Math.abs(daysLeft),
    form: shorten(form[t.locale], FORM_LETTERS),
    missing: renderNumber(missing, t.locale),
  })
}

/** Counted as in the picture: by the target that judges, so that both say the same. */
function summaryLine(t: T, statuses: readonly TargetStatus[]): readonly CaptionLine[] {
  const count = (...counted: readonly TargetStatus[]): number =>
    statuses.filter((status) => counted.includes(status)).length
  const reached = count('reached', 'above-range')
  const undecided = count('interval', 'no-data')
  return reached + undecided === 0 ? [] : [always(t('digest:caption.summary', { reached, undecided }))]
}
