import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import type { BroadcastProgress } from '../../usecases/ports.ts'
import { lines, type View } from './view.ts'

export interface BroadcastPreview {
  readonly unit: string
  readonly audience: string
  readonly text: string
  readonly count: number
  readonly at: Date
  readonly isNow: boolean
  readonly timeZone: string
}

/** The message as it will be read, and how many will. */
export const broadcastPreview = (t: T, preview: BroadcastPreview): string =>
  lines(
    t('operate:broadcast.preview'),
    '',
    escapeHtml(preview.text),
    '',
    t.html('operate:broadcast.to', { unit: preview.unit, audience: preview.audience, count: preview.count }),
    preview.isNow
      ? undefined
      : t('operate:broadcast.later', {
          time: localTimeOf(preview.at, preview.timeZone),
          date: renderDate(localDateOf(preview.at, preview.timeZone), t.locale),
        }),
    t('operate:broadcast.no-undo'),
  )

/** How far it has come, with what can still be done. */
export function broadcastView(t: T, id: string, progress: BroadcastProgress): View {
  const { waiting, sent, stopped, failed } = progress
  return {
    text: lines(
      t(waiting > 0 ? 'operate:broadcast.sending' : 'operate:broadcast.over'),
      t('operate:broadcast.progress', { waiting, sent, stopped, failed }),
    ),
    buttons:
      waiting > 0
        ? [
            [{ text: t('operate:broadcast.look'), data: `bc:see:${id}` }],
            [{ text: t('operate:broadcast.stop'), data: `bc:stop:${id}` }],
          ]
        : [],
  }
}
