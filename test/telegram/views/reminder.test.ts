import { describe, expect, it } from 'vitest'
import type { OrgUnitId, SubmissionId } from '../../../src/domain/brand.ts'
import { toLocalDate } from '../../../src/domain/local-date.ts'
import type { PlanLibrary } from '../../../src/domain/plan.ts'
import { LOCALES } from '../../../src/domain/text.ts'
import { createTexts } from '../../../src/i18n/texts.ts'
import { parseHtml } from '../../../src/sandbox/parse-html.ts'
import { reminderView } from '../../../src/telegram/views/reminder.ts'
import type { ReminderItem } from '../../../src/usecases/plan-reminders.ts'

const LONG = `Trường <b>Phổ thông & ${'nội trú nhiều cấp học vùng cao '.repeat(8)}`
const ID = '01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708'
const library = { form: () => ({ form: { title: { vi: LONG, en: LONG } } }) } as unknown as PlanLibrary

/** Sixty-four schools, each form in another state. */
const items = Array.from({ length: 64 }, (_, place): ReminderItem => {
  const state = (['draft', 'submitted', 'returned', undefined] as const)[place % 4]
  return {
    ...{ form: 'a'.repeat(24), period: 'SY2025-T1', dueOn: toLocalDate('2026-12-19'), isLocal: true },
    unit: { id: ID as OrgUnitId, code: 'A'.repeat(24), name: `${LONG} ${place}` },
    isLastWorkingDay: true,
    ...(state && { state, submission: ID as SubmissionId }),
    ...(place === 4 && { isLate: true, submission: ID as SubmissionId }),
  }
})

describe('a reminder', () => {
  it.each(LOCALES)('fits Telegram for any names and however much is owed, in %s', async (locale) => {
    const params = { role: 'principal', on: toLocalDate('2026-12-07'), items } as const
    const late = { units: 12_345, forms: 30 }
    const { text, buttons = [] } = reminderView((await createTexts()).for(locale), library, {
      ...params,
      late,
    })
    const visible = parseHtml(text).text
    expect([...visible].length).toBeLessThanOrEqual(4096)
    expect(visible).toContain('Trường <b>Phổ thông & nội trú')
    expect(visible).toContain('58')
    const data = buttons.flat().map((button) => ('data' in button ? button.data : ''))
    expect(data.every((each) => each !== '' && Buffer.byteLength(each) <= 64)).toBe(true)
    expect(data).toHaveLength(8)
  })
})
