import type { PlanLibrary } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { TextKey } from '../i18n/text-key.ts'
import type { T } from '../i18n/texts.ts'
import type { Asker } from '../usecases/ask-plan.ts'
import type {
  Clock,
  Database,
  DigestRenderer,
  Probes,
  RandomBytes,
  ReportWriter,
  RosterWorkbook,
  Secrets,
  Vault,
} from '../usecases/ports.ts'

/** What commands work with; the same whether they run in a process of their own or inside the running bot. */
export interface CliContext {
  readonly database: Database
  readonly library: PlanLibrary
  readonly asker: Asker
  readonly clock: Clock
  readonly random: RandomBytes
  readonly secrets: Secrets
  readonly renderer: DigestRenderer
  readonly rosterFile: RosterWorkbook
  readonly reportWriter: ReportWriter
  readonly timeZone: string
  readonly locale: Locale
  /** Without the @. Throws when there is neither a bot that has run on this database nor a way to ask Telegram. */
  botUsername(): Promise<string>
  /** Makes this process work with the packs now in the database. */
  reloadPlans(): Promise<void>
}

/** What there is without opening the database as the bot does: for commands that keep, replace or move the whole of it. */
export interface Site {
  /** This is the running bot, which works on the embedded database: it may be copied, not replaced. */
  readonly isRunning: boolean
  readonly isEmbedded: boolean
  /** Only the sandbox and tests work on made-up people. */
  readonly allowsDemo: boolean
  readonly clock: Clock
  readonly probes: Probes
  readonly settings: SiteSettings
  /** Opens this installation's database, or the one of the address, as it is. Throws: database-in-use. */
  openVault(url?: string): Promise<Vault & { close(): Promise<void> }>
}

/** What the environment says, without secrets. */
export interface SiteSettings {
  /** Of Node. */
  readonly version: string
  readonly delivery: 'polling' | 'webhook' | 'sandbox'
  readonly isWebhookEncrypted: boolean
  readonly apiRoot: string
  readonly hasProxy: boolean
  readonly admins: number
  readonly hasSecretKey: boolean
}

/** The caller's terminal and folder, which may be another process's. */
export interface CliIo {
  /** Writes a line (or several) of the result. */
  out(text: string): void
  /** Writes a line meant for the person, not for a program reading the result. */
  err(text: string): void
  /** Throws: DomainError file-invalid when it cannot be read. */
  readFile(path: string): Promise<Uint8Array>
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  /** Everything on standard input, to its end. */
  readInput(): Promise<string>
}

/** Arguments after the command's name: `--name value`, `--flag`, and the rest in order. */
export interface CliArgs {
  readonly options: Readonly<Record<string, string | boolean>>
  readonly rest: readonly string[]
}

/** Opens the database and all that stands on it, once; a command that needs none never calls it. */
export type OpenContext = () => Promise<CliContext>

export interface CliOption {
  readonly type: 'string' | 'boolean'
}

export interface CliCommand {
  /** One or two words: `plan check`. */
  readonly name: string
  /** The rest of the line as shown by --help. */
  readonly usage: string
  readonly about: TextKey
  readonly options: Readonly<Record<string, CliOption>>
  /** Returns the exit status: 0 done, 1 not done. Throws: UsageError, DomainError. */
  run(open: OpenContext, args: CliArgs, io: CliIo, t: T, site: Site): Promise<number>
}

/** The line cannot be understood; shown with the command's usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Returns the option's text. Throws: UsageError when it was not given. */
export function requireOption(args: CliArgs, name: string): string {
  const value = args.options[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name}`)
  return value
}

/** Returns the option's text; undefined when it was not given. */
export function findOption(args: CliArgs, name: string): string | undefined {
  const value = args.options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const writeJson = (io: CliIo, value: unknown): void => io.out(JSON.stringify(value, undefined, 2))
