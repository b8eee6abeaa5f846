import type { DataElement, Value } from '../../src/domain/data-element.ts'
import type { PlannedQuestion } from '../../src/domain/form-plan.ts'
import type { SeededRandom } from '../../src/domain/seeded-random.ts'
import { type Chat, labelsOf, type Seen, textOf } from './chat.ts'
import { figureOf, note, type Raw, rawOf } from './raw-answers.ts'
import { AS_LAST, write } from './writings.ts'

/** dialogue: every question by itself. The others in one message: unasked, in the open form, or as a spreadsheet's row. */
export type Way = 'dialogue' | 'message' | 'open-form' | 'row'

export interface Questions {
  readonly planned: readonly PlannedQuestion[]
  readonly element: (code: string) => DataElement
  readonly changeLimitPercent: number
  readonly last: ReadonlyMap<string, Value>
}

interface Meant {
  readonly values: readonly Raw[]
  /** Whether it is said by «như kỳ trước». */
  readonly isAsLast: boolean
  /** Moved so far that the bot asks why. */
  readonly hasMoved: boolean
}

const REASON = 'đã rà soát lại'

/** A person who fills in a form, in many ways of writing, and remembers what was meant. */
export class FormFiller {
  readonly #chat: Chat
  readonly #questions: Questions
  readonly #random: SeededRandom
  readonly #answers: Map<string, Raw>

  /** `answers` receives what was meant, by element. */
  constructor(chat: Chat, questions: Questions, random: SeededRandom, answers: Map<string, Raw>) {
    this.#chat = chat
    this.#questions = questions
    this.#random = random
    this.#answers = answers
  }

  /** Answers everything, hands it in and returns the receipt. Throws: Error when the bot took something otherwise than it should. */
  async handIn(way: Way): Promise<Seen> {
    const card = way === 'dialogue' ? await this.#talk() : await this.#sendAll(way)
    if (!labelsOf(card).includes('Nộp')) throw new Error(`not complete: ${textOf(card)}`)
    return this.#chat.press('Nộp')
  }

  async #talk(): Promise<Seen> {
    await this.#chat.say('/nop')
    let seen = await this.#chat.press('Bắt đầu')
    for (const [at, planned] of this.#questions.planned.entries()) {
      const place = `câu ${at + 1}/${this.#questions.planned.length}`
      if (!textOf(seen).includes(place)) throw new Error(`not at ${place}: ${textOf(seen)}`)
      const meant = this.#mean(planned)
      note(this.#answers, planned, meant.values)
      seen = await this.#answer(planned, meant)
    }
    return seen
  }

