import type { Context } from 'grammy'
import { scopeFor } from '../../domain/access.ts'
import { cleanText } from '../../domain/search-key.ts'
import type { T, Texts } from '../../i18n/texts.ts'
import { findPeople, type PeopleDeps } from '../../usecases/find-people.ts'
import { searchUnitsToJoin } from '../../usecases/request-access.ts'
import { unitChoiceView } from '../views/invitations.ts'
import { peopleFoundView } from '../views/people.ts'
import { formButton } from '../views/question.ts'
import type { View } from '../views/view.ts'
import type { ChatForm, FormArgs, Step } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface FindArgs extends FormArgs {
  /** invite, join: a unit, to invite to or to ask to be let into; person: somebody to look after. */
  readonly what: 'invite' | 'join' | 'person'
}

type FindDeps = PeopleDeps & { readonly texts: Texts }

const SHOWN = 8

/** Asks for a part of a name until something is found, and shows what was found as buttons. */
export const findForm = (deps: FindDeps): ChatForm<FindArgs> => ({
  name: 'find',
  version: 2,
  async build(conversation, ctx: Context, step, { what }) {
    const t = deps.texts.for(step.person.locale)
    const dialogue = new Dialogue(conversation, ctx, step, 0)
    let text = t(`people:find.${what}`)
    for (;;) {
      const input = await dialogue.ask({
        text,
        buttons: [[{ text: t('common:button.cancel'), data: formButton(0, 'cancel') }]],
      })
      if (input.kind === 'button') {
        dialogue.show({ text: t('people:find.left') })
        return undefined
      }
      const wanted = input.kind === 'text' ? cleanText(input.text) : ''
      const found =
        wanted === '' ? null : await conversation.external(() => find(deps, step, t, what, wanted))
      if (found) {
        dialogue.show(found)
        return undefined
      }
      text = t('people:find.again')
    }
  },
})

async function find(
  deps: FindDeps,
  { actor }: Step,
  t: T,
  what: FindArgs['what'],
  text: string,
): Promise<View | null> {
  if (what === 'person') {
    const people = await findPeople(deps, actor, text)
    return people.length > 0 ? peopleFoundView(t, people) : null
  }
  const units =
    what === 'join'
      ? await searchUnitsToJoin(deps, text)
      : await deps.database.units.search(scopeFor(actor, 'invite'), text, SHOWN)
  if (units.length === 0) return null
  return unitChoiceView(t, units, what === 'join' ? 'jo:unit' : 'iv:unit')
}
