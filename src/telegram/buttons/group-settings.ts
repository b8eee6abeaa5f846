import type { GroupId } from '../../domain/brand.ts'
import { LOCALES } from '../../domain/text.ts'
import {
  configureGroup,
  type GroupStatus,
  getGroup,
  listGroups,
  muteGroup,
  unlinkGroup,
} from '../../usecases/configure-group.ts'
import type { GroupSettings } from '../../usecases/ports.ts'
import type { BotContext } from '../context.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import {
  DIGEST_TIMES,
  groupChoiceView,
  groupsView,
  groupView,
  unlinkAskedView,
  unlinkedView,
} from '../views/groups.ts'
import { findAction } from './find-action.ts'

type GroupAction = (services: BotServices, ctx: BotContext, id: GroupId, value: string) => Promise<void>

const ACTIONS: Readonly<Record<string, GroupAction>> = {
  async list(services, ctx, page) {
    const groups = await listGroups(services, ctx.state.actor)
    await services.screen.show(ctx, groupsView(frameOf(services, ctx), groups, Number(page) || 0))
  },
  open: async (services, ctx, id) => show(services, ctx, await getGroup(services, ctx.state.actor, id)),
  day: (services, ctx, id, value) => choose(services, ctx, id, 'day', weekdayOf(value)),
  time: (services, ctx, id, value) => choose(services, ctx, id, 'time', timeOf(value)),
  async lang(services, ctx, id, value) {
    const locale = LOCALES.find((each) => each === value)
    if (locale) await configure(services, ctx, id, { locale })
  },
  skip: (services, ctx, id, value) => configure(services, ctx, id, { skipQuiet: value === '1' }),
  mute: async (services, ctx, id, weeks) =>
    show(services, ctx, await muteGroup(services, ctx.state.actor, id, Math.min(Number(weeks) || 0, 8))),
  async unlink(services, ctx, id, isSure) {
    const { t, actor } = ctx.state
    const view =
      isSure === '1'
        ? unlinkedView(t, await unlinkGroup(services, actor, id))
        : unlinkAskedView(t, (await getGroup(services, actor, id)).group)
    await services.screen.show(ctx, view)
  },
}

/** Buttons of /nhom. */
export const groupSettingsButton: ButtonHandler = {
  prefix: 'u',
  async run(services, ctx, [action = '', id = '', value = '']) {
    await findAction(ACTIONS, action)?.(services, ctx, id as GroupId, value)
  },
}

const frameOf = (services: BotServices, ctx: BotContext) => ({
  t: ctx.state.t,
  now: services.clock.now(),
  timeZone: services.timeZone,
})

const show = (services: BotServices, ctx: BotContext, status: GroupStatus): Promise<void> =>
  services.screen.show(ctx, groupView(frameOf(services, ctx), status))

const configure = async (
  services: BotServices,
  ctx: BotContext,
  id: GroupId,
  settings: GroupSettings,
): Promise<void> => show(services, ctx, await configureGroup(services, ctx.state.actor, id, settings))

/** Without a setting the choices are shown. */
async function choose(
  services: BotServices,
  ctx: BotContext,
  id: GroupId,
  what: 'day' | 'time',
  settings: GroupSettings | undefined,
): Promise<void> {
  if (settings) return configure(services, ctx, id, settings)
  const status = await getGroup(services, ctx.state.actor, id)
  await services.screen.show(ctx, groupChoiceView(frameOf(services, ctx), status, what))
}

const weekdayOf = (value: string): GroupSettings | undefined =>
  /^[1-7]$/.test(value) ? { digestWeekday: Number(value) } : undefined

function timeOf(value: string): GroupSettings | undefined {
  const digestTime = DIGEST_TIMES.find((time) => time.replace(':', '') === value)
  return digestTime === undefined ? undefined : { digestTime }
}
