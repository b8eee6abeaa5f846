import { localDateOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import { WEEKLY_LIMIT } from '../../usecases/plan-reminders.ts'
import { lines, type View } from './view.ts'

const PAUSES_DAYS = [3, 7, 30]

/** The person's language, and whether they are reminded. */
export function settingsView(t: T, timeZone: string, now: Date, mutedUntil: Date | undefined): View {
  const isMuted = mutedUntil !== undefined && mutedUntil > now
  return {
    text: lines(
      t('chase:mute.title'),
      isMuted
        ? t('chase:mute.off', { date: renderDate(localDateOf(mutedUntil, timeZone), t.locale) })
        : t('chase:mute.on', { limit: WEEKLY_LIMIT }),
      '',
      t('start:language.ask'),
    ),
    buttons: [
      isMuted
        ? [{ text: t('chase:mute.resume'), data: 'q:0' }]
        : PAUSES_DAYS.map((count) => ({ text: t('chase:mute.days', { count }), data: `q:${count}` })),
      [
        { text: 'Tiếng Việt', data: 'l:vi' },
        { text: 'English', data: 'l:en' },
      ],
    ],
  }
}
