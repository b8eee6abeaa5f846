import { linkGroup } from '../../usecases/link-group.ts'
import { seeGroup } from '../groups.ts'
import type { ButtonHandler } from '../services.ts'

/** The unit chosen for a group. */
export const groupButton: ButtonHandler = {
  prefix: 'g',
  async run(services, ctx, [action, code = '']) {
    const group = await seeGroup(services, ctx)
    if (action !== 'link' || !group) return
    const { unit } = await linkGroup(services, ctx.state.actor, group, code)
    await services.screen.show(ctx, { text: ctx.state.t.html('admin:link.done', { unit: unit.name }) })
  },
}
