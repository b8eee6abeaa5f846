import { isWithin, ROLES, type Role, scopeFor, scopeToInvite } from '../../domain/access.ts'
import type { InvitationId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { localDateOf } from '../../domain/local-date.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import { drawQrCode } from '../../exports/qr-code.ts'
import { createInvitation } from '../../usecases/create-invitation.ts'
import { today } from '../../usecases/form-window.ts'
import { listInvitations, revokeInvitation } from '../../usecases/list-invitations.ts'
import { planSheet, printSheet } from '../../usecases/print-invitations.ts'
import { showInvitations } from '../commands/loimoi.ts'
import type { BotContext } from '../context.ts'
import { findForm } from '../conversations/find.ts'
import type { BotServices, ButtonAction, ButtonHandler } from '../services.ts'
import {
  invitationCaption,
  openInvitationsView,
  roleChoiceView,
  sheetPlanView,
} from '../views/invitations.ts'
import { findAction } from './find-action.ts'

const ACTIONS: Readonly<Record<string, ButtonAction>> = {
  start: (services, ctx) => showInvitations(services, ctx),
  find: (services, ctx) => services.bridge.enter(ctx, findForm(services), { formVersion: 1, what: 'invite' }),
  async unit(services, ctx, [code = '']) {
    const unit = await getUnit(services, ctx, code)
    const path = await services.database.units.path(unit.id, today(services))
    const roles = ROLES.filter((role) => isWithin(scopeToInvite(ctx.state.actor, role), path))
    await services.screen.show(ctx, roleChoiceView(ctx.state.t, unit, roles))
  },
  async role(services, ctx, [role, code = '']) {
    const wanted = ROLES.find((each): each is Role => each === role)
    if (!wanted) throw new DomainError('button-invalid')
    await invite(services, ctx, wanted, code)
  },
  async list(services, ctx, [from]) {
    await showOpen(services, ctx, Number(from) || 0)
  },
  async revoke(services, ctx, [id]) {
    await revokeInvitation(services, ctx.state.actor, id as InvitationId)
    await showOpen(services, ctx, 0)
  },
  async sheet(services, ctx, [code = '']) {
    const plan = await planSheet(inviteDeps(services), ctx.state.actor, code)
    await services.screen.show(ctx, sheetPlanView(ctx.state.t, plan))
  },
  async print(services, ctx, [code = '']) {
    const { t, actor, locale } = ctx.state
    const { unit, cards } = await printSheet(inviteDeps(services), actor, code)
    const bytes = await services.invitationSheet(unit.name, cards, locale)
    await services.screen.show(ctx, { text: t('people:sheet.printed', { count: cards.length }) })
    const filename = t('people:sheet.file', { code: unit.code })
    await services.screen.sendFile(
      ctx,
      { bytes, filename },
      t.html('people:sheet.caption', { unit: unit.name }),
    )
  },
}

/** Buttons of /loimoi. */
export const inviteButton: ButtonHandler = {
  prefix: 'iv',
  async run(services, ctx, [action = '', ...parts]) {
    await findAction(ACTIONS, action)(services, ctx, parts)
  },
}

/** What inviting needs beside the services: whose link it is. */
export const inviteDeps = (services: BotServices) => ({ ...services, botUsername: services.username })

async function invite(services: BotServices, ctx: BotContext, role: Role, code: string): Promise<void> {
  const { t, actor } = ctx.state
  const { link, unit, expiresAt } = await createInvitation(inviteDeps(services), actor, { role, unit: code })
  await sendInvitation(services, ctx, { role, unit: unit.name, link, expiresAt })
  await services.screen.show(ctx, {
    text: t.html('people:invite.below', { role: t(`common:role.${role}`), unit: unit.name }),
    buttons: [[{ text: t('people:invite.another'), data: `iv:unit:${unit.code}` }]],
  })
}

/** Sends the QR code with the link below it; the token is nowhere else. */
export async function sendInvitation(
  services: BotServices,
  ctx: BotContext,
  { role, unit, link, expiresAt }: { role: Role; unit: string; link: string; expiresAt: Date },
): Promise<void> {
  const expiresOn = localDateOf(expiresAt, services.timeZone)
  const photo = { bytes: drawQrCode(link), filename: 'loi-moi.png' }
  await services.screen.sendPhoto(ctx, photo, invitationCaption(ctx.state.t, { role, unit, link, expiresOn }))
}

async function showOpen(services: BotServices, ctx: BotContext, from: number): Promise<void> {
  const open = await listInvitations(services, ctx.state.actor)
  await services.screen.show(ctx, openInvitationsView(ctx.state.t, services.timeZone, open, from))
}

async function getUnit(services: BotServices, { state }: BotContext, code: string): Promise<OrgUnit> {
  const unit = await services.database.units.findByCode(scopeFor(state.actor, 'invite'), code)
  if (!unit) throw new DomainError('unit-not-found')
  return unit
}
