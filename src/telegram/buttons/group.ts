import { DomainError } from '../../domain/errors.ts'
import { createGroupCode } from '../../usecases/group-code.ts'
import { linkGroup } from '../../usecases/link-group.ts'
import { seeGroup } from '../groups.ts'
import type { ButtonHandler } from '../services.ts'
import { codeView } from '../views/group-code.ts'

/** The unit chosen for a group, there or in private for whoever is anonymous there. */
export const groupButton: ButtonHandler = {
  prefix: 'g',
  async run(services, ctx, [action, code = '']) {
    const { t, actor } = ctx.state
    const group = await seeGroup(services, ctx)
    if (action === 'code' && !group)
      return services.screen.show(ctx, codeView(t, await createGroupCode(services, actor, code)))
    if (action !== 'link' || !group) throw new DomainError('button-invalid')
    const { unit } = await linkGroup(services, actor, group, code)
    await services.screen.show(ctx, { text: t.html('admin:link.done', { unit: unit.name }) })
  },
}
