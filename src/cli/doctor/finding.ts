import type vi from '../../../locales/vi/cli.json'
import type { TextKey } from '../../i18n/text-key.ts'
import type { T, TextParams } from '../../i18n/texts.ts'

/** One thing looked at. */
export interface Finding {
  /** In the reader's language. */
  readonly name: string
  readonly value: string
  /** False: the bot cannot work, or people's data are in danger. */
  readonly isFine: boolean
  /** What to do about it; with `isFine`, what would be better. */
  readonly mend?: string
}

export type FindingName = keyof (typeof vi)['doctor']['name']
type Mend = keyof (typeof vi)['doctor']['mend']

/** Writes findings in one language. */
export class Findings {
  readonly #t: T
  readonly all: Finding[] = []

  constructor(t: T) {
    this.#t = t
  }

  fine(name: FindingName, value: string | number): void {
    this.all.push({ name: this.#nameOf(name), value: String(value), isFine: true })
  }

  /** It works, and could be better. */
  advise(name: FindingName, value: string | number, mend: Mend, params: TextParams = {}): void {
    this.#add(name, value, true, mend, params)
  }

  broken(name: FindingName, value: string | number, mend: Mend, params: TextParams = {}): void {
    this.#add(name, value, false, mend, params)
  }

  #add(name: FindingName, value: string | number, isFine: boolean, mend: Mend, params: TextParams): void {
    const text = this.#t(`cli:doctor.mend.${mend}` satisfies TextKey, params)
    this.all.push({ name: this.#nameOf(name), value: String(value), isFine, mend: text })
  }

  #nameOf = (name: FindingName): string => this.#t(`cli:doctor.name.${name}`)
}
