import { localDateOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { PersonCard } from '../../usecases/find-people.ts'
import type { HeldRole, Person } from '../../usecases/ports.ts'
import { type Button, lines, type View } from './view.ts'

const SHOWN = 8

/** Where looking after people begins. */
export const peopleStartView = (t: T, waiting: number): View => ({
  text: t('people:people.start'),
  buttons: [
    [{ text: t('people:people.find'), data: 'pe:find' }],
    waiting > 0 ? [{ text: t('people:people.waiting', { count: waiting }), data: 'pe:pending' }] : [],
  ],
})

export const peopleFoundView = (t: T, people: readonly Person[]): View => ({
  text: t(people.length > 0 ? 'people:people.which' : 'people:people.none'),
  buttons: people.map(({ id, name }) => [{ text: name, data: `pe:card:${id}` }]),
})

/** Roles that wait for a decision, those waiting longest first. */
export const pendingView = (t: T, timeZone: string, waiting: readonly HeldRole[]): View => ({
  text: lines(
    t('people:pending.title', { count: waiting.length }),
    '',
    ...waiting.slice(0, SHOWN).map((held, index) =>
      t.html(`people:pending.${held.askedVia ?? 'invitation'}`, {
        number: index + 1,
        ...roleFacts(t, held),
        date: renderDate(
          held.askedAt ? localDateOf(held.askedAt, timeZone) : localDateOf(new Date(held.since), timeZone),
          t.locale,
        ),
      }),
    ),
  ),
  buttons: [
    ...waiting.slice(0, SHOWN).map(({ id }, index): Button[] => [
      { text: t('people:pending.approve', { number: index + 1 }), data: `pe:ok:${id}` },
      { text: t('people:pending.refuse', { number: index + 1 }), data: `pe:no:${id}` },
    ]),
    [{ text: t('people:button.back'), data: 'pe:start' }],
  ],
})

const roleFacts = (t: T, { name, role, unitName }: HeldRole) => ({
  ...{ name, unit: unitName },
  role: t(`common:role.${role}`),
})

/** What may be seen of a person and done about their access. */
export function personCardView(t: T, { person, roles, maskedPhone, isManageable }: PersonCard): View {
  const { id } = person
  return {
    text: lines(
      t.html('people:card.name', { name: person.name }),
      ...roles.map((held) => t.html(`people:card.role-${held.state}`, roleFacts(t, held))),
      maskedPhone === undefined ? t('people:card.no-phone') : t('people:card.phone', { phone: maskedPhone }),
      person.hasConsented ? undefined : t('people:card.no-consent'),
      person.isSuspended ? t('people:card.suspended') : undefined,
      isManageable ? undefined : t('people:card.not-yours'),
    ),
    buttons: isManageable
      ? [
          [
            person.isSuspended
              ? { text: t('people:card.unsuspend'), data: `pe:on:${id}` }
              : { text: t('people:card.suspend'), data: `pe:off:${id}` },
          ],
          ...roles.map((held): Button[] => [
            { text: t('people:card.end', roleFacts(t, held)), data: `pe:end:${held.id}` },
          ]),
          [{ text: t('people:card.again'), data: `pe:again:${id}` }],
        ]
      : [],
  }
}

/** Asks before a role ends: there is no button that brings it back. */
export const endRoleView = (t: T, held: HeldRole, yes: string, no: string): View => ({
  text: t.html('people:end.ask', roleFacts(t, held)),
  buttons: [[{ text: t('people:end.yes'), data: yes }], [{ text: t('common:button.cancel'), data: no }]],
})
