import { listOwnSubmissions } from '../../usecases/find-submission.ts'
import type { Command } from '../services.ts'
import { lockedListView } from '../views/history.ts'

/** Asks for a locked submission to be opened again. */
export const mokhoa: Command = {
  name: 'mokhoa',
  aliases: ['mở khóa', 'mở khoá', 'unlock'],
  description: 'common:command.mokhoa',
  needs: ['fill-form'],
  place: 'private',
  async run(services, ctx) {
    const { t, actor } = ctx.state
    await services.screen.show(
      ctx,
      lockedListView(t, services.library, await listOwnSubmissions(services, actor)),
    )
  },
}
