import { nextOpen } from '../domain/form-plan.ts'
import { type FormSession, plannedOf } from '../usecases/open-form.ts'
import type { BotContext } from './context.ts'
import { sectionForm } from './conversations/section.ts'
import type { BotServices } from './services.ts'
import { cardView } from './views/card.ts'

/** Whoever has not answered for this long is not at it any more. */
const AT_WORK_MS = 30 * 60_000

/** Asks the first question still open, or shows the card when none is. */
export async function continueForm(
  services: BotServices,
  ctx: BotContext,
  session: FormSession,
): Promise<void> {
  const planned = plannedOf(services.library, session)
  const at = nextOpen(planned, session.answers)
  if (at === undefined)
    await services.screen.show(ctx, cardView({ t: ctx.state.t, library: services.library, session }))
  else await askFrom(services, ctx, session, at)
}

/** Opens the section of one question; `onlyThis` comes back to the card after it. */
export async function askFrom(
  services: BotServices,
  ctx: BotContext,
  session: FormSession,
  at: number,
  onlyThis = false,
): Promise<void> {
  const { submission, formVersion } = session
  const said = await othersAtWork(services, ctx, session)
  const isAddition = session.late !== undefined
  const args = {
    ...{ submission, isAddition, formVersion, session, at, onlyThis },
    ...(said !== undefined && { said }),
  }
  await services.bridge.enter(ctx, sectionForm(services), args)
}

/** Who else has this form open, so that two people do not work past each other. */
async function othersAtWork(
  services: BotServices,
  ctx: BotContext,
  { submission }: FormSession,
): Promise<string | undefined> {
  const { t, conversationKey } = ctx.state
  const since = new Date(services.clock.now().getTime() - AT_WORK_MS)
  const names = await services.database.conversations.atWork(submission, conversationKey.key, since)
  return names.length === 0 ? undefined : t.html('teamwork:at-work', { names: names.join(', ') })
}
