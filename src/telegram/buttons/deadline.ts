import { parseLocalDate } from '../../domain/local-date.ts'
import { getPeriod } from '../../domain/period.ts'
import { type FormPeriod, previewDeadline, setDeadline } from '../../usecases/local-deadline.ts'
import { hannop } from '../commands/hannop.ts'
import type { BotContext } from '../context.ts'
import { deadlineForm } from '../conversations/deadline.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { deadlineDoneView, deadlinePreview, deadlineView } from '../views/deadline.ts'
import { findAction } from './find-action.ts'

type DeadlineAction = (services: BotServices, ctx: BotContext, parts: readonly string[]) => Promise<void>

const ACTIONS: Readonly<Record<string, DeadlineAction>> = {
  list: (services, ctx) => hannop.run(services, ctx, ''),
  async see(services, ctx, parts) {
    const { t, actor } = ctx.state
    const place = placeOf(parts)
    const local = (await services.database.plans.localDeadlines()).get(`${place.form} ${place.period}`)
    const change = await previewDeadline(services, actor, place, parseLocalDate(local ?? ''))
    await services.screen.show(ctx, deadlineView(t, change))
  },
  async set(services, ctx, parts) {
    const { form, period } = placeOf(parts)
    await services.bridge.enter(ctx, deadlineForm(services), { formVersion: 1, form, period })
  },
  async off(services, ctx, parts) {
    const { t, actor } = ctx.state
    const change = await previewDeadline(services, actor, placeOf(parts), undefined)
    const [form = '', period = ''] = parts
    await services.screen.show(ctx, {
      text: deadlinePreview(t, change),
      buttons: [
        [{ text: t('operate:deadline.remove'), data: `hd:gone:${form}:${period}` }],
        [{ text: t('operate:back'), data: `hd:see:${form}:${period}` }],
      ],
    })
  },
  gone: (services, ctx, parts) => put(services, ctx, placeOf(parts), undefined),
  undo: (services, ctx, parts) => put(services, ctx, placeOf(parts), parts[2]),
}

/** Buttons of /hannop. */
export const deadlineButton: ButtonHandler = {
  prefix: 'hd',
  async run(services, ctx, [action = '', ...parts]) {
    await findAction(ACTIONS, action)?.(services, ctx, parts)
  },
}

const placeOf = ([form = '', period = '']: readonly string[]): FormPeriod => ({
  form,
  period: getPeriod(period),
})

async function put(
  services: BotServices,
  ctx: BotContext,
  place: FormPeriod,
  day: string | undefined,
): Promise<void> {
  const { t, actor } = ctx.state
  const date = parseLocalDate(day ?? '')
  const before = await setDeadline(services, actor, place, date)
  const change = await previewDeadline(services, actor, place, date)
  await services.screen.show(ctx, deadlineDoneView(t, change, before))
}
