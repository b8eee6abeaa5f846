import { scopeFor } from '../../domain/access.ts'
import type { GroupId, OrgUnitId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { isoWeekOf } from '../../domain/iso-week.ts'
import { buildDigest } from '../../usecases/build-digest.ts'
import { today } from '../../usecases/form-window.ts'
import { digestDeps } from '../../usecases/gather-reads.ts'
import type { BotContext } from '../context.ts'
import { renderDigest } from '../notices/digest-notice.ts'
import type { BotServices, Command } from '../services.ts'

/** The digest now: of a linked group's unit, or in private of the person's own; `/bantin CODE` of another in reach. */
export const bantin: Command = {
  name: 'bantin',
  aliases: ['bản tin', 'tuan', 'tuần', 'week'],
  description: 'common:command.bantin',
  needs: 'anyone',
  needsInPrivate: ['see-digest'],
  place: 'both',
  async run(services, ctx, argument) {
    const { unit, group } = await subjectOf(services, ctx, argument.trim())
    const now = services.clock.now()
    const digest = await buildDigest(digestDeps(services), { unit, week: isoWeekOf(today(services)), now })
    const place = ctx.chat?.type === 'private' ? 'private' : 'group'
    const subject = group === undefined ? { unit } : { group }
    const message = await renderDigest(services, ctx.state.t, digest, subject, place)
    // Before it leaves: an update that comes again after a crash must not post a second one.
    await services.database.conversations.markProcessed(ctx.update.update_id, now)
    const answer = await services.transport.call(message.method, {
      chat_id: ctx.chat?.id,
      ...message.payload,
    })
    if (!answer.ok) throw new Error(`${message.method}: ${answer.error_code} ${answer.description}`)
  },
}

/** In a linked group everyone in it sees the group's; elsewhere only who may see digests. */
async function subjectOf(
  services: BotServices,
  ctx: BotContext,
  code: string,
): Promise<{ readonly unit: OrgUnitId; readonly group?: GroupId }> {
  if (ctx.chat && ctx.chat.type !== 'private') {
    const group = await services.database.groups.findByChat(ctx.chat.id)
    if (!group?.unit) throw new DomainError('group-not-linked')
    return { unit: group.unit, group: group.id }
  }
  const { actor } = ctx.state
  const scope = scopeFor(actor, 'see-digest')
  const { roots } = scope
  if (code !== '') {
    const named = await services.database.units.findByCode(scope, code)
    if (!named) throw new DomainError('unit-not-found')
    return { unit: named.id }
  }
  const unit = roots === 'everything' ? undefined : roots[0]
  if (!unit) throw new DomainError('not-allowed')
  return { unit }
}
