import { listOwed } from '../../usecases/list-owed.ts'
import type { Command } from '../services.ts'
import { owedView } from '../views/owed.ts'

/** What this person owes, by deadline. */
export const nop: Command = {
  name: 'nop',
  aliases: ['nộp', 'submit'],
  description: 'common:command.nop',
  needs: ['fill-form'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    const owed = await listOwed(services, actor)
    const isOnlyTeacher = actor.roles.every(({ role }) => role === 'teacher')
    if (owed.length === 0 && isOnlyTeacher)
      return services.screen.show(ctx, { text: t('forms:owed.nothing-given') })
    await services.screen.show(ctx, owedView(t, services.library, owed))
  },
}
