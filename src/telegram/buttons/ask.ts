import { DomainError } from '../../domain/errors.ts'
import { findChoice } from '../../usecases/ask-plan.ts'
import { sendQuestionOn } from '../../usecases/send-question.ts'
import { answerQuestion } from '../ask.ts'
import type { ButtonHandler } from '../services.ts'

/** A choice under an answer, or sending the question on to an officer. */
export const askButton: ButtonHandler = {
  prefix: 'a',
  isOpenToAll: true,
  async run(services, ctx, [id = '', what = '']) {
    const { t, actor, isRegistered, conversationKey } = ctx.state
    if (!ctx.chat || !ctx.from) return
    if (what === 'send') {
      if (!isRegistered) throw new DomainError('not-registered')
      const outcome = await sendQuestionOn(services, actor, {
        key: conversationKey.key,
        id,
        chatId: ctx.chat.id,
        askedBy: ctx.from.id,
      })
      if (outcome === 'told-before') return
      return services.screen.reply(ctx, { text: t(`ask:sent.${outcome}`) })
    }
    const question = await findChoice(services, conversationKey.key, id, Number(what))
    if (question === undefined) return services.screen.reply(ctx, { text: t('ask:too-old') })
    await answerQuestion(services, ctx, question)
  },
}
