import { systemScope } from '../../domain/access.ts'
import type { RoleId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { localDateOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { DELETION_GRACE_DAYS } from '../../domain/retention.ts'
import { endRole } from '../../usecases/manage-people.ts'
import { askDeletion, forgetOwnPhone, getOwnData, keepData } from '../../usecases/own-data.ts'
import { showOwnData } from '../commands/dulieucuatoi.ts'
import { askContact } from '../commands/start.ts'
import { renameForm } from '../conversations/rename.ts'
import type { ButtonAction, ButtonHandler } from '../services.ts'
import { ownDataFile } from '../views/own-data.ts'
import { endRoleView } from '../views/people.ts'
import { findAction } from './find-action.ts'

const ACTIONS: Readonly<Record<string, ButtonAction>> = {
  show: (services, ctx) => showOwnData(services, ctx),
  name: (services, ctx) => services.bridge.enter(ctx, renameForm(services), { formVersion: 1 }),
  phone: (services, ctx) => askContact(services, ctx, 'people:own.share-phone'),
  async nophone(services, ctx) {
    await forgetOwnPhone(services, ctx.state.actor)
    await showOwnData(services, ctx)
  },
  async file(services, ctx) {
    const { t, actor } = ctx.state
    const text = ownDataFile(t, services.timeZone, await getOwnData(services, actor))
    const upload = { bytes: new TextEncoder().encode(text), filename: t('people:own.filename') }
    await services.screen.sendFile(ctx, upload, t('people:own.file-caption'))
  },
  async leave(services, ctx, [id]) {
    const held = await services.database.people.findRole(systemScope, id as RoleId)
    if (held?.person !== ctx.state.person.id) throw new DomainError('role-not-found')
    await services.screen.show(ctx, endRoleView(ctx.state.t, held, `me:left:${id}`, 'me:show'))
  },
  async left(services, ctx, [id]) {
    const { t, actor, person } = ctx.state
    const held = await services.database.people.findRole(systemScope, id as RoleId)
    if (held?.person !== person.id) throw new DomainError('role-not-found')
    await endRole(services, actor, held.id)
    const facts = { role: t(`common:role.${held.role}`), unit: held.unitName }
    await services.screen.show(ctx, { text: t.html('people:own.left', facts) })
  },
  async delete(services, ctx) {
    const { t } = ctx.state
    await services.screen.show(ctx, {
      text: t('people:own.delete-ask', { days: DELETION_GRACE_DAYS }),
      buttons: [
        [{ text: t('people:own.delete-yes'), data: 'me:deleted' }],
        [{ text: t('common:button.cancel'), data: 'me:show' }],
      ],
    })
  },
  async deleted(services, ctx) {
    const { t, actor } = ctx.state
    const due = renderDate(localDateOf(await askDeletion(services, actor), services.timeZone), t.locale)
    await services.screen.show(ctx, {
      text: t('people:own.delete-asked', { date: due }),
      buttons: [[{ text: t('people:own.keep'), data: 'me:keep' }]],
    })
  },
  async keep(services, ctx) {
    await keepData(services, ctx.state.actor)
    await showOwnData(services, ctx)
  },
}

/** Buttons of /dulieucuatoi: always about the one who presses them. */
export const ownDataButton: ButtonHandler = {
  prefix: 'me',
  isOpenToAll: true,
  async run(services, ctx, [action = '', ...parts]) {
    if (ctx.state.person.id === '' || ctx.chat?.type !== 'private') throw new DomainError('not-registered')
    await findAction(ACTIONS, action)(services, ctx, parts)
  },
}
