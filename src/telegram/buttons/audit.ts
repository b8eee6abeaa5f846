import { scopeFor } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { sendAudit, showAudit } from '../audit.ts'
import type { ButtonHandler } from '../services.ts'

/** Pages, days and the file of /nhatky. */
export const auditButton: ButtonHandler = {
  prefix: 'au',
  async run(services, ctx, [action, days = '7', page = '0', filter = '']) {
    const { roots } = scopeFor(ctx.state.actor, 'see-audit')
    if (roots.length === 0) throw new DomainError('not-allowed')
    const [wantedDays, wantedPage] = [days, page].map((text) =>
      Math.min(Math.max(Number(text) || 0, 0), MOST),
    )
    if (action === 'file') await sendAudit(services, ctx, wantedDays ?? 0, filter)
    else await showAudit(services, ctx, wantedDays ?? 0, wantedPage ?? 0, filter)
  },
}

/** Far beyond any page anybody turns to. */
const MOST = 10_000
