import type { Actor } from '../../domain/access.ts'
import type { TextKey } from '../../i18n/text-key.ts'
import type { T } from '../../i18n/texts.ts'
import type { Claim } from '../../usecases/claim-invitation.ts'
import type { Person } from '../../usecases/ports.ts'
import { type Command, mayUseInPrivate } from '../services.ts'
import { lines, type View } from './view.ts'

type Claimed = Extract<Claim, { readonly state: 'ok' }>
type Refused = Exclude<Claim['state'], 'ok'>

/** Two sentences on what is stored and why, and both answers. */
export function claimedView(t: T, { role, unit, person }: Claimed): View {
  return {
    text: lines(
      t.html('start:hello', { name: person.name }),
      t.html('start:invited', { role: t(`common:role.${role}`), unit: unit.name }),
      '',
      t('start:stored'),
    ),
    buttons: [
      [
        { text: t('start:button.agree'), data: 'c:yes' },
        { text: t('start:button.decline'), data: 'c:no' },
      ],
    ],
  }
}

export const consentView = (t: T): View => ({
  text: lines(t('start:consent-first'), '', t('start:stored')),
  buttons: [
    [
      { text: t('start:button.agree'), data: 'c:yes' },
      { text: t('start:button.decline'), data: 'c:no' },
    ],
  ],
})

export const claimRefusedView = (t: T, state: Refused, telegramId: number): View => ({
  text: lines(t(`start:refused.${state}`), '', t.html('start:your-id', { id: telegramId })),
})

/** An unknown person: how to get in, and the id an administrator asks for. */
export const strangerView = (t: T, telegramId: number): View => ({
  text: lines(t('start:stranger'), '', t.html('start:your-id', { id: telegramId })),
  buttons: [[{ text: t('people:join.button'), data: 'jo:start' }]],
})

export const contactView = (t: T, question: TextKey): { readonly text: string; readonly button: string } => ({
  text: t(question),
  button: t('start:contact.button'),
})

/** What this person can do, by name; only what their roles allow. */
export function welcomeView(t: T, person: Person, actor: Actor, commands: readonly Command[]): View {
  const usable = commands.filter((command) => mayUseInPrivate(command, actor) && command.name !== 'start')
  return {
    text: lines(
      t.html('start:welcome', { name: person.name }),
      '',
      ...usable.map((command) => `/${command.name} – ${t(command.description)}`),
      '',
      t('start:ask-freely'),
    ),
    buttons: actor.roles.some(
      (held) => held.role === 'teacher' || held.role === 'principal' || held.role === 'contributor',
    )
      ? [[{ text: t('start:button.owed'), data: 'm:nop' }]]
      : [],
  }
}
