import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { maskPhone } from '../../domain/phone.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { TextKey } from '../../i18n/text-key.ts'
import type { T } from '../../i18n/texts.ts'
import type { OwnData } from '../../usecases/own-data.ts'
import { type Button, lines, type View } from './view.ts'

const LOOKS_SHOWN = 5

/** What is kept of the person, in a few lines, and what can be done about it. */
export function ownDataView(t: T, timeZone: string, data: OwnData): View {
  const { record, roles, phone, looks } = data
  return {
    text: lines(
      t('people:own.title'),
      '',
      ...factsOf(t, timeZone, data, phone === undefined ? undefined : maskPhone(phone)).map(
        ({ key, facts }) => t.html(key, facts),
      ),
      '',
      t('people:own.looks', { count: looks.length }),
      ...looks
        .slice(0, LOOKS_SHOWN)
        .map((look) => t.html(`people:own.look-${look.what}`, lookFacts(t, timeZone, look))),
      record.deleteAfter
        ? t('people:own.to-be-deleted', { date: dateOf(t, timeZone, record.deleteAfter) })
        : undefined,
    ),
    buttons: [
      [
        { text: t('people:own.rename'), data: 'me:name' },
        {
          text: t(phone === undefined ? 'people:own.add-phone' : 'people:own.change-phone'),
          data: 'me:phone',
        },
      ],
      [
        { text: t('people:own.file'), data: 'me:file' },
        ...(phone === undefined ? [] : [{ text: t('people:own.forget-phone'), data: 'me:nophone' }]),
      ],
      ...roles.map((held): Button[] => [
        {
          text: t('people:own.leave', { role: t(`common:role.${held.role}`), unit: held.unitName }),
          data: `me:leave:${held.id}`,
        },
      ]),
      record.deleteAfter
        ? [{ text: t('people:own.keep'), data: 'me:keep' }]
        : [{ text: t('people:own.delete'), data: 'me:delete' }],
    ],
  }
}

/** Returns all that is kept of the person as a text to take along; the phone in full. */
export function ownDataFile(t: T, timeZone: string, data: OwnData): string {
  const { looks, phone } = data
  return lines(
    t('people:own.file-title'),
    '',
    ...factsOf(t, timeZone, data, phone === undefined ? undefined : `+${phone}`).map(({ key, facts }) =>
      plain(t(key, facts)),
    ),
    '',
    t('people:own.looks', { count: looks.length }),
    ...looks.map((look) => t(`people:own.look-${look.what}`, lookFacts(t, timeZone, look))),
    '',
  )
}

const plain = (html: string): string => html.replace(/<\/?b>/g, '')

interface Fact {
  readonly key: TextKey
  readonly facts: Readonly<Record<string, string | number>>
}

function factsOf(t: T, timeZone: string, { record, roles }: OwnData, phone: string | undefined): Fact[] {
  const none = t('people:own.none')
  const fact = (key: TextKey, facts: Fact['facts']): Fact => ({ key, facts })
  return [
    fact('people:own.name', { name: record.name }),
    fact('people:own.telegram', { id: record.telegramUserId ?? none }),
    fact('people:own.phone', { phone: phone ?? none }),
    fact('people:own.language', { language: t(`people:own.language-${record.locale}`) }),
    ...roles.map((held) =>
      fact('people:own.role', {
        role: t(`common:role.${held.role}`),
        unit: held.unitName,
        since: renderDate(held.since as never, t.locale),
      }),
    ),
    fact('people:own.consent', { date: record.consentedAt ? dateOf(t, timeZone, record.consentedAt) : none }),
    fact('people:own.known-since', { date: dateOf(t, timeZone, record.createdAt) }),
    fact('people:own.revisions', { count: record.revisions }),
  ]
}

const lookFacts = (t: T, timeZone: string, { name, at }: OwnData['looks'][number]) => ({
  name,
  time: `${localTimeOf(at, timeZone)} ${dateOf(t, timeZone, at)}`,
})

const dateOf = (t: T, timeZone: string, at: Date): string => renderDate(localDateOf(at, timeZone), t.locale)
