import type { Role } from '../../domain/access.ts'
import { asMessage, type Notice } from './notice.ts'

interface ClaimParams {
  readonly invitation: string
  readonly name: string
  readonly role: Role
  readonly unit: string
  readonly access: 'active' | 'pending'
}

/** To the office and the unit's holder: who came in, with one tap to approve or revoke. */
export const invitationClaimed: Notice = {
  kind: 'invitation-claimed',
  render: (_deps, t, { invitation, name, role, unit, access }: ClaimParams) =>
    asMessage({
      text: t.html(access === 'pending' ? 'start:notice.claimed-pending' : 'start:notice.claimed', {
        name,
        role: t(`common:role.${role}`),
        unit,
      }),
      buttons: [
        [
          ...(access === 'pending'
            ? [{ text: t('start:button.approve'), data: `i:approve:${invitation}` }]
            : []),
          { text: t('start:button.revoke'), data: `i:revoke:${invitation}` },
        ],
      ],
    }),
}

export const roleActivated: Notice = {
  kind: 'role-activated',
  render: (_deps, t, { role, unit }: { readonly role: Role; readonly unit: string }) =>
    asMessage({
      text: t.html('start:notice.activated', { role: t(`common:role.${role}`), unit }),
      buttons: [[{ text: t('start:button.menu'), data: 'm:trogiup' }]],
    }),
}

/** To the office: who said no to being stored, so that figures are entered on behalf. */
export const consentDeclined: Notice = {
  kind: 'consent-declined',
  render: (_deps, t, { name, role, unit }: Pick<ClaimParams, 'name' | 'role' | 'unit'>) =>
    asMessage({ text: t.html('start:notice.declined', { name, role: t(`common:role.${role}`), unit }) }),
}
