import { nextOpen, planForm } from '../domain/form-plan.ts'
import type { FormSession } from '../usecases/open-form.ts'
import type { BotContext } from './context.ts'
import { sectionForm } from './conversations/section.ts'
import type { BotServices } from './services.ts'
import { cardView } from './views/card.ts'

/** Asks the first question still open, or shows the card when none is. */
export async function continueForm(
  services: BotServices,
  ctx: BotContext,
  session: FormSession,
): Promise<void> {
  const planned = planForm(services.library.form(session.form).form, session.levels)
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
  await services.bridge.enter(ctx, sectionForm(services), { submission, formVersion, session, at, onlyThis })
}
