import { questionOf } from './filler.ts'
import type { Behaviour, Input } from './person.ts'
import type { Shown } from './screens.ts'

/** An officer who decides whatever waits: sends back what is of the units named, once each, and accepts the rest. */
export class Officer implements Behaviour {
  readonly isDone = false
  readonly restMs = 400
  readonly personId: number
  readonly #toReturn: ReadonlySet<string>

  constructor(personId: number, unitsToReturn: readonly string[]) {
    this.personId = personId
    this.#toReturn = new Set(unitsToReturn)
  }

  decide(shown: Shown | undefined): Input | undefined {
    const data = shown?.buttons.map((button) => button.data) ?? []
    const press = (prefix: string) => data.find((each) => each.startsWith(prefix))
    if (shown && questionOf(shown) !== undefined) return { say: 'Đề nghị kiểm tra lại số liệu, xin cảm ơn.' }
    const accept = press('r:accept:')
    if (shown && accept !== undefined)
      return { press: this.#isToReturn(shown, accept) ? accept.replace('accept', 'return') : accept }
    const next = press('r:open:') ?? press('r:list')
    return next === undefined ? { say: '/duyet' } : { press: next }
  }

  #isToReturn({ text }: Shown, accept: string): boolean {
    return accept.startsWith('r:accept:1:') && [...this.#toReturn].some((name) => text.includes(name))
  }
}

/** An administrator who has every message in doubt sent again. */
export class Administrator implements Behaviour {
  readonly isDone = false
  readonly personId: number
  /** Data of the buttons pressed, each once. */
  readonly pressed = new Set<string>()

  constructor(personId: number) {
    this.personId = personId
  }

  decide(shown: Shown | undefined): Input | undefined {
    const again = shown?.buttons.find(({ data }) => data.startsWith('o:again:'))
    return again && { press: again.data }
  }

  answered(input: Input): void {
    if ('press' in input) this.pressed.add(input.press)
  }
}
