import type { Context } from 'grammy'
import { type LocalDate, localDateOf } from '../../domain/local-date.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import { renderDate } from '../../domain/render-value.ts'
import { cleanText } from '../../domain/search-key.ts'
import { DATE_IN_TEXT, parseDate } from '../../domain/typed-date.ts'
import type { UnitDecision } from '../../domain/unit-change.ts'
import type { T } from '../../i18n/texts.ts'
import type { ChangeUnitsDeps } from '../../usecases/change-units.ts'
import { getUnitCard, searchUnits } from '../../usecases/get-unit-card.ts'
import { formButton } from '../views/question.ts'
import type { View } from '../views/view.ts'
import { attempt } from './attempt.ts'
import type { FormConversation, Step } from './bridge.ts'
import { Dialogue } from './dialogue.ts'
import type { Input } from './input.ts'

/** A unit as people choose it. */
export interface ChosenUnit {
  readonly code: string
  readonly name: string
}

/** A button of a question: what it says, and what it stands for. */
export type Choice = readonly [text: string, action: string]

const UNITS_SHOWN = 8

/** The questions of /donvi, one after the other; each can be left, which ends the talk by throwing `Left`. */
export class UnitTalk {
  readonly t: T
  readonly step: Step
  readonly deps: ChangeUnitsDeps
  readonly #conversation: FormConversation
  #dialogue: Dialogue
  #asked = 0

  constructor(deps: ChangeUnitsDeps, conversation: FormConversation, ctx: Context, t: T, step: Step) {
    this.deps = deps
    this.t = t
    this.step = step
    this.#conversation = conversation
    this.#dialogue = new Dialogue(conversation, ctx, step, 0)
  }

  get today(): LocalDate {
    return localDateOf(this.step.now, this.deps.timeZone)
  }

  /** Asks until `read` finds something in the answer; what it returns as text is why not. */
  async ask<Answer extends object>(
    question: string,
    choices: readonly Choice[],
    read: (input: Input) => Answer | string | Promise<Answer | string>,
  ): Promise<Answer> {
    let said = ''
    for (;;) {
      const input = await this.#askOnce(`${said}${question}`, choices)
      if (input.kind === 'button' && input.action === '!leave') throw new Left()
      const answer = await read(input)
      if (typeof answer !== 'string') return answer
      said = `${answer}\n\n`
    }
  }

  #askOnce(text: string, choices: readonly Choice[]): Promise<Input> {
    this.#asked += 1
    const at = this.#asked
    const row = ([label, action]: Choice) => [{ text: label, data: formButton(at, action) }]
    this.#dialogue = new Dialogue(this.#conversation, this.#dialogue.ctx, this.step, at)
    return this.#dialogue.ask({
      text,
      buttons: [...choices, [this.t('common:button.cancel'), '!leave'] as const].map(row),
    })
  }

  /** Does something outside of the talk, once; a refusal comes back in words. */
  attempt<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly done: Result } | { readonly refused: string }> {
    return this.#conversation.external(() => attempt(this.t, work))
  }

  /** Only within `attempt`. Throws: unit-not-found. */
  async findUnit(code: string): Promise<OrgUnit> {
    return (await getUnitCard(this.deps, this.step.actor, code)).unit
  }

  show(view: View): void {
    this.#dialogue.show(view)
  }

  async askText(question: string): Promise<string> {
    const { text } = await this.ask(question, [], (input) => {
      const text = input.kind === 'text' ? cleanText(input.text) : ''
      return text === '' ? this.t('units:ask.words') : { text }
    })
    return text
  }

  async choose<Action extends string>(
    question: string,
    choices: readonly (readonly [string, Action])[],
  ): Promise<Action> {
    const { action } = await this.ask(question, choices, (input) => {
      const chosen = choices.find(([, each]) => input.kind === 'button' && input.action === each)
      return chosen ? { action: chosen[1] } : this.t('units:ask.button')
    })
    return action
  }

  /** By part of the name; undefined when `done` was pressed. */
  async askUnit(question: string, done?: Choice): Promise<ChosenUnit | undefined> {
    let found: readonly ChosenUnit[] = []
    const { unit } = await this.ask<{ readonly unit: ChosenUnit | undefined }>(
      question,
      done ? [done] : [],
      async (input) => {
        if (input.kind === 'button' && input.action === done?.[1]) return { unit: undefined }
        if (input.kind !== 'text') return this.t('units:ask.words')
        const { text } = input
        found = await this.#conversation.external(async () =>
          (await searchUnits(this.deps, this.step.actor, text, UNITS_SHOWN)).map(({ code, name }) => ({
            code,
            name,
          })),
        )
        const [only] = found
        if (only && found.length === 1) return { unit: only }
        return found.length === 0 ? this.t('units:ask.none-found') : { unit: await this.#pick(found) }
      },
    )
    return unit
  }

  async #pick(found: readonly ChosenUnit[]): Promise<ChosenUnit> {
    const code = await this.choose(
      this.t('units:which'),
      found.map((unit) => [unit.name, unit.code] as const),
    )
    return found.find((unit) => unit.code === code) ?? { code, name: code }
  }

  async askDay(question: string): Promise<LocalDate> {
    const today = [
      this.t('units:button.today', { today: renderDate(this.today, this.t.locale) }),
      'today',
    ] as const
    const { day } = await this.ask(question, [today], (input) => {
      if (input.kind === 'button') return { day: this.today }
      const parsed = parseDate(input.kind === 'text' ? input.text : '', this.today)
      return parsed.kind === 'date' ? { day: parsed.date } : this.t('units:ask.day-unclear')
    })
    return day
  }

  /** «1684/NQ-UBTVQH15 ngày 16/6/2025»; undefined when there is none. */
  async askDecision(): Promise<UnitDecision | undefined> {
    const none = [this.t('units:button.no-decision'), 'none'] as const
    const { decision } = await this.ask<{ readonly decision: UnitDecision | undefined }>(
      this.t('units:ask.decision'),
      [none],
      (input) => {
        if (input.kind === 'button') return { decision: undefined }
        const text = input.kind === 'text' ? cleanText(input.text) : ''
        return text === '' ? this.t('units:ask.words') : { decision: readDecision(text, this.today) }
      },
    )
    return decision
  }
}

/** The person has pressed «Hủy». */
export class Left extends Error {}

/** The number comes before the word «ngày» or a separator, and the date anywhere behind it. */
function readDecision(text: string, today: LocalDate): UnitDecision {
  const [, number = text, rest = ''] = /^(?:số\s*)?(\S+?)(?:[;,]|\s|$)(.*)$/isu.exec(text) ?? []
  const written = DATE_IN_TEXT.exec(rest)?.[0]
  const parsed = written === undefined ? undefined : parseDate(written, today)
  return { number, ...(parsed?.kind === 'date' && { on: parsed.date }) }
}
