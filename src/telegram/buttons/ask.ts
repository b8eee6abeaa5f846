import { findChoice, sendQuestionOn } from '../../usecases/ask-plan.ts'
import { answerQuestion } from '../ask.ts'
import type { ButtonHandler } from '../services.ts'

/** A choice under an answer, or sending the question on to an officer. */
export const askButton: ButtonHandler = {
  prefix: 'a',
  isOpenToAll: true,
  async run(services, ctx, [id = '', what = '']) {
    const { t, actor, conversationKey } = ctx.state
    if (!ctx.chat) return
    if (what === 'send') {
      const isSent = await sendQuestionOn(services, actor, {
        key: conversationKey.key,
        id,
        chatId: ctx.chat.id,
      })
      return services.screen.reply(ctx, { text: t(isSent ? 'ask:sent-on' : 'ask:too-old') })
    }
    const question = await findChoice(services, conversationKey.key, id, Number(what))
    if (question === undefined) return services.screen.reply(ctx, { text: t('ask:too-old') })
    await answerQuestion(services, ctx, question)
  },
}
