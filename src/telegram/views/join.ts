import type { Role } from '../../domain/access.ts'
import type { T } from '../../i18n/texts.ts'
import { inRows, lines, type View } from './view.ts'

/** What would be kept of somebody who asks to be let in; nothing is before the answer. */
export const joinConsentView = (t: T): View => ({
  text: lines(t('people:join.first'), '', t('start:stored')),
  buttons: [
    [
      { text: t('start:button.agree'), data: 'jo:agree' },
      { text: t('start:button.decline'), data: 'jo:decline' },
    ],
  ],
})

export const joinRoleView = (t: T, code: string, roles: readonly Role[]): View => ({
  text: t('people:join.as-what'),
  buttons: inRows(
    roles.map((role) => ({ text: t(`common:role.${role}`), data: `jo:role:${role}:${code}` })),
    2,
  ),
})

/** To whoever asked and was not answered yet. */
export const waitingView = (t: T): View => ({
  text: t('people:join.waits'),
  buttons: [[{ text: t('people:join.another'), data: 'jo:start' }]],
})
