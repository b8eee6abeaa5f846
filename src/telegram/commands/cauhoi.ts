import { listQuestions } from '../../usecases/answer-question.ts'
import type { Command } from '../services.ts'
import { questionListView } from '../views/questions.ts'

/** The questions no plan answers: to be answered, to be approved, and what is kept. */
export const cauhoi: Command = {
  name: 'cauhoi',
  aliases: ['câu hỏi', 'questions'],
  description: 'common:command.cauhoi',
  needs: ['answer-question', 'approve-answer'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    await services.screen.show(ctx, questionListView(t, await listQuestions(services, actor)))
  },
}
