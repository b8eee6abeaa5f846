import type { UnlockId } from '../../domain/brand.ts'
import { decideUnlock } from '../../usecases/unlock-submission.ts'
import type { ButtonHandler } from '../services.ts'

/** The office's decision on opening a submission: hours, 0 = refused. */
export const unlockButton: ButtonHandler = {
  prefix: 'k',
  async run(services, ctx, [hours = '0', id]) {
    const { t, actor } = ctx.state
    const row = await decideUnlock(services, actor, id as UnlockId, Number(hours))
    await services.screen.show(ctx, {
      text:
        Number(hours) > 0
          ? t.html('teamwork:unlock.opened', { unit: row.unitName, hours })
          : t.html('teamwork:unlock.refused', { unit: row.unitName }),
    })
  },
}
