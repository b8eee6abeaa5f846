import type { PlannedQuestion } from '../../src/domain/form-plan.ts'
import type { Behaviour, Input } from './person.ts'
import type { Shown } from './screens.ts'

/** A figure as the database has it. */
export interface Stored {
  readonly element: string
  readonly numeric?: number
  readonly yes?: boolean
}

/** What the question shows of the period before. */
const LAST = /^Kỳ trước[^:]*: (.+)$/m
const ASKED = /^f:(\d+):(\w[\w-]*)$/

/** A principal who fills the form of their school: other figures for every question, so that a figure in a wrong place shows. */
export class Filler implements Behaviour {
  readonly personId: number
  readonly unitCode: string
  /** Answers the bot has acknowledged, by the question's place. */
  readonly acknowledged = new Map<number, readonly Stored[]>()
  readonly violations: string[] = []
  isHandedIn = false
  readonly #planned: readonly PlannedQuestion[]
  readonly #form: string
  readonly #base: number
  /** Even places keep to last period's figures, the others surprise and are asked why. */
  readonly #isSteady: boolean
  readonly #given = new Map<number, readonly Stored[]>()

  constructor(options: {
    personId: number
    unitCode: string
    form: string
    planned: readonly PlannedQuestion[]
    place: number
  }) {
    this.personId = options.personId
    this.unitCode = options.unitCode
    this.#planned = options.planned
    this.#form = options.form
    this.#base = 400 + 30 * options.place
    this.#isSteady = options.place % 2 === 0
  }

  get isDone(): boolean {
    return false
  }

  /** Told of everything the bot shows in the chat. */
  see(shown: Shown): void {
    const at = questionOf(shown)
    if (at !== undefined && this.acknowledged.has(at))
      this.violations.push(
        `${this.unitCode}: question ${at + 1} was asked again after its answer had been acknowledged`,
      )
    if (shown.text.includes('Có trục trặc'))
      this.violations.push(`${this.unitCode}: saw an unexpected error: ${shown.text}`)
  }

  /** What the person gave for each figure asked. */
  figures(): readonly Stored[] {
    return [...this.#given.values()].flat()
  }

  decide(shown: Shown | undefined): Input | undefined {
    const data = shown?.buttons.map((button) => button.data) ?? []
    const press = (prefix: string) => data.find((each) => each.startsWith(prefix))
    const question = shown && questionOf(shown)
    if (shown && question !== undefined) return this.#answer(question, shown, data)
    const reopen = press('d:reopen:')
    const next =
      reopen ?? press('d:submit:') ?? press('d:go:') ?? press('d:card:') ?? press(`n:${this.#form}:`)
    if (next !== undefined && !(this.isHandedIn && !reopen && !press('d:submit:'))) return { press: next }
    if (this.isHandedIn) return undefined
    if (press('m:nop') ?? press('d:view:')) {
      this.isHandedIn = true
      return undefined
    }
    return { say: '/nop' }
  }

  answered(_input: Input, before: Shown | undefined, after: Shown): void {
    const was = before && questionOf(before)
    const isOn =
      was !== undefined && questionOf(after) !== was && (questionOf(after) !== undefined || isCard(after))
    if (isOn) this.acknowledged.set(was, this.#given.get(was) ?? [])
    if (after.buttons.some(({ data }) => data === 'm:nop')) this.isHandedIn = true
    if (after.buttons.some(({ data }) => data.startsWith('d:submit:'))) this.isHandedIn = false
  }

  #answer(at: number, shown: Shown, data: readonly string[]): Input {
    if (!data.includes(`f:${at}:later`)) return { say: `Đã rà soát lại câu ${at + 1}` }
    const figures = this.#figures(at, shown)
    this.#given.set(at, figures)
    if (data.includes(`f:${at}:no`)) return { press: `f:${at}:${this.#isYes(at) ? 'yes' : 'no'}` }
    return { say: figures.map(({ numeric }) => numeric).join('/') }
  }

  #figures(at: number, { text }: Shown): readonly Stored[] {
    const [first = '', ...others] = this.#planned[at]?.asks ?? []
    if (this.#isYesNo(at)) return [{ element: first, yes: this.#isYes(at) }]
    const last = this.#isSteady ? figuresIn(LAST.exec(text)?.[1] ?? '') : []
    const surprising = [this.#base - at, this.#base + 15 + at]
    const figures = last.length > others.length ? last : surprising
    return [first, ...others].map((element, place) => ({ element, numeric: figures[place] ?? 0 }))
  }

  /** A recognition is answered with no: a yes would ask on. */
  #isYes(at: number): boolean {
    return at > 0 && (at + this.#base / 10) % 2 === 0
  }

  /** The form begins with its yes-no questions. */
  #isYesNo(at: number): boolean {
    return this.#planned[at]?.section.id === 'conditions'
  }
}

/** Returns the place of the question a message asks. */
export function questionOf({ buttons }: Shown): number | undefined {
  const found = buttons.map(({ data }) => ASKED.exec(data)).find((each) => each !== null)
  return found ? Number(found[1]) : undefined
}

const figuresIn = (text: string): readonly number[] =>
  (text.match(/\d+(?:\.\d{3})*/g) ?? []).map((each) => Number(each.replaceAll('.', '')))

const isCard = ({ buttons }: Shown): boolean => buttons.some(({ data }) => /^d:(submit|go|edit):/.test(data))
