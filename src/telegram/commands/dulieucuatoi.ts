import { getOwnData } from '../../usecases/own-data.ts'
import type { BotContext } from '../context.ts'
import type { BotServices, Command } from '../services.ts'
import { ownDataView } from '../views/own-data.ts'
import { greet } from './start.ts'

/** What is kept of the person: see, correct, take along, have it deleted. Also for those who hold no role any more. */
export const dulieucuatoi: Command = {
  name: 'dulieucuatoi',
  aliases: ['dữ liệu của tôi', 'mydata'],
  description: 'common:command.dulieucuatoi',
  needs: 'anyone',
  place: 'private',
  run: (services, ctx) => showOwnData(services, ctx),
}

export async function showOwnData(services: BotServices, ctx: BotContext): Promise<void> {
  const { t, actor, person } = ctx.state
  if (person.id === '') return greet(services, ctx)
  await services.screen.show(ctx, ownDataView(t, services.timeZone, await getOwnData(services, actor)))
}
