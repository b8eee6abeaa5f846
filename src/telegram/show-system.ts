import { scopeFor } from '../domain/access.ts'
import { examineSystem } from '../usecases/examine-system.ts'
import type { BotContext } from './context.ts'
import type { BotServices } from './services.ts'
import { systemView } from './views/system.ts'

const LOST_SINCE_MS = 7 * 24 * 3600_000
const MOST_GROUPS = 15

/** Shows how the installation is, as far as the person looks after it. Throws: not-allowed. */
export async function showSystem(services: BotServices, ctx: BotContext): Promise<void> {
  const { database, clock, timeZone, screen } = services
  const { t, actor } = ctx.state
  const scope = scopeFor(actor, 'see-system')
  const now = clock.now()
  const outbox = await database.outbox.status(scope, now, new Date(now.getTime() - LOST_SINCE_MS))
  const inDoubt = await database.outbox.listInDoubt(scope)
  const all = await database.groups.list(scope)
  const troubled = all.filter(({ state }) => state === 'left' || state === 'public')
  const shown = [...troubled, ...all.filter((group) => !troubled.includes(group))].slice(0, MOST_GROUPS)
  const groups = await Promise.all(
    shown.map(async (group) => ({ group, last: await database.digests.last(group.id) })),
  )
  const condition = await examineSystem(services)
  const queue = { now, outbox, inDoubt, groups, groupCount: all.length }
  await screen.show(ctx, systemView(t, timeZone, { ...queue, condition }))
}
