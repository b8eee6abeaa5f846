import type { Level } from '../../domain/level.ts'
import { LINK_KINDS, ORG_UNIT_KINDS, type OrgUnitKind, UNIT_CODE } from '../../domain/org-unit.ts'
import { parseLevels } from '../../domain/roster.ts'
import type { NewUnit, UnitWish } from '../../domain/unit-change.ts'
import type { ChosenUnit, UnitTalk } from './unit-talk.ts'

/** What a talk finds out: a wish without its day and decision. */
type Unsaid<Wish> = Wish extends UnitWish ? Omit<Wish, 'on' | 'decision'> : never
export type WishAsked = Unsaid<UnitWish> & { readonly about: string }

type Asker = (talk: UnitTalk, unit: ChosenUnit) => Promise<WishAsked>

/** For each task the questions that only it asks. */
export const WISH_ASKERS = {
  rename: async (talk, unit) => {
    const { t } = talk
    const name = await talk.askText(t.html('units:ask.name', { unit: unit.name }))
    const how = await talk.choose(t('units:ask.rename-how'), [
      [t('units:button.renamed'), 'renamed'],
      [t('units:button.corrected'), 'corrected'],
    ])
    return { kind: 'rename', unit: unit.code, name, isCorrection: how === 'corrected', about: unit.code }
  },
  retype: async (talk, unit) => {
    const as = await askKind(talk, talk.t.html('units:ask.kind', { unit: unit.name }))
    return { kind: 'retype', unit: unit.code, as, levels: await askLevels(talk, as), about: unit.code }
  },
  move: async (talk, unit) => {
    const { t } = talk
    const which = await talk.choose(t.html('units:ask.links', { unit: unit.name }), [
      [t('units:button.link.both'), 'both'],
      [t('units:button.link.reporting'), 'reporting'],
      [t('units:button.link.governance'), 'governance'],
    ])
    const to = await askExisting(talk, t.html('units:ask.to', { unit: unit.name }))
    return {
      kind: 'move',
      unit: unit.code,
      links: which === 'both' ? LINK_KINDS : [which],
      to: to.code,
      about: unit.code,
    }
  },
  merge: async (talk, unit) => {
    const { t } = talk
    const from = [unit]
    for (;;) {
      const done = from.length > 1 ? ([t('units:button.enough'), 'enough'] as const) : undefined
      const names = from.map(({ name }) => name).join(', ')
      const next = await talk.askUnit(t.html('units:ask.merge-with', { units: names }), done)
      if (!next) break
      if (!from.some(({ code }) => code === next.code)) from.push(next)
    }
    const into = await talk.choose(t('units:ask.into'), [
      [t('units:button.new-unit'), '*'],
      ...from.map(({ name, code }) => [name, code] as const),
    ])
    const kept = into === '*' ? await askNewUnit(talk, await kindOf(talk, unit)) : into
    return { kind: 'succeed', from: from.map(({ code }) => code), into: [kept], about: unit.code }
  },
  split: async (talk, unit) => {
    const { t } = talk
    const how = await talk.choose(t.html('units:ask.split-how', { unit: unit.name }), [
      [t('units:button.split-off'), 'off'],
      [t('units:button.split-up'), 'up'],
    ])
    const { kind } = await kindOf(talk, unit)
    const parts: NewUnit[] = []
    for (;;) {
      parts.push(await askNewUnit(talk, { kind }))
      if (how === 'up' && parts.length < 2) continue
      const more = await talk.choose(t('units:ask.another'), [
        [t('units:button.another'), 'more'],
        [t('units:button.enough'), 'enough'],
      ])
      if (more === 'enough') break
    }
    if (how === 'off')
      return { kind: 'succeed', from: [unit.code], into: [unit.code, ...parts], about: unit.code }
    const heir = await talk.choose(
      t.html('units:ask.heir', { unit: unit.name }),
      parts.map(({ name, code }) => [name, code] as const),
    )
    return { kind: 'succeed', from: [unit.code], into: parts, heirs: { [unit.code]: heir }, about: unit.code }
  },
  close: async (_talk, unit) => ({ kind: 'close', unit: unit.code, about: unit.code }),
  add: async (talk, unit) => {
    const kind = await askKind(talk, talk.t.html('units:ask.new-kind', { unit: unit.name }))
    return { kind: 'add', unit: await askNewUnit(talk, { kind }), reporting: unit.code, about: unit.code }
  },
} as const satisfies Readonly<Record<string, Asker>>

async function askExisting(talk: UnitTalk, question: string): Promise<ChosenUnit> {
  for (;;) {
    const unit = await talk.askUnit(question)
    if (unit) return unit
  }
}

const askKind = (talk: UnitTalk, question: string): Promise<OrgUnitKind> =>
  talk.choose(
    question,
    ORG_UNIT_KINDS.map((kind) => [talk.t(`units:kind.${kind}`), kind] as const),
  )

async function kindOf(talk: UnitTalk, { code }: ChosenUnit): Promise<{ readonly kind: OrgUnitKind }> {
  const found = await talk.attempt(async () => ({ kind: (await talk.findUnit(code)).kind }))
  return 'done' in found ? found.done : { kind: 'school' }
}

/** Name, code and, of a school, levels. */
async function askNewUnit(talk: UnitTalk, { kind }: { readonly kind: OrgUnitKind }): Promise<NewUnit> {
  const { t } = talk
  const name = await talk.askText(t('units:ask.new-name'))
  const { code } = await talk.ask(t.html('units:ask.new-code', { name }), [], (input) => {
    const code = input.kind === 'text' ? input.text.trim() : ''
    return UNIT_CODE.test(code) ? { code } : t('units:ask.code-unclear')
  })
  return { code, name, kind, levels: await askLevels(talk, kind) }
}

async function askLevels(talk: UnitTalk, kind: OrgUnitKind): Promise<readonly Level[]> {
  if (kind !== 'school') return []
  const { t } = talk
  const { levels } = await talk.ask(t('units:ask.levels'), [], (input) => {
    const levels = input.kind === 'text' ? parseLevels(input.text) : undefined
    return levels && levels.length > 0 ? { levels } : t('units:ask.levels-unclear')
  })
  return levels
}
