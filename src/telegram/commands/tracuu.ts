import { findByReceipt } from '../../usecases/find-submission.ts'
import type { Command } from '../services.ts'
import { historyView } from '../views/history.ts'

/** What a receipt stands for, to those entitled. */
export const tracuu: Command = {
  name: 'tracuu',
  aliases: ['tra cứu', 'receipt'],
  description: 'common:command.tracuu',
  needs: ['see-own-progress', 'see-progress'],
  place: 'private',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    if (argument.trim() === '') return services.screen.reply(ctx, { text: t('teamwork:receipt.how') })
    const history = await findByReceipt(services, actor, argument)
    await services.screen.reply(ctx, historyView(t, services.library, services.timeZone, history))
  },
}