  async #answer(planned: PlannedQuestion, { values, isAsLast, hasMoved }: Meant): Promise<Seen> {
    const [first] = values
    const isRecognition = this.#elements(planned)[0]?.type.kind === 'recognition'
    if (isAsLast) return this.#chat.press(isRecognition ? 'Vẫn còn hiệu lực' : 'Như kỳ trước')
    if (first === 'none') {
      await this.#chat.press('Chưa có số liệu')
      return this.#chat.press('Chưa tổng hợp xong')
    }
    if (isRecognition && typeof first === 'object' && 'yes' in first && first.yes) {
      await this.#chat.press('Có')
      await this.#chat.press('Mức độ 2')
      await this.#chat.say('321/QĐ-UBND ngày 4/5/2024')
      return this.#chat.press('Bỏ qua')
    }
    const seen = await this.#chat.say(write(this.#elements(planned), values, this.#random))
    return hasMoved ? this.#chat.say(REASON) : seen
  }

  async #sendAll(way: Way): Promise<Seen> {
    if (way !== 'message') {
      await this.#chat.say('/nop')
      await this.#chat.press('Bắt đầu')
    }
    const lines = this.#questions.planned.map((planned, at) => {
      const meant = way === 'row' ? this.#meanUnexplained(planned) : this.#mean(planned)
      note(this.#answers, planned, meant.values)
      const label = this.#random.pick([`${at + 1}`, this.#elements(planned)[0]?.label.vi ?? ''])
      const value = this.#writeAtOnce(planned, meant)
      return way === 'row' ? value : `${label}: ${value}`
    })
    return this.#chat.say(lines.join(way === 'row' ? '\t' : '\n'))
  }

  #writeAtOnce(planned: PlannedQuestion, { values, isAsLast, hasMoved }: Meant): string {
    const [first] = values
    const elements = this.#elements(planned)
    if (first === 'none') return `chưa có số liệu (lý do: ${REASON})`
    if (isAsLast) return this.#random.pick(AS_LAST)
    if (elements[0]?.type.kind === 'recognition' && typeof first === 'object' && 'yes' in first && first.yes)
      return 'mức độ 1, 1234/QĐ-UBND ngày 15/3/2025'
    return `${write(elements, values, this.#random)}${hasMoved ? ` (lý do: ${REASON})` : ''}`
  }

  /** A row has no room for reasons: what would need one stays as it was. */
  #meanUnexplained(planned: PlannedQuestion): Meant {
    const meant = this.#mean(planned)
    if (!meant.hasMoved && !meant.values.includes('none')) return meant
    const last = planned.asks.flatMap((code) => this.#questions.last.get(code) ?? [])
    return { values: last.map(rawOf), isAsLast: true, hasMoved: false }
  }

  /** Makes up an answer near last year's. */
  #mean(planned: PlannedQuestion): Meant {
    const last = planned.asks.map((code) => this.#questions.last.get(code))
    const known = last.filter((value) => value !== undefined && value.kind !== 'missing')
    const isKnown = known.length === last.length
    const luck = this.#random.next()
    if (isKnown && luck < 0.2)
      return {
        values: known.map((value) => (value ? rawOf(value) : 'none')),
        isAsLast: true,
        hasMoved: false,
      }
    if (luck < 0.23) return { values: planned.asks.map(() => 'none'), isAsLast: false, hasMoved: false }
    const values = this.#make(planned, last)
    const hasMoved = values.some((raw, place) => this.#isFar(raw, last[place]))
    return { values, isAsLast: false, hasMoved }
  }

  #make(planned: PlannedQuestion, last: readonly (Value | undefined)[]): readonly Raw[] {
    const [element] = this.#elements(planned)
    if (element?.type.kind === 'yes-no' || element?.type.kind === 'recognition')
      return [{ yes: this.#random.next() < 0.7 }]
    if (element?.type.kind === 'level') return [{ figure: String(this.#random.whole(1, 3)) }]
    if (element?.type.kind === 'rank') return [{ figure: String(this.#random.whole(1, 5)) }]
    const figures = last.map((value) => this.#near(Number(figureOf(value ? rawOf(value) : 'none') ?? 40)))
    if (element?.type.kind === 'decimal')
      return figures.map((figure) => ({ figure: `${figure}.${this.#random.whole(0, 9)}5` }))
    const [above = 0, below] = figures
    const most = below === undefined ? above : Math.min(above, below)
    return [{ figure: String(most) }, ...(below === undefined ? [] : [{ figure: String(below) }])]
  }

  /** Most figures move by a few percent, some by more than goes without a reason. */
  #near(last: number): number {
    const spread = this.#random.next() < 0.1 ? 0.4 : 0.1
    const moved = Math.round(last * (1 - spread / 2 + this.#random.next() * spread))
    return Math.max(0, moved + (this.#random.next() < 0.1 ? 1 : 0))
  }

  #isFar(raw: Raw, last: Value | undefined): boolean {
    const before = last && figureOf(rawOf(last))
    const now = figureOf(raw)
    if (before === undefined || now === undefined || last?.kind === 'level' || last?.kind === 'rank')
      return false
    return Math.abs(Number(now) - Number(before)) * 100 > Number(before) * this.#questions.changeLimitPercent
  }

  #elements({ asks }: PlannedQuestion): readonly DataElement[] {
    return asks.map((code) => this.#questions.element(code))
  }
}
