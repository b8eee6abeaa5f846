import { isWithin, scopeFor } from '../../domain/access.ts'
import { listOwed } from '../../usecases/list-owed.ts'
import type { Command } from '../services.ts'
import { assignListView } from '../views/assign.ts'

/** Gives a form, or blocks of it, to teachers; lets a deputy act for the principal. */
export const giaoviec: Command = {
  name: 'giaoviec',
  aliases: ['giao việc', 'assign'],
  description: 'common:command.giaoviec',
  needs: ['assign-form'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    const scope = scopeFor(actor, 'assign-form')
    const owed = await listOwed(services, actor)
    const own = owed.filter(({ unit, late }) => !late && isWithin(scope, [unit.id]))
    await services.screen.show(ctx, assignListView(t, own))
  },
}
