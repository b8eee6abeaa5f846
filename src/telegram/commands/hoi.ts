import { answerQuestion } from '../ask.ts'
import type { Command } from '../services.ts'

/** Asks what the plans say; also in groups. */
export const hoi: Command = {
  name: 'hoi',
  aliases: ['hỏi', 'ask'],
  description: 'common:command.hoi',
  needs: 'anyone',
  place: 'both',
  async run(services, ctx, argument) {
    if (argument.trim() === '') await services.screen.reply(ctx, { text: ctx.state.t('ask:how') })
    else await answerQuestion(services, ctx, argument)
  },
}
