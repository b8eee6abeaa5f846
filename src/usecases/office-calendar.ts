import type { OfficeCalendar } from '../domain/office-calendar.ts'
import { auditedAs, type Operator } from './operator.ts'
import type { Clock, Database } from './ports.ts'

const CALENDAR_SETTING = 'calendar'

export interface CalendarDeps {
  readonly database: Pick<Database, 'installation'>
  /** That of the program; the office's own takes its place. */
  readonly calendar: OfficeCalendar
}

/** Returns the calendar the office works by: its own, else the one that comes with the program. */
export async function getCalendar({ database, calendar }: CalendarDeps): Promise<OfficeCalendar> {
  const own = await database.installation.setting(CALENDAR_SETTING)
  return (own as OfficeCalendar | undefined) ?? calendar
}

/** Makes the calendar the office's own, in place of any before. */
export async function setCalendar(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  by: Operator,
  calendar: OfficeCalendar,
): Promise<void> {
  const at = clock.now()
  await database.transaction(async (stores) => {
    const before = await stores.installation.setting(CALENDAR_SETTING)
    await stores.installation.setSetting(CALENDAR_SETTING, calendar)
    await stores.audit.append({
      ...{ at, actor: auditedAs(by), action: 'calendar.set', subject: CALENDAR_SETTING },
      ...{ before, after: calendar },
    })
  })
}
