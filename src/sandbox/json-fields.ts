import { type ApiError, badRequest } from './errors.ts'

/** The fields of an object within a parameter, read with the words of Telegram's own JSON reader. */
export class JsonFields {
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #of: string | undefined

  /** Throws: ApiError 400 `expected` when the value is no object; `of` names what cannot be parsed, in front of each refusal. */
  constructor(value: unknown, { of, expected }: { of?: string; expected: string }) {
    this.#of = of
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.refuse(expected)
    this.#fields = value as Record<string, unknown>
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined
  }

  get isEmpty(): boolean {
    return Object.keys(this.#fields).length === 0
  }

  /** Returns the refusal, not thrown. */
  refuse(text: string): ApiError {
    if (this.#of !== undefined) return badRequest(`can't parse ${this.#of}: ${text}`)
    return badRequest(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`)
  }

  /** Returns the text, empty when missing; a number is taken as its digits. */
  string(name: string): string {
    const value = this.#fields[name]
    if (value === undefined) return ''
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    throw this.refuse(`Field "${name}" must be of type String`)
  }

  requiredString(name: string): string {
    if (!this.has(name)) throw this.refuse(`Can't find field "${name}"`)
    return this.string(name)
  }

  requiredInteger(name: string): number {
    if (!this.has(name)) throw this.refuse(`Can't find field "${name}"`)
    const value = this.#fields[name]
    if (typeof value !== 'string' && typeof value !== 'number')
      throw this.refuse(`Field "${name}" must be of type Number`)
    if (!/^-?\d+$/.test(String(value))) throw this.refuse(`Can't parse "${value}" as an integer`)
    return Number(value)
  }

  boolean(name: string): boolean {
    const value = this.#fields[name] ?? false
    if (typeof value !== 'boolean') throw this.refuse(`Field "${name}" must be of type Boolean`)
    return value
  }

  /** Returns an object within; undefined when missing. */
  object(name: string): JsonFields | undefined {
    if (!this.has(name)) return undefined
    const expected = `Field "${name}" must be of type Object`
    return new JsonFields(
      this.#fields[name],
      this.#of === undefined ? { expected } : { of: this.#of, expected },
    )
  }

  /** Returns a list; undefined when missing. */
  list(name: string): unknown[] | undefined {
    const value = this.#fields[name]
    if (value === undefined) return undefined
    if (!Array.isArray(value)) throw this.refuse(`Field "${name}" must be of type Array`)
    return value
  }
}
