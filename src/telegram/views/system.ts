import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { DigestRow, Group, OutboxRow } from '../../usecases/ports.ts'
import { lines, type View } from './view.ts'

export interface GroupStatus {
  readonly group: Group
  readonly last: DigestRow | undefined
}

/** Data of «Gửi lại»: which message, and after which attempt. */
export const sendAgainData = (row: Pick<OutboxRow, 'id' | 'attempts'>): string =>
  `o:again:${row.attempts}:${row.id}`

/** What an administrator looks after: messages in doubt, each with a button, and the groups. */
export function systemView(
  t: T,
  timeZone: string,
  inDoubt: readonly OutboxRow[],
  groups: readonly GroupStatus[],
): View {
  const timeOf = (instant: Date) =>
    `${localTimeOf(instant, timeZone)} ${renderDate(localDateOf(instant, timeZone), t.locale)}`
  return {
    text: lines(
      t('admin:system.title'),
      '',
      t('admin:system.in-doubt', { count: inDoubt.length }),
      ...inDoubt.map((row, index) =>
        t.html('admin:system.doubt-row', {
          number: index + 1,
          kind: row.kind,
          chat: row.chatId,
          time: timeOf(row.createdAt),
        }),
      ),
      '',
      t('admin:system.groups', { count: groups.length }),
      ...groups.map(({ group, last }) =>
        t.html('admin:system.group-row', {
          title: group.title,
          state: t(`admin:group-state.${group.state}`),
          last: last ? timeOf(last.asOf) : t('admin:system.no-digest'),
        }),
      ),
    ),
    buttons: inDoubt
      .slice(0, 8)
      .map((row, index) => [
        { text: t('admin:system.send-again', { number: index + 1 }), data: sendAgainData(row) },
      ]),
  }
}
