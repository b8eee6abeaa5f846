import type { Logger } from 'pino'
import type { PlanLibrary } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Asker } from '../usecases/ask-plan.ts'
import type { ReadPack } from '../usecases/check-pack.ts'
import type {
  AuditWriter,
  Clock,
  Database,
  DigestRenderer,
  FormTemplate,
  InvitationSheet,
  Machine,
  RandomBytes,
  RosterWorkbook,
  Secrets,
} from '../usecases/ports.ts'
import type { Transport } from './transport/transport.ts'

/** What the chat side needs from the house; made once in app.ts. */
export interface BotDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly asker: Asker
  readonly texts: Texts
  readonly transport: Transport
  readonly renderer: DigestRenderer
  readonly formTemplate: FormTemplate
  readonly rosterFile: RosterWorkbook
  readonly invitationSheet: InvitationSheet
  readonly auditWriter: AuditWriter
  readonly readPack: ReadPack
  /** Makes this process work with the packs now in the database. */
  reloadPlans(): Promise<void>
  readonly clock: Clock
  readonly random: RandomBytes
  readonly secrets: Secrets
  readonly machine: Machine
  readonly timeZone: string
  readonly defaultLocale: Locale
  /** Telegram ids that are administrators without a role row. */
  readonly adminIds: readonly number[]
  /** This process, as the database knows it. */
  readonly instance: string
  readonly log: Logger
}
