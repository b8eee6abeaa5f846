import type { QuestionId } from '../../domain/brand.ts'
import { decideAnswer, getQuestion, listQuestions, withdrawAnswer } from '../../usecases/answer-question.ts'
import { answerForm } from '../conversations/answer-question.ts'
import type { ButtonHandler } from '../services.ts'
import { questionListView, questionView } from '../views/questions.ts'

/** A question of the officers' queue: look at it, answer it, approve what was answered, take back what is kept. */
export const questionButton: ButtonHandler = {
  prefix: 'cq',
  async run(services, ctx, [what, id]) {
    const { t, actor } = ctx.state
    const question = id as QuestionId
    if (what === 'list')
      return services.screen.show(ctx, questionListView(t, await listQuestions(services, actor)))
    if (what === 'show')
      return services.screen.show(ctx, questionView(t, actor, await getQuestion(services, actor, question)))
    if (what === 'answer') {
      const { text } = await getQuestion(services, actor, question)
      return services.bridge.enter(ctx, answerForm(services), { formVersion: 1, question, text })
    }
    if (what === 'back') {
      await withdrawAnswer(services, actor, question)
      return services.screen.show(ctx, { text: t('ask:queue.withdrawn') })
    }
    if (what !== 'yes' && what !== 'no') return
    await decideAnswer(services, actor, question, what === 'yes')
    await services.screen.show(ctx, { text: t(what === 'yes' ? 'ask:queue.approved' : 'ask:queue.refused') })
  },
}
