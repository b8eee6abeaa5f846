import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { SystemCondition } from '../../usecases/examine-system.ts'
import type { DigestRow, Group, OutboxRow, OutboxStatus } from '../../usecases/ports.ts'
import { conditionLines, troubleLines } from './condition.ts'
import { type Button, inRows, lines, type View } from './view.ts'

export interface SystemStatus {
  readonly now: Date
  readonly outbox: OutboxStatus
  /** Oldest first. */
  readonly inDoubt: readonly (OutboxRow & { readonly to?: string })[]
  /** Those shown, of so many. */
  readonly groups: readonly { readonly group: Group; readonly last: DigestRow | undefined }[]
  readonly groupCount: number
  readonly condition: SystemCondition
}

const MOST_DOUBTS = 8

/** Data of «Gửi lại»: which message, and after which attempt. */
export const sendAgainData = (row: Pick<OutboxRow, 'id' | 'attempts'>): string =>
  `o:again:${row.attempts}:${row.id}`

/**
 * What an administrator looks after, first what is wrong: troubles, messages in doubt, each with a button, what was lost and why; then the
 * queue, what the process stands on, and the groups.
 */
export function systemView(t: T, timeZone: string, status: SystemStatus): View {
  const timeOf = (instant: Date) =>
    `${localTimeOf(instant, timeZone)} ${renderDate(localDateOf(instant, timeZone), t.locale)}`
  const { outbox, inDoubt, groups, groupCount, condition } = status
  const { waiting, sending, planned, oldestDueAt } = outbox
  return {
    text: lines(
      t('admin:system.title'),
      ...troubleLines(t, condition),
      '',
      t('admin:system.in-doubt', { count: inDoubt.length }),
      ...inDoubt.slice(0, MOST_DOUBTS).map((row, index) =>
        t.html('admin:system.doubt-row', {
          number: index + 1,
          what: t(`admin:message.${sortOf(row.kind)}`),
          to: row.to ?? row.chatId,
          time: timeOf(row.createdAt),
        }),
      ),
      more(t, inDoubt.length - MOST_DOUBTS),
      '',
      ...lostLines(t, outbox.lost),
      '',
      t('admin:system.queue', { waiting, sending, planned }),
      oldestDueAt && t('admin:system.oldest', { time: timeOf(oldestDueAt) }),
      '',
      ...conditionLines(t, timeZone, status.now, condition),
      '',
      t('admin:system.groups', { count: groupCount }),
      ...groups.map(({ group, last }) =>
        t.html('admin:system.group-row', {
          title: group.title,
          state: t(`admin:group-state.${group.state}`),
          last: last ? timeOf(last.asOf) : t('admin:system.no-digest'),
        }),
      ),
      more(t, groupCount - groups.length),
    ),
    buttons: doubtButtons(t, status),
  }
}

const lostLines = (t: T, lost: OutboxStatus['lost']): readonly string[] => [
  t('admin:system.lost', { count: lost.reduce((sum, { count }) => sum + count, 0) }),
  ...lost.map(({ reason, count }) => t('admin:system.lost-row', { why: t(`admin:lost.${reason}`), count })),
]

const more = (t: T, count: number): string | undefined =>
  count > 0 ? t('admin:system.more', { count }) : undefined

/** Who sends all again decides on those shown now, not on what came into doubt since. */
function doubtButtons(t: T, { inDoubt, now }: SystemStatus): readonly (readonly Button[])[] {
  const each = inDoubt.slice(0, MOST_DOUBTS).map((row, index) => ({
    text: t('admin:system.send-again', { number: index + 1 }),
    data: sendAgainData(row),
  }))
  const all = {
    text: t('admin:system.send-all-again', { count: inDoubt.length }),
    data: `o:all:${now.getTime()}`,
  }
  return [...inRows(each, 2), inDoubt.length > 1 ? [all] : []]
}

/** Returns what people call a kind of message. */
function sortOf(kind: string): 'digest' | 'reminder' | 'reply' | 'notice' {
  if (kind === 'digest' || kind === 'reply') return kind
  return kind.startsWith('remind') ? 'reminder' : 'notice'
}
