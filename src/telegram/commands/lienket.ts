import { createGroupCode, isGroupCode, linkByCode } from '../../usecases/group-code.ts'
import { type GroupSeen, linkGroup, listLinkable, requireTrusted } from '../../usecases/link-group.ts'
import type { BotContext } from '../context.ts'
import { isAdmin, seeGroup } from '../groups.ts'
import type { BotServices, Command } from '../services.ts'
import { codeView } from '../views/group-code.ts'

const SHOWN = 12

/** Gives this group to a unit: by someone entitled who is also the group's admin. In private: a code for those who are anonymous there. */
export const lienket: Command = {
  name: 'lienket',
  aliases: ['liên kết', 'link'],
  description: 'common:command.lienket',
  needs: ['link-group'],
  place: 'group',
  isForAnonymous: true,
  async run(services, ctx, argument) {
    const group = await seeGroup(services, ctx)
    if (!group) return offerCode(services, ctx, argument.trim())
    if (group.askedBy === 'anonymous' && isGroupCode(argument.trim()))
      return linkAnonymous(services, ctx, group, argument.trim())
    requireTrusted(group)
    await linkOrAsk(services, ctx, group, argument.trim())
  },
}

async function linkOrAsk(
  services: BotServices,
  ctx: BotContext,
  group: GroupSeen,
  code: string,
): Promise<void> {
  const { t, actor } = ctx.state
  const units = await listLinkable(services, actor)
  const only = code || (units.length === 1 ? units[0]?.code : undefined)
  if (only !== undefined) {
    const { unit } = await linkGroup(services, actor, group, only)
    return services.screen.reply(ctx, { text: t.html('admin:link.done', { unit: unit.name }) })
  }
  await services.screen.reply(ctx, {
    text: t('admin:link.which'),
    buttons: units.slice(0, SHOWN).map((unit) => [{ text: unit.name, data: `g:link:${unit.code}` }]),
  })
}

/** Whoever writes in the group's own name is one of its administrators; the code tells which person. */
async function linkAnonymous(
  services: BotServices,
  ctx: BotContext,
  group: GroupSeen,
  code: string,
): Promise<void> {
  const isAdminHere = (telegramUserId: number) => isAdmin(services, group.chatId, telegramUserId)
  const { unit } = await linkByCode(services, group, code, isAdminHere)
  await services.screen.reply(ctx, { text: ctx.state.t.html('admin:link.done', { unit: unit.name }) })
}

async function offerCode(services: BotServices, ctx: BotContext, unitCode: string): Promise<void> {
  const { t, actor } = ctx.state
  if (unitCode === '') {
    const units = await listLinkable(services, actor)
    return services.screen.reply(ctx, {
      text: t('people:group.in-group'),
      buttons: units.slice(0, SHOWN).map((unit) => [{ text: unit.name, data: `g:code:${unit.code}` }]),
    })
  }
  await services.screen.reply(ctx, codeView(t, await createGroupCode(services, actor, unitCode)))
}
