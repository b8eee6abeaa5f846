import type { OrgUnitId, PersonId } from '../../domain/brand.ts'
import { type LocalDate, localDateOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { parseDate } from '../../domain/typed-date.ts'
import type { T, Texts } from '../../i18n/texts.ts'
import { delegateRole } from '../../usecases/assign-form.ts'
import type { OpenFormDeps } from '../../usecases/open-form.ts'
import { formButton } from '../views/question.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface DelegateArgs extends FormArgs {
  readonly unit: OrgUnitId
  readonly person: PersonId
  readonly name: string
}

/** Asks from when until when a deputy acts for the principal. */
export const delegateForm = (deps: OpenFormDeps & { readonly texts: Texts }): ChatForm<DelegateArgs> => ({
  name: 'delegate',
  version: 2,
  async build(conversation, ctx, step, { unit, person, name }) {
    const t = deps.texts.for(step.person.locale)
    const dialogue = new Dialogue(conversation, ctx, step, 0)
    const today = localDateOf(step.now, deps.timeZone)
    const from = await askDay(dialogue, t, t.html('teamwork:delegate.from', { name }), today)
    const until =
      from &&
      (await askDay(
        dialogue,
        t,
        t.html('teamwork:delegate.until', { name, from: renderDate(from, t.locale) }),
        from,
      ))
    if (from && until)
      await conversation.external(
        async () => void (await delegateRole(deps, step.actor, { unit, person, from, until })),
      )
    const text =
      from && until
        ? t.html('teamwork:delegate.done', {
            name,
            from: renderDate(from, t.locale),
            until: renderDate(until, t.locale),
          })
        : t('teamwork:delegate.left')
    dialogue.show({ text })
    return undefined
  },
})

/** Asks until a day not before `earliest` is given; undefined when the person goes back. */
async function askDay(
  dialogue: Dialogue,
  t: T,
  question: string,
  earliest: LocalDate,
): Promise<LocalDate | undefined> {
  let text = question
  for (;;) {
    const input = await dialogue.ask({
      text,
      buttons: [[{ text: t('common:button.cancel'), data: formButton(0, 'cancel') }]],
    })
    if (input.kind === 'button') return undefined
    const parsed = parseDate(input.kind === 'text' ? input.text : '', earliest)
    if (parsed.kind === 'date' && parsed.date >= earliest) return parsed.date
    text = `${t('teamwork:delegate.unclear')}\n${question}`
  }
}
