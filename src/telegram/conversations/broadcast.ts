import type { Role } from '../../domain/access.ts'
import type { OrgUnitId } from '../../domain/brand.ts'
import { cleanText } from '../../domain/search-key.ts'
import type { T, Texts } from '../../i18n/texts.ts'
import {
  type BroadcastDeps,
  followBroadcast,
  LONGEST_BROADCAST,
  previewBroadcast,
  sendBroadcast,
} from '../../usecases/broadcast.ts'
import type { RandomBytes } from '../../usecases/ports.ts'
import { broadcastPreview, broadcastView } from '../views/broadcast.ts'
import { formButton } from '../views/question.ts'
import type { View } from '../views/view.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface BroadcastArgs extends FormArgs {
  readonly units: readonly { readonly id: OrgUnitId; readonly name: string }[]
}

/** Who may be addressed together. */
export const AUDIENCES: Readonly<
  Record<'principals' | 'schools' | 'contributors' | 'officers' | 'all', readonly Role[]>
> = {
  principals: ['principal'],
  schools: ['principal', 'teacher'],
  contributors: ['contributor'],
  officers: ['officer', 'leader'],
  all: ['principal', 'teacher', 'contributor', 'officer', 'leader', 'admin'],
}
type AudienceName = keyof typeof AUDIENCES

type FormDeps = BroadcastDeps & { readonly texts: Texts; readonly random: RandomBytes }

/** Asks where to, to whom and what, shows it with how many will read it, and queues it once that is confirmed. */
export const broadcastForm = (deps: FormDeps): ChatForm<BroadcastArgs> => ({
  name: 'broadcast',
  version: 2,
  async build(conversation, ctx, step, { units }) {
    const { person, actor, now } = step
    const t = deps.texts.for(person.locale)
    const dialogue = new Dialogue(conversation, ctx, step, 0)
    const unit = await chooseUnit(dialogue, t, units)
    const audience = unit && (await chooseAudience(dialogue, t))
    const text = audience && (await askText(dialogue, t))
    if (!unit || !audience || !text) return leave(dialogue, t)
    const to = { unit: unit.id, roles: AUDIENCES[audience] }
    const draft = await conversation.external(async () => {
      const { count, at } = await previewBroadcast(deps, actor, to)
      const id = Buffer.from(deps.random(8)).toString('hex')
      const about = {
        unit: unit.name,
        audience: t(`operate:broadcast.audience.${audience}`),
        text,
        count,
        at,
      }
      const isNow = at.getTime() <= now.getTime()
      return { id, count, preview: broadcastPreview(t, { ...about, isNow, timeZone: deps.timeZone }) }
    })
    const send = { text: t('operate:broadcast.send', { count: draft.count }), data: formButton(0, 'send') }
    const decision = await dialogue.ask({
      text: draft.preview,
      buttons: [...(draft.count > 0 ? [[send]] : []), [cancelButton(t)]],
    })
    if (decision.kind !== 'button' || decision.action !== 'send') return leave(dialogue, t)
    const view = await conversation.external(async () => {
      await sendBroadcast(deps, actor, to, { id: draft.id, text, from: person.name })
      return broadcastView(t, draft.id, await followBroadcast(deps, actor, draft.id))
    })
    dialogue.show(view)
    return undefined
  },
})

const cancelButton = (t: T) => ({ text: t('common:button.cancel'), data: formButton(0, 'cancel') })

async function leave(dialogue: Dialogue, t: T): Promise<undefined> {
  dialogue.show({ text: t('operate:broadcast.left') })
}

async function chooseUnit(
  dialogue: Dialogue,
  t: T,
  units: BroadcastArgs['units'],
): Promise<BroadcastArgs['units'][number] | undefined> {
  const [only] = units
  if (units.length === 1) return only
  const action = await choose(dialogue, {
    text: t('operate:broadcast.where'),
    buttons: [
      ...units.map(({ name }, index) => [{ text: name, data: formButton(0, `unit-${index}`) }]),
      [cancelButton(t)],
    ],
  })
  return action.startsWith('unit-') ? units[Number(action.slice('unit-'.length))] : undefined
}

async function chooseAudience(dialogue: Dialogue, t: T): Promise<AudienceName | undefined> {
  const names = Object.keys(AUDIENCES) as AudienceName[]
  const action = await choose(dialogue, {
    text: t('operate:broadcast.whom'),
    buttons: [
      ...names.map((name) => [{ text: t(`operate:broadcast.audience.${name}`), data: formButton(0, name) }]),
      [cancelButton(t)],
    ],
  })
  return names.find((name) => name === action)
}

async function askText(dialogue: Dialogue, t: T): Promise<string | undefined> {
  for (let question = t('operate:broadcast.what'); ; question = t('operate:broadcast.too-long')) {
    const input = await dialogue.ask({ text: question, buttons: [[cancelButton(t)]] })
    if (input.kind === 'button') return undefined
    const text = input.kind === 'text' ? cleanText(input.text) : ''
    if (text !== '' && text.length <= LONGEST_BROADCAST) return text
  }
}

/** Asks until a button is pressed. */
async function choose(dialogue: Dialogue, view: View): Promise<string> {
  for (;;) {
    const input = await dialogue.ask(view)
    if (input.kind === 'button') return input.action
  }
}
