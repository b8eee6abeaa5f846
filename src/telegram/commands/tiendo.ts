import { scopeFor } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { parsePeriod, periodAt } from '../../domain/period.ts'
import { today } from '../../usecases/form-window.ts'
import { comparedProgressOf } from '../progress.ts'
import type { Command } from '../services.ts'
import { progressView } from '../views/progress.ts'

/** The person's unit against each target; a unit's code and a period may be given. */
export const tiendo: Command = {
  name: 'tiendo',
  aliases: ['tiến độ', 'progress'],
  description: 'common:command.tiendo',
  needs: ['see-own-progress', 'see-progress'],
  place: 'private',
  async run(services, ctx, argument) {
    const { t, actor } = ctx.state
    const words = argument.split(/\s+/).filter((word) => word !== '')
    const period = words.map((word) => parsePeriod(word.toUpperCase())).find((each) => each !== undefined)
    const code = words.find((word) => parsePeriod(word.toUpperCase()) === undefined)
    const named =
      code === undefined
        ? undefined
        : await services.database.units.findByCode(scopeFor(actor, 'see-progress'), code)
    const unit = code === undefined ? actor.roles[0]?.unit : named?.id
    if (unit === undefined) throw new DomainError('unit-not-found')
    const asked = period ?? periodAt('year', today(services))
    const progress = await comparedProgressOf(services, actor, unit, asked)
    await services.screen.show(ctx, progressView(t, progress))
  },
}
