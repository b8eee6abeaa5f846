import { badRequest } from './errors.ts'

/** A file that came with a request. */
export interface UploadedFile {
  name: string
  mimeType: string
  content: Buffer
}

/** The parameters of one call, read with the leniency and the refusals of the Bot API. */
export class Params {
  readonly values: Readonly<Record<string, unknown>>
  readonly #files: ReadonlyMap<string, UploadedFile>

  constructor(values: Record<string, unknown>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.values = values
    this.#files = files
  }

  has(name: string): boolean {
    const value = this.values[name]
    return (value !== undefined && value !== null && value !== '') || this.#files.has(name)
  }

  /** Returns the text, empty when missing; numbers become text as Telegram lets them. */
  string(name: string): string {
    const value = this.values[name]
    if (value === undefined || value === null) return ''
    if (typeof value === 'object') throw badRequest(`field "${name}" must be of type String`)
    return String(value)
  }

  /** Returns the whole number, undefined when missing. */
  integer(name: string): number | undefined {
    const text = this.string(name)
    if (text === '') return undefined
    if (!/^-?\d{1,16}$/.test(text)) throw badRequest(`field "${name}" must be of type Number`)
    return Number(text)
  }

  boolean(name: string): boolean {
    const text = this.string(name).toLowerCase()
    if (!['', 'true', 'false', 'yes', 'no', '1', '0'].includes(text)) {
      throw badRequest(`field "${name}" must be of type Boolean`)
    }
    return text === 'true' || text === 'yes' || text === '1'
  }

  /**
   * Returns a value that is JSON, or text holding JSON; undefined when missing.
   * Throws: ApiError 400 `can't parse <what> JSON object`.
   */
  json(name: string, what = name): unknown {
    const value = this.values[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'object') return value
    try {
      return JSON.parse(String(value))
    } catch {
      throw badRequest(`can't parse ${what} JSON object`)
    }
  }

  /** Returns the text. Throws: ApiError 400 when missing. */
  required(name: string): string {
    this.require(name)
    return this.string(name)
  }

  /** Throws: ApiError 400 when the parameter is missing or empty. */
  require(name: string): void {
    if (!this.has(name)) throw badRequest(`parameter "${name}" is required`)
  }

  /** Tells whether the parameter itself is an upload. */
  isUpload(name: string): boolean {
    return this.#files.has(name)
  }

  /** Returns the upload of that name or that `attach://name` points to; undefined when it is something else. */
  attached(named: string): UploadedFile | undefined {
    return this.#files.get(named.startsWith('attach://') ? named.slice('attach://'.length) : named)
  }

  /** Returns names and values for the inspector; uploads by name and size. */
  describe(): Record<string, unknown> {
    const files = [...this.#files].map(([name, file]) => [
      name,
      `<${file.name}, ${file.content.length} bytes>`,
    ])
    return { ...this.values, ...Object.fromEntries(files) }
  }

  /** Returns the names that were sent but are not among the known ones. */
  unknownNames(known: readonly string[]): string[] {
    const values = JSON.stringify(this.values)
    const names = [...Object.keys(this.values), ...this.#files.keys()]
    // Some clients repeat the method's name in the body; Telegram takes no notice.
    return names.filter(
      (name) => name !== 'method' && !known.includes(name) && !values.includes(`attach://${name}`),
    )
  }
}
