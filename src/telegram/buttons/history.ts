import type { SubmissionId } from '../../domain/brand.ts'
import { getHistory } from '../../usecases/find-submission.ts'
import { unlockForm } from '../conversations/unlock-reason.ts'
import type { ButtonHandler } from '../services.ts'
import { historyView } from '../views/history.ts'

/** One submission's history, or asking for it to be opened again. */
export const historyButton: ButtonHandler = {
  prefix: 'h',
  async run(services, ctx, [action, id]) {
    const { t, actor } = ctx.state
    if (action === 'unlock')
      return services.bridge.enter(ctx, unlockForm(services), { formVersion: 1, locked: id as SubmissionId })
    if (action !== 'show') return
    const history = await getHistory(services, actor, id as SubmissionId)
    await services.screen.show(ctx, historyView(t, services.library, services.timeZone, history))
  },
}
