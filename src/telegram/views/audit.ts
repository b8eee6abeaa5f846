import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { renderAction, renderActor, renderRecorded } from '../../i18n/audit-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { AuditEntry, Person } from '../../usecases/ports.ts'
import { AUDIT_DAYS } from '../../usecases/read-audit.ts'
import { type Button, lines, type View } from './view.ts'

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  readonly hasOlder: boolean
  readonly days: number
  readonly page: number
  /** As the buttons carry it: `p<person>`, `u<unit>` or empty. */
  readonly filter: string
  /** Whom or what it is about; absent: everybody. */
  readonly name?: string
  readonly timeZone: string
}

const LONGEST_RECORD = 80

/** A page of the audit: who, what, when, and how it was before and after. */
export function auditView(t: T, shown: AuditPage): View {
  const { entries, hasOlder, days, page, filter } = shown
  const data = (toDays: number, toPage: number): string => `au:see:${toDays}:${toPage}:${filter}`
  const turning: Button[] = [
    ...(page > 0 ? [{ text: t('operate:audit.newer'), data: data(days, page - 1) }] : []),
    ...(hasOlder ? [{ text: t('operate:audit.older'), data: data(days, page + 1) }] : []),
  ]
  return {
    text: lines(
      t.html('operate:audit.title', { filter: shown.name ?? t('operate:audit.everyone') }),
      '',
      ...entries.flatMap((entry) => entryLines(t, entry, shown.timeZone)),
      entries.length === 0 ? t('operate:audit.none') : undefined,
      '',
      page > 0 ? t('operate:audit.page', { page: page + 1 }) : t('operate:audit.help'),
    ),
    buttons: [
      turning,
      AUDIT_DAYS.map((each) => ({
        text: `${each === days ? '• ' : ''}${t(`operate:audit.days.${each}`)}`,
        data: data(each, 0),
      })),
      entries.length > 0 ? [{ text: t('operate:audit.export'), data: `au:file:${days}:0:${filter}` }] : [],
    ],
  }
}

/** People of that name; the audit of one of them is behind each button. */
export const auditPeopleView = (t: T, people: readonly Pick<Person, 'id' | 'name'>[]): View => ({
  text: t(people.length > 0 ? 'operate:audit.which' : 'operate:audit.nobody'),
  buttons: people.map(({ id, name }) => [{ text: name, data: `au:see:7:0:p${id}` }]),
})

function entryLines(t: T, entry: AuditEntry, timeZone: string): readonly string[] {
  const facts = {
    date: renderDate(localDateOf(entry.at, timeZone), t.locale),
    time: localTimeOf(entry.at, timeZone),
    who: renderActor(t, entry),
    what: renderAction(t, entry.action),
  }
  const { subjectName } = entry
  const [before, after] = [entry.before, entry.after].map(renderRecorded).map(shortened)
  return [
    subjectName === undefined
      ? t.html('operate:audit.row', facts)
      : t.html('operate:audit.row-of', { ...facts, subject: subjectName }),
    ...(before === '' && after === ''
      ? []
      : [
          t.html('operate:audit.change', {
            before: before || t('operate:audit.empty'),
            after: after || t('operate:audit.empty'),
          }),
        ]),
  ]
}

const shortened = (text: string): string =>
  text.length > LONGEST_RECORD ? `${text.slice(0, LONGEST_RECORD)}…` : text
