import { scopeFor } from '../../domain/access.ts'
import type { InvitationId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { decideAccess } from '../../usecases/decide-access.ts'
import type { ButtonHandler } from '../services.ts'

/** Approve or take back what an invitation gave. */
export const invitationButton: ButtonHandler = {
  prefix: 'i',
  async run(services, ctx, [action, id]) {
    const { t, actor } = ctx.state
    if (action !== 'approve' && action !== 'revoke') return
    const invitation = await services.database.invitations.find(
      scopeFor(actor, 'decide-access'),
      id as InvitationId,
    )
    if (!invitation?.claimedBy) throw new DomainError('invitation-invalid')
    const { person, unit } = await decideAccess(
      services,
      actor,
      {
        person: invitation.claimedBy,
        role: invitation.role,
        unit: invitation.unit,
        invitation: invitation.id,
      },
      action,
    )
    await services.screen.show(ctx, {
      text: t.html(action === 'approve' ? 'start:access.approved' : 'start:access.revoked', {
        name: person.name,
        role: t(`common:role.${invitation.role}`),
        unit: unit.name,
      }),
    })
  },
}
