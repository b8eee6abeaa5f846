import type { Role } from '../../domain/access.ts'
import { type LocalDate, localDateOf } from '../../domain/local-date.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { OpenInvitation } from '../../usecases/ports.ts'
import type { SheetPlan } from '../../usecases/print-invitations.ts'
import { type Button, inRows, lines, type View } from './view.ts'

const PAGE = 8

/** Where inviting begins. */
export function inviteStartView(
  t: T,
  units: readonly OrgUnit[],
  open: number,
  mayReachOthers: boolean,
): View {
  return {
    text: t('people:invite.start'),
    buttons: [
      ...units.map((unit): Button[] => [{ text: unit.name, data: `iv:unit:${unit.code}` }]),
      mayReachOthers ? [{ text: t('people:invite.find'), data: 'iv:find' }] : [],
      open > 0 ? [{ text: t('people:invite.open', { count: open }), data: 'iv:list:0' }] : [],
    ],
  }
}

/** Units found by a part of their name, each a button. */
export const unitChoiceView = (t: T, units: readonly OrgUnit[], data: string): View => ({
  text: t(units.length > 0 ? 'people:unit.which' : 'people:unit.none'),
  buttons: units.map((unit) => [{ text: unit.name, data: `${data}:${unit.code}` }]),
})

/** As what to invite, and the unit's invitations on paper. */
export const roleChoiceView = (t: T, unit: OrgUnit, roles: readonly Role[]): View => ({
  text: t.html('people:invite.as-what', { unit: unit.name }),
  buttons: [
    ...inRows(
      roles.map((role) => ({ text: t(`common:role.${role}`), data: `iv:role:${role}:${unit.code}` })),
      2,
    ),
    [{ text: t('people:invite.print'), data: `iv:sheet:${unit.code}` }],
    [{ text: t('people:button.back'), data: 'iv:start' }],
  ],
})

/** The caption below the QR code. */
export const invitationCaption = (
  t: T,
  { role, unit, link, expiresOn }: { role: Role; unit: string; link: string; expiresOn: LocalDate },
): string =>
  lines(
    t.html('people:invite.made', { role: t(`common:role.${role}`), unit }),
    link,
    '',
    t('people:invite.hand-over', { date: renderDate(expiresOn, t.locale) }),
  )

/** Open invitations by pages, each with a button that takes it back. */
export function openInvitationsView(
  t: T,
  timeZone: string,
  open: readonly OpenInvitation[],
  wanted: number,
): View {
  const from = Math.min(Math.max(0, wanted), Math.max(0, open.length - 1))
  const shown = open.slice(from, from + PAGE)
  const number = (index: number) => from + index + 1
  return {
    text: lines(
      t('people:invite.open-title', { count: open.length }),
      '',
      ...shown.map((each, index) =>
        t.html('people:invite.open-row', {
          number: number(index),
          role: t(`common:role.${each.role}`),
          unit: each.unitName,
          name: each.forName ?? t('people:invite.anyone'),
          date: renderDate(localDateOf(each.expiresAt, timeZone), t.locale),
        }),
      ),
    ),
    buttons: [
      ...inRows(
        shown.map(({ id }, index) => ({
          text: t('people:invite.take-back', { number: number(index) }),
          data: `iv:revoke:${id}`,
        })),
        2,
      ),
      [
        ...(from > 0
          ? [{ text: t('people:button.earlier'), data: `iv:list:${Math.max(0, from - PAGE)}` }]
          : []),
        ...(from + PAGE < open.length
          ? [{ text: t('common:button.more'), data: `iv:list:${from + PAGE}` }]
          : []),
      ],
      [{ text: t('people:button.back'), data: 'iv:start' }],
    ],
  }
}

/** Says what printing does before it is done: old invitations give nothing any more. */
export function sheetPlanView(t: T, { unit, renewed, added }: SheetPlan): View {
  const back: Button[] = [{ text: t('people:button.back'), data: `iv:unit:${unit.code}` }]
  if (renewed + added === 0)
    return { text: t.html('people:sheet.nothing', { unit: unit.name }), buttons: [back] }
  return {
    text: lines(
      t.html('people:sheet.plan', { unit: unit.name, count: renewed + added }),
      renewed > 0 ? t('people:sheet.renewed', { count: renewed }) : undefined,
      added > 0 ? t('people:sheet.added', { count: added }) : undefined,
    ),
    buttons: [[{ text: t('people:sheet.print'), data: `iv:print:${unit.code}` }], back],
  }
}
