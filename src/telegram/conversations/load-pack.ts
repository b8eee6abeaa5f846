import type { Texts } from '../../i18n/texts.ts'
import { loadPack, type PackDeps, type PackFile } from '../../usecases/check-pack.ts'
import { packLoadedText } from '../views/plans.ts'
import { formButton } from '../views/question.ts'
import { attempt } from './attempt.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface LoadPackArgs extends FormArgs {
  readonly fileId: string
  readonly name: string
  readonly checksum: string
  /** The preview as it was made, HTML. */
  readonly preview: string
}

interface LoadPackDeps extends PackDeps {
  readonly texts: Texts
  /** Fetches the file once more: what is loaded is what Telegram keeps, compared with what was seen. */
  readonly fetchFile: (fileId: string) => Promise<Uint8Array>
}

/** Shows what a pack would change and loads it when that is confirmed. */
export const loadPackForm = (deps: LoadPackDeps): ChatForm<LoadPackArgs> => ({
  name: 'load-pack',
  version: 2,
  async build(conversation, ctx, step, { fileId, name, checksum, preview }) {
    const { person, actor } = step
    const t = deps.texts.for(person.locale)
    const dialogue = new Dialogue(conversation, ctx, step, 0)
    const input = await dialogue.ask({
      text: preview,
      buttons: [
        [{ text: t('operate:plans.load'), data: formButton(0, 'load') }],
        [{ text: t('common:button.cancel'), data: formButton(0, 'cancel') }],
      ],
    })
    const isWanted = input.kind === 'button' && input.action === 'load'
    const text = isWanted
      ? await conversation.external(async () => {
          const file: PackFile = { name, bytes: await deps.fetchFile(fileId) }
          const loaded = await attempt(t, () => loadPack(deps, actor, file, checksum))
          return 'refused' in loaded ? loaded.refused : packLoadedText(t, loaded.done)
        })
      : t('operate:plans.left')
    dialogue.show({ text })
    return undefined
  },
})
