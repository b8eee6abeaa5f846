import type { Texts } from '../../i18n/texts.ts'
import { correctName, type OwnDataDeps } from '../../usecases/own-data.ts'
import type { ChatForm } from './bridge.ts'
import { askReasonAndAct } from './reason.ts'

/** Asks how the person is called, and corrects it. */
export const renameForm = (deps: OwnDataDeps & { readonly texts: Texts }): ChatForm => ({
  name: 'rename',
  version: 2,
  async build(conversation, ctx, step) {
    const t = deps.texts.for(step.person.locale)
    await askReasonAndAct(conversation, ctx, step, t, {
      question: t.html('people:own.rename-ask', { name: step.person.name }),
      left: t('people:find.left'),
      done: {
        text: t('people:own.renamed'),
        buttons: [[{ text: t('people:own.back'), data: 'me:show' }]],
      },
      act: (name) => correctName(deps, step.actor, name),
    })
    return undefined
  },
})
