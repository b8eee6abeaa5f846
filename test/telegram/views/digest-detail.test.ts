import { beforeAll, describe, expect, it } from 'vitest'
import type { GroupId, OrgUnitId, SubmissionId } from '../../../src/domain/brand.ts'
import type { ProgressRow } from '../../../src/domain/digest.ts'
import { toLocalDate } from '../../../src/domain/local-date.ts'
import { LOCALES } from '../../../src/domain/text.ts'
import { createTexts, type Texts } from '../../../src/i18n/texts.ts'
import { parseHtml } from '../../../src/sandbox/parse-html.ts'
import { detailData, detailLink, parseDetailLink } from '../../../src/telegram/digest-links.ts'
import { chaseFormView, chaseListView } from '../../../src/telegram/views/chase.ts'
import { changedView, levelsView, missingView, partsView } from '../../../src/telegram/views/digest-detail.ts'
import { seriesChoiceView, seriesView } from '../../../src/telegram/views/digest-series.ts'
import { groupsView, groupView } from '../../../src/telegram/views/groups.ts'
import type { View } from '../../../src/telegram/views/view.ts'
import type { ChasedForm } from '../../../src/usecases/list-chase.ts'
import type { OpenedDigest } from '../../../src/usecases/open-digest.ts'
import type { Group } from '../../../src/usecases/ports.ts'
import { buildRow, buildTarget, sampleDigest } from '../../support/digest-samples.ts'

const ID = '01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708'
const LONG = `Trường <b>Phổ thông & ${'nội trú nhiều cấp học vùng cao '.repeat(8)}`
const NOW = new Date('2026-12-14T03:00:00Z')

let texts: Texts
beforeAll(async () => {
  texts = await createTexts()
})

/** Thirty indicators with long names, all of them changed. */
const rows: readonly ProgressRow[] = Array.from({ length: 30 }, (_, place) =>
  buildRow(`${LONG} ${place}`, 10 + place, 50, {
    floor: buildTarget('2025', '50', 'missed', 3),
    aim: buildTarget('2030', '90', 'not-yet', 30),
  }),
)
const digest = {
  ...sampleDigest(rows, { unit: { code: 'X', name: LONG } }),
  changed: rows.map((row) => ({ row, before: '12.5' })),
  change: { reported: 4, accepted: 2, since: '2026-W49' },
  below: { units: 98, complete: 40, without: 3 },
}
const schools = Array.from({ length: 64 }, (_, place) => ({
  unit: { id: ID as OrgUnitId, code: 'A'.repeat(24), name: `${LONG} ${place}`, levels: [] },
  submission: ID as SubmissionId,
  state: 'submitted' as const,
  isCounted: false,
}))
const parts = Array.from({ length: 98 }, (_, place) => ({
  ...{ unit: { code: `C${place}`, name: `${LONG} ${place}` }, expected: 12_345, reported: 10_000 },
  ...{ accepted: 9_000, missed: 30 },
}))
const chased = {
  plan: {},
  form: { code: 'a'.repeat(24), title: { vi: LONG, en: LONG } },
  period: 'SY2025-T1',
  deadline: { opensOn: '2026-11-04', dueOn: toLocalDate('2026-12-19'), isLocal: true },
  status: { state: 'open', daysLeft: 5 },
  units: schools.map((each) => ({ ...each, answering: [] })),
} as unknown as ChasedForm
const group: Group = {
  ...{ id: ID as GroupId, chatId: -1, title: LONG, state: 'linked', locale: 'vi', skipQuiet: true },
  ...{ digestWeekday: 3, digestTime: '07:00', threadId: 7, mutedUntil: new Date('2027-01-01T00:00:00Z') },
}
const last = { week: '2026-W50', asOf: NOW, snapshot: {}, outcome: 'posted' as const }

function problemsOf({ text, buttons = [] }: View): readonly string[] {
  const letters = [...parseHtml(text).text].length
  const data = buttons.flat().flatMap((button) => ('data' in button ? [button.data] : []))
  return [
    ...(letters > 4096 ? [`${letters} letters`] : []),
    ...data.filter((each) => Buffer.byteLength(each) > 64),
    ...(buttons.flat().length > 100 ? ['too many buttons'] : []),
    ...(buttons.some((row) => row.length > 8) ? ['too many in a row'] : []),
  ]
}

describe('what lies behind a digest, the chase list and the groups', () => {
  it.each(['full', 'group'] as const)('fit Telegram for any names, read as %s', (disclosure) => {
    const opened: OpenedDigest = { digest, unit: ID as OrgUnitId, disclosure, history: [] }
    const points = Array.from({ length: 16 }, () => ({ value: '92.5', at: { week: '2026-W50' } }))
    const reach = { free: 64, absent: 1, blocked: 2, muted: 3, today: 4, week: 5 }
    const count = { reach, unitsWithoutAnyone: 5, at: NOW }
    const groups = Array.from({ length: 40 }, () => ({ group, unitName: LONG, last }))
    for (const locale of LOCALES) {
      const t = texts.for(locale)
      const frame = { t, subject: { group: ID as GroupId }, opened }
      const clocked = { t, now: NOW, timeZone: 'Asia/Ho_Chi_Minh' }
      const views = [
        levelsView(frame, 0, 1),
        missingView(frame, { units: schools, isWhole: true }, 1),
        changedView(frame, 1),
        seriesChoiceView(frame, 1),
        seriesView(frame, rows[0] as ProgressRow, points, 1),
        partsView(frame, parts, 3),
        chaseListView(clocked, Array(25).fill(chased), count),
        chaseFormView(clocked, chased, count, 3),
        groupsView(clocked, groups, 2),
        groupView(clocked, { group, unitName: LONG, last }),
      ]
      expect(views.flatMap(problemsOf)).toEqual([])
    }
  })

  it('are named by links that lead back to them, and by no others', () => {
    const subject = { group: ID as GroupId }
    const payload = new URL(detailLink('bot', 'series', subject)).searchParams.get('start') ?? ''
    expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
    expect(parseDetailLink(payload)).toEqual({ detail: 'series', subject })
    expect(parseDetailLink(`${payload}0`)).toBeUndefined()
    expect(parseDetailLink('8ZJ_D5Im-qm1TWw3Ow2Fpw')).toBeUndefined()
    expect(detailData('missing', { unit: ID as OrgUnitId }, 2)).toBe(`t:m:u${ID}:2`)
  })
})
