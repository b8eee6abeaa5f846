import { findPeople, listPending } from '../../usecases/find-people.ts'
import type { BotContext } from '../context.ts'
import type { BotServices, Command } from '../services.ts'
import { peopleFoundView, peopleStartView } from '../views/people.ts'

/** Looks after people's access: who waits, who is who, suspend, end a role, another account. */
export const nguoidung: Command = {
  name: 'nguoidung',
  aliases: ['người dùng', 'people'],
  description: 'common:command.nguoidung',
  needs: ['manage-people'],
  place: 'private',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    if (argument.trim() === '') return showPeople(services, ctx)
    await services.screen.reply(ctx, peopleFoundView(t, await findPeople(services, actor, argument.trim())))
  },
}

export async function showPeople(services: BotServices, ctx: BotContext): Promise<void> {
  const waiting = await listPending(services, ctx.state.actor)
  await services.screen.show(ctx, peopleStartView(ctx.state.t, waiting.length))
}
