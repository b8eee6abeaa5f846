import { localDateOf } from '../../domain/local-date.ts'
import { getPeriod } from '../../domain/period.ts'
import { parseDate } from '../../domain/typed-date.ts'
import type { Texts } from '../../i18n/texts.ts'
import {
  type DeadlineDeps,
  type FormPeriod,
  previewDeadline,
  setDeadline,
} from '../../usecases/local-deadline.ts'
import { deadlineDoneView, deadlinePreview } from '../views/deadline.ts'
import { formButton } from '../views/question.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface DeadlineArgs extends FormArgs {
  readonly form: string
  readonly period: string
}

/** Asks for a day, shows what it would do, and sets it once that is confirmed. */
export const deadlineForm = (deps: DeadlineDeps & { readonly texts: Texts }): ChatForm<DeadlineArgs> => ({
  name: 'deadline',
  version: 2,
  async build(conversation, ctx, step, args) {
    const { person, actor, now } = step
    const t = deps.texts.for(person.locale)
    const place: FormPeriod = { form: args.form, period: getPeriod(args.period) }
    const dialogue = new Dialogue(conversation, ctx, step, 0)
    const today = localDateOf(now, deps.timeZone)
    const cancel = { text: t('common:button.cancel'), data: formButton(0, 'cancel') }
    let question = t('operate:deadline.ask')
    for (;;) {
      const input = await dialogue.ask({ text: question, buttons: [[cancel]] })
      if (input.kind === 'button') break
      const parsed = parseDate(input.kind === 'text' ? input.text : '', today)
      if (parsed.kind !== 'date' || parsed.date < today) {
        question = t('operate:deadline.unclear')
        continue
      }
      const { date } = parsed
      const preview = await conversation.external(async () =>
        deadlinePreview(t, await previewDeadline(deps, actor, place, date)),
      )
      const confirm = { text: t('operate:deadline.confirm'), data: formButton(0, 'set') }
      const decision = await dialogue.ask({ text: preview, buttons: [[confirm], [cancel]] })
      if (decision.kind === 'button' && decision.action === 'set') {
        const done = await conversation.external(async () => {
          const before = await setDeadline(deps, actor, place, date)
          return deadlineDoneView(t, await previewDeadline(deps, actor, place, date), before)
        })
        dialogue.show(done)
        return undefined
      }
      if (decision.kind === 'button') break
      question = t('operate:deadline.ask')
    }
    dialogue.show({ text: t('operate:deadline.left') })
    return undefined
  },
})
