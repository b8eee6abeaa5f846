import type { UnitWish } from '../../domain/unit-change.ts'
import type { Texts } from '../../i18n/texts.ts'
import { type ChangeUnitsDeps, changeUnits } from '../../usecases/change-units.ts'
import { findSameChange, getUnitCard } from '../../usecases/get-unit-card.ts'
import { unitView } from '../views/unit.ts'
import { renderOutcome } from '../views/unit-change.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Left, UnitTalk } from './unit-talk.ts'
import { WISH_ASKERS, type WishAsked } from './unit-wishes.ts'

/** What /donvi does to a unit; each begins a short talk. */
export const UNIT_TASKS = ['rename', 'retype', 'move', 'merge', 'split', 'close', 'add'] as const
export type UnitTask = (typeof UNIT_TASKS)[number]

export interface UnitArgs extends FormArgs {
  readonly task: UnitTask | 'find'
  /** Code and name of the unit it is about; empty for `find`. */
  readonly unit: string
  readonly name: string
}

/** Finds a unit, or asks what is to become of one, shows what that would do, and does it when the person agrees. */
export const unitForm = (deps: ChangeUnitsDeps & { readonly texts: Texts }): ChatForm<UnitArgs> => ({
  name: 'unit-change',
  version: 2,
  async build(conversation, ctx, step, { task, unit, name }) {
    const talk = new UnitTalk(deps, conversation, ctx, deps.texts.for(step.person.locale), step)
    try {
      await (task === 'find' ? find(talk) : change(talk, task, { code: unit, name }))
    } catch (error) {
      if (!(error instanceof Left)) throw error
      talk.show({ text: talk.t('units:left') })
    }
    return undefined
  },
})

async function find(talk: UnitTalk): Promise<void> {
  const unit = await talk.askUnit(talk.t('units:ask.find'))
  const shown = await talk.attempt(async () =>
    unitView(talk.t, await getUnitCard(talk.deps, talk.step.actor, unit?.code ?? '')),
  )
  talk.show('done' in shown ? shown.done : { text: shown.refused })
}

async function change(
  talk: UnitTalk,
  task: UnitTask,
  unit: { readonly code: string; readonly name: string },
): Promise<void> {
  const { t } = talk
  const { about, ...asked }: WishAsked = await WISH_ASKERS[task](talk, unit)
  const on =
    asked.kind === 'rename' && asked.isCorrection
      ? talk.today
      : await talk.askDay(t(`units:ask.day.${asked.kind}`))
  const decision = asked.kind === 'rename' && asked.isCorrection ? undefined : await talk.askDecision()
  const wish = { ...asked, on, ...(decision && { decision }) } as UnitWish
  const preview = await talk.attempt(async () => renderOutcome(t, wish, await run(talk, wish, false)))
  if ('refused' in preview) return talk.show({ text: preview.refused, buttons: [backTo(talk, about)] })
  await talk.choose(preview.done, [[t('units:button.agree'), 'agree']])
  const made = await talk.attempt(() => carryOut(talk, wish, about))
  if ('refused' in made) return talk.show({ text: made.refused, buttons: [backTo(talk, about)] })
  const undo = { text: t('units:button.undo'), data: `dv:undo:${made.done}` }
  talk.show({ text: t('units:done'), buttons: [[undo], backTo(talk, about)] })
}

const run = ({ deps, step }: UnitTalk, wish: UnitWish, apply: boolean) =>
  changeUnits(deps, step.actor, wish, { apply })

/** Returns the change's id. Played again after a crash, the wish is found carried out. */
async function carryOut(talk: UnitTalk, wish: UnitWish, about: string): Promise<string> {
  const same = await findSameChange(talk.deps, talk.step.actor, wish, about)
  return same?.id ?? (await run(talk, wish, true)).id
}

const backTo = ({ t }: UnitTalk, code: string) => [{ text: t('units:button.see'), data: `dv:see:${code}` }]
