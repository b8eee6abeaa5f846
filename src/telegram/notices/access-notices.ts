import type { Role } from '../../domain/access.ts'
import type { T } from '../../i18n/texts.ts'
import { asMessage, type Notice, type NoticeDeps } from './notice.ts'

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

interface RoleParams {
  readonly name: string
  readonly role: Role
  readonly unit: string
}

/** A sentence about a role, and nothing to press. */
const tell = <K extends 'role-refused' | 'role-ended' | 'post-left' | 'deletion-asked'>(kind: K) =>
  ({
    kind,
    render: (_deps: NoticeDeps, t: T, { name, role, unit }: RoleParams) =>
      asMessage({ text: t.html(`people:notice.${kind}`, { name, role: t(`common:role.${role}`), unit }) }),
  }) satisfies Notice

export const roleRefused: Notice = tell('role-refused')
export const roleEnded: Notice = tell('role-ended')
/** To the office: a post is to be filled again. */
export const postLeft: Notice = tell('post-left')
export const deletionAsked: Notice = tell('deletion-asked')

/** To whoever decides: who asks to be let in, with both answers. */
export const accessRequested: Notice = {
  kind: 'access-requested',
  render: (_deps, t, { roleId, name, role, unit }: RoleParams & { readonly roleId: string }) =>
    asMessage({
      text: t.html('people:notice.requested', { name, role: t(`common:role.${role}`), unit }),
      buttons: [
        [
          { text: t('start:button.approve'), data: `pe:ok:${roleId}` },
          { text: t('people:notice.refuse'), data: `pe:no:${roleId}` },
        ],
      ],
    }),
}

/** To a group that is not linked, once. */
export const groupUnlinked: Notice = {
  kind: 'group-unlinked',
  render: (_deps, t) => asMessage({ text: t('people:group.unlinked') }),
}

/** To a linked group that has become public, once. */
export const groupPublic: Notice = {
  kind: 'group-public',
  render: (_deps, t) => asMessage({ text: t('people:group.public') }),
}
