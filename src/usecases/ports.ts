/**
 * What the use cases need from outside. Every query takes a Scope; money, names of pupils and grades of individuals have no place here.
 * Dates without a time are ISO strings (`LocalDate`), instants are `Date`.
 */
import type { Actor, Role, RoleHeld, Scope } from '../domain/access.ts'
import type {
  GroupId,
  InvitationId,
  OrgUnitId,
  OutboxId,
  PersonId,
  QuestionId,
  RevisionId,
  RoleId,
  SubmissionId,
  UnitChangeId,
  UnlockId,
} from '../domain/brand.ts'
import type { DataElement, ElementCode, Value } from '../domain/data-element.ts'
import type { Progress } from '../domain/digest.ts'
import type { Form } from '../domain/form.ts'
import type { Level } from '../domain/level.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Audience, OfficeAnswer } from '../domain/office-answer.ts'
import type { LinkKind, OrgUnit, OrgUnitKind, UnitView } from '../domain/org-unit.ts'
import type { Period } from '../domain/period.ts'
import type { RosterPost } from '../domain/roster-post.ts'
import type { DraftAnswer, Submission, SubmissionState } from '../domain/submission.ts'
import type { Locale, Text } from '../domain/text.ts'
import type { UnitChangePlan, UnitSurroundings, UnitWish } from '../domain/unit-change.ts'

export interface Clock {
  now(): Date
}

/** Cryptographically random bytes. */
export type RandomBytes = (size: number) => Uint8Array

/** What is kept unreadable: phones and tokens. Hashes are hex. */
export interface Secrets {
  /** Plain SHA-256, for values that are random or public themselves (tokens, plan packs). */
  hash(text: string): string
  /** Keyed hash of a phone's digits, so that the roster can be matched without reading it. */
  hashPhone(digits: string): string
  encryptPhone(digits: string): Uint8Array
  /** Throws when the bytes were changed or written with another key. */
  decryptPhone(bytes: Uint8Array): string
}

// ---------------------------------------------------------------- org units

export interface OrgUnitInput {
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  readonly validFrom: string
  /** Codes of parents, of units existing or earlier in the same list. */
  readonly governance?: string
  readonly reporting?: string
}

/** What stands around a unit. */
export interface UnitDetails {
  /** Names from the unit's parent upwards. */
  readonly above: Readonly<Record<LinkKind, readonly string[]>>
  /** Units directly below it in either hierarchy, by code. */
  readonly children: readonly Pick<OrgUnit, 'code' | 'name' | 'kind'>[]
  /** Holders of active roles at exactly this unit. */
  readonly people: Readonly<Partial<Record<Role, number>>>
  /** Newest first; `until` is the first day it was called otherwise. */
  readonly formerNames: readonly { readonly name: string; readonly until: string }[]
}

export interface OrgUnitStore {
  find(scope: Scope, id: OrgUnitId): Promise<OrgUnit | undefined>
  findByCode(scope: Scope, code: string): Promise<OrgUnit | undefined>
  findByCodes(scope: Scope, codes: readonly string[]): Promise<readonly OrgUnit[]>
  /** The unit and all it reports to on that day, itself first. */
  path(id: OrgUnitId, on: string): Promise<readonly OrgUnitId[]>
  /** Units below `root` (or any of several) in the hierarchy on that day, roots excluded, ordered by code. */
  listBelow(
    scope: Scope,
    root: OrgUnitId | readonly OrgUnitId[],
    on: string,
    filter?: { readonly link?: LinkKind; readonly kind?: OrgUnitKind; readonly levels?: readonly Level[] },
  ): Promise<readonly OrgUnit[]>
  /** Units of the kind that existed on the day and are below `unit` (itself included) in the view, as they were then; by code. */
  listReporting(
    scope: Scope,
    input: {
      readonly unit: OrgUnitId
      readonly kind: OrgUnitKind
      readonly on: string
      readonly view?: UnitView
    },
  ): Promise<readonly OrgUnit[]>
  /** The unit as it was called and what it was and taught on that day; undefined outside the scope. */
  findAsOf(scope: Scope, id: OrgUnitId, on: string): Promise<OrgUnit | undefined>
  /** Units other than schools that report to it directly on that day, by name. */
  listParts(scope: Scope, unit: OrgUnitId, on: string): Promise<readonly OrgUnit[]>
  /** The unit's surroundings on that day; undefined outside the scope. Names above it are no secret. */
  describe(scope: Scope, id: OrgUnitId, on: string): Promise<UnitDetails | undefined>
  /** By part of the name, accent-free; at most `limit`. */
  search(scope: Scope, text: string, limit: number): Promise<readonly OrgUnit[]>
  /**
   * Creates or renames by code, and dates the links; returns the codes of the created and of the changed. Same input twice changes
   * nothing. What a unit was before is kept for the days before `validFrom`. Throws: unit-not-found (a parent), unit-circle.
   */
  save(
    units: readonly OrgUnitInput[],
  ): Promise<{ readonly created: readonly string[]; readonly changed: readonly string[] }>
}

/** A change of units as it was carried out. */
export interface UnitChange {
  readonly id: UnitChangeId
  readonly wish: UnitWish
  readonly madeAt: Date
  readonly undoneAt?: Date
  /** What became of whom, by name. */
  readonly successions: readonly { readonly from: string; readonly to: string }[]
}

/** What a change meant for those around the units that end by it. */
export interface UnitChangeEffects {
  /** Links of subordinate units that lead elsewhere now. */
  readonly moved: number
  /** People whose role at a unit that ends is over with it. */
  readonly people: readonly PersonId[]
  readonly groups: number
  /** Begun and not yet confirmed reports of units that end; they stay as they are. */
  readonly drafts: number
}

export interface UnitChangeStore {
  /** What there is around the units on the day; units out of the scope are left out. */
  surroundings(scope: Scope, codes: readonly string[], on: string): Promise<UnitSurroundings>
  /** Carries the plan out, and keeps what was before. Throws: code-taken, unit-circle. */
  apply(
    wish: UnitWish,
    plan: UnitChangePlan,
    by: PersonId | 'cli',
    at: Date,
  ): Promise<{ readonly id: UnitChangeId } & UnitChangeEffects>
  /** Changes that touched the unit, newest first; undone ones too. */
  list(scope: Scope, unit: OrgUnitId, limit: number): Promise<readonly UnitChange[]>
  /** Undefined also when one of its units is out of the scope. */
  find(scope: Scope, id: UnitChangeId): Promise<UnitChange | undefined>
  /**
   * Puts everything back as it was; returns the people whose roles go on again, undefined when it was undone before.
   * Throws: not-undoable when something stands on it by now.
   */
  undo(id: UnitChangeId, by: PersonId | 'cli', at: Date): Promise<readonly PersonId[] | undefined>
  /** Units that have ended by today and still have groups or open invitations: these go to the heir or end. Returns how many. */
  settleEnded(at: Date): Promise<number>
}

// ---------------------------------------------------------------- roster

/**
 * Someone the office's list names for a unit: whom to invite there, by `roleOfPost`, and whose phone proves it when a contact is
 * shared. The phone is known only by its hash (`Secrets.hashPhone`). A unit may have several of a post, or none.
 */
export interface RosterContact {
  /** Code of the unit. */
  readonly unit: string
  readonly post: RosterPost
  readonly name: string
  readonly phoneHash?: string
}

export interface RosterStore {
  /** The head first, then by post and name. */
  ofUnit(unit: OrgUnitId): Promise<readonly RosterContact[]>
  ofPhone(phoneHash: string): Promise<readonly RosterContact[]>
  /**
   * Puts the named ones of each unit and post in place of those named before; what is not named stays, as does a phone that is not
   * given again. Returns the codes of the units where anything changed. Units must exist.
   */
  save(contacts: readonly RosterContact[]): Promise<readonly string[]>
}

// ---------------------------------------------------------------- people

export interface Person {
  readonly id: PersonId
  readonly telegramUserId?: number
  readonly name: string
  readonly locale: Locale
  readonly hasConsented: boolean
  readonly isSuspended: boolean
  readonly roles: readonly (RoleHeld & { readonly state: 'active' | 'pending' })[]
  /** The command menu Telegram was last given for them, as `setMenu` wrote it. */
  readonly menu?: string
}

/** How a role that waits for approval was asked for. */
export type AskedVia = 'invitation' | 'request'

/** A person's role today, one of its own: what a button can name. */
export interface HeldRole extends RoleHeld {
  readonly id: RoleId
  readonly person: PersonId
  readonly name: string
  readonly unitName: string
  readonly state: 'active' | 'pending'
  readonly since: string
  readonly askedAt?: Date
  readonly askedVia?: AskedVia
}

export interface PersonStore {
  findByTelegram(telegramUserId: number): Promise<Person | undefined>
  get(id: PersonId): Promise<Person>
  /** Creates the person or updates the name. */
  upsert(input: {
    readonly telegramUserId: number
    readonly name: string
    readonly locale: Locale
  }): Promise<Person>
  setLocale(id: PersonId, locale: Locale): Promise<void>
  setConsent(id: PersonId, at: Date, consents: boolean): Promise<void>
  /** Telegram said blocked or deactivated; null when they are back. False when that was known, or the person is not. */
  setBlocked(telegramUserId: number, at: Date | null): Promise<boolean>
  setPhone(id: PersonId, encrypted: Uint8Array, hash: string): Promise<void>
  grant(
    id: PersonId,
    role: Role,
    unit: OrgUnitId,
    from: string,
    state: 'active' | 'pending',
    asked?: { readonly at: Date; readonly via: AskedVia },
  ): Promise<void>
  activate(id: PersonId, role: Role, unit: OrgUnitId): Promise<void>
  endRole(id: PersonId, role: Role, unit: OrgUnitId, on: string): Promise<void>
  /** Active, unsuspended, not blocked holders of any of the roles for exactly this unit. */
  holders(scope: Scope, unit: OrgUnitId, roles: readonly Role[]): Promise<readonly Person[]>
  /** A role of today whose unit is in scope. */
  findRole(scope: Scope, id: RoleId): Promise<HeldRole | undefined>
  rolesOf(id: PersonId): Promise<readonly HeldRole[]>
  /** Roles waiting for approval, those waiting longest first. */
  listPending(scope: Scope): Promise<readonly HeldRole[]>
  /** People holding a role in scope, by part of the name, accent-free; at most `limit`. */
  search(scope: Scope, text: string, limit: number): Promise<readonly Person[]>
  /** Null: no longer suspended. */
  suspend(id: PersonId, at: Date | null): Promise<void>
  /** Goes on with another Telegram account; a person of that account who holds no role gives it up. False when one holds a role. */
  moveTelegram(id: PersonId, telegramUserId: number): Promise<boolean>
  /** Active roles of these kinds wait for approval again. */
  makePending(id: PersonId, roles: readonly Role[], at: Date): Promise<void>
  setMenu(id: PersonId, menu: string): Promise<void>
}

/** What is kept of a person beside their roles; the phone as it is encrypted. */
export interface PersonalRecord {
  readonly name: string
  readonly locale: Locale
  readonly telegramUserId?: number
  readonly phone?: Uint8Array
  readonly phoneHash?: string
  readonly createdAt: Date
  readonly consentedAt?: Date
  readonly suspendedAt?: Date
  /** After this moment only a pseudonym stays. */
  readonly deleteAfter?: Date
  /** Revisions the person has handed in; they stay, under a pseudonym. */
  readonly revisions: number
}

/** What of a person somebody looked at. */
export type LookedAt = 'card' | 'search' | 'list'

export interface PersonalDataStore {
  get(id: PersonId): Promise<PersonalRecord>
  rename(id: PersonId, name: string): Promise<void>
  forgetPhone(id: PersonId): Promise<void>
  setDeleteAfter(id: PersonId, at: Date | null): Promise<void>
  /** Whose time has come: they asked for it, or have held no role since `idleSince`, but for Telegram accounts to `keep`. */
  listToForget(now: Date, idleSince: Date, keep: readonly number[]): Promise<readonly PersonId[]>
  /** Leaves a pseudonym in place of the name and takes away all else that tells who it was, messages and chats included; roles end. */
  forget(id: PersonId, on: string, at: Date): Promise<void>
  noteLook(people: readonly PersonId[], by: PersonId, what: LookedAt, at: Date): Promise<void>
  /** Newest first. */
  looks(
    id: PersonId,
    limit: number,
  ): Promise<
    readonly { readonly by: PersonId; readonly name: string; readonly what: LookedAt; readonly at: Date }[]
  >
  /** Forgets what is kept for a time only; `before` by kind. Returns how many rows. */
  forgetOld(before: { readonly looks: Date; readonly tries: Date; readonly messages: Date }): Promise<number>
}

export interface Invitation {
  readonly id: InvitationId
  readonly role: Role
  readonly unit: OrgUnitId
  readonly phoneHash?: string
  /** Whoever claims it goes on as this person. */
  readonly person?: PersonId
  readonly expiresAt: Date
  readonly claimedBy?: PersonId
  readonly isRevoked: boolean
}

/** An invitation nobody has claimed, as those see it who may take it back. */
export interface OpenInvitation
  extends Pick<Invitation, 'id' | 'role' | 'unit' | 'phoneHash' | 'person' | 'expiresAt'> {
  readonly unitName: string
  readonly unitCode: string
  readonly forName?: string
}

/** What is counted of a Telegram user, to stop who tries too often. */
export type TryKind = 'token' | 'code' | 'request' | 'refusal'

export interface InvitationStore {
  create(input: {
    readonly tokenHash: string
    readonly role: Role
    readonly unit: OrgUnitId
    readonly forName?: string
    readonly phoneHash?: string
    readonly person?: PersonId
    readonly createdBy?: PersonId
    readonly createdAt: Date
    readonly expiresAt: Date
  }): Promise<InvitationId>
  findByHash(tokenHash: string): Promise<Invitation | undefined>
  /** False when someone else was first. */
  claim(id: InvitationId, by: PersonId, at: Date): Promise<boolean>
  /** Undefined also when the unit is out of scope. */
  find(scope: Scope, id: InvitationId): Promise<Invitation | undefined>
  /** Neither claimed nor revoked nor expired, by unit and role. */
  listOpen(scope: Scope, now: Date): Promise<readonly OpenInvitation[]>
  /** Invitations this person claimed, newest first; also revoked ones. */
  listClaimed(by: PersonId): Promise<readonly Invitation[]>
  revoke(scope: Scope, id: InvitationId, at: Date): Promise<boolean>
  countTries(telegramUserId: number, since: Date, kind?: TryKind): Promise<number>
  recordTry(telegramUserId: number, at: Date, kind?: TryKind): Promise<void>
}

// ---------------------------------------------------------------- plans

export interface StoredPack {
  readonly code: string
  readonly key: string
  readonly checksum: string
  readonly content: unknown
}

export interface PlanStore {
  list(): Promise<readonly StoredPack[]>
  save(pack: StoredPack, at: Date): Promise<void>
  /** Local due dates, by `form period`. */
  localDeadlines(): Promise<ReadonlyMap<string, string>>
  setLocalDeadline(
    form: string,
    period: Period,
    dueOn: string,
    by: PersonId | undefined,
    at: Date,
  ): Promise<void>
  removeLocalDeadline(form: string, period: Period): Promise<void>
}

// ---------------------------------------------------------------- submissions

export interface SubmissionRow extends Submission {
  readonly unitName: string
  readonly unitLevels: readonly Level[]
  readonly updatedAt: Date
}

export interface RevisionRow {
  readonly id: RevisionId
  readonly number: number
  readonly submittedBy: PersonId
  readonly submittedAt: Date
  readonly source: 'chat' | 'on-behalf' | 'upload'
  readonly values: readonly {
    readonly element: ElementCode
    readonly value: Value
    readonly reason?: string
  }[]
  readonly reviews: readonly {
    readonly outcome: string
    readonly by: PersonId
    readonly at: Date
    readonly reason?: string
  }[]
}

/** A draft about to be frozen; `number` is that of the revision to be made. */
export interface RevisionInput {
  readonly id: SubmissionId
  readonly number: number
  readonly formVersion: number
  readonly by: PersonId
  readonly at: Date
  readonly source: RevisionRow['source']
  readonly receipt: string
}

export interface SubmissionStore {
  find(scope: Scope, id: SubmissionId): Promise<SubmissionRow | undefined>
  findByReceipt(scope: Scope, receipt: string): Promise<SubmissionRow | undefined>
  /** The submission of a form, unit and period; created as draft when there is none. */
  open(
    scope: Scope,
    input: {
      readonly form: string
      readonly formVersion: number
      readonly unit: OrgUnitId
      readonly period: Period
    },
    at: Date,
  ): Promise<SubmissionRow>
  list(
    scope: Scope,
    filter: {
      readonly units?: readonly OrgUnitId[]
      readonly forms?: readonly string[]
      readonly periods?: readonly Period[]
      readonly states?: readonly SubmissionState[]
    },
  ): Promise<readonly SubmissionRow[]>
  /** What counts of each of the units' submissions of the form, by unit. */
  countedValues(
    scope: Scope,
    of: { readonly form: string; readonly period: Period; readonly units: readonly OrgUnitId[] },
  ): Promise<ReadonlyMap<OrgUnitId, ReadonlyMap<ElementCode, Value>>>
  answers(id: SubmissionId): Promise<readonly DraftAnswer[]>
  saveAnswers(id: SubmissionId, formVersion: number, answers: readonly DraftAnswer[]): Promise<void>
  deleteAnswers(id: SubmissionId): Promise<void>
  /** Last counted value of each element before the period (of that same period type, or of the named previous period). */
  lastValues(
    unit: OrgUnitId,
    elements: readonly ElementCode[],
    before: Period,
  ): Promise<ReadonlyMap<ElementCode, { readonly value: Value; readonly period: string }>>
  /** Freezes the draft's answers as a revision: Revision, DataValues, Review «submitted», in the caller's transaction. */
  freeze(input: RevisionInput): Promise<RevisionId>
  /** Compare and swap: false when the state or revision is not the expected one any more. `counted`: absent = as it is, null = none. */
  move(
    id: SubmissionId,
    from: { readonly state: SubmissionState; readonly revision: number },
    to: { readonly state: SubmissionState; readonly revision: number; readonly counted?: RevisionId | null },
    at: Date,
  ): Promise<boolean>
  addReview(revision: RevisionId, outcome: string, by: PersonId, at: Date, reason?: string): Promise<void>
  /** Newest first. */
  revisions(id: SubmissionId): Promise<readonly RevisionRow[]>
  /** Writes whole submissions, each with one revision unless it is a draft, in a few statements; none of them may exist yet. */
  importAll(submissions: readonly ImportedSubmission[]): Promise<void>
}

/** A submission as people left it elsewhere: in the demo world, or a system taken over from. */
export interface ImportedSubmission {
  readonly form: string
  readonly formVersion: number
  readonly unit: OrgUnitId
  readonly period: Period
  readonly state: SubmissionState
  readonly answers: readonly DraftAnswer[]
  /** When it was last worked on. */
  readonly at: Date
  /** Absent: a draft. The reviews begin with «submitted». */
  readonly revision?: Pick<RevisionRow, 'submittedBy' | 'submittedAt' | 'source' | 'reviews'> & {
    readonly receipt: string
    readonly isCounted: boolean
  }
}

/** A form, or blocks of it, given to a person. */
export interface Assignment {
  readonly submission: SubmissionId
  readonly person: PersonId
  readonly name: string
  /** Ids of sections; empty = the whole form. */
  readonly sections: readonly string[]
}

export interface AssignmentStore {
  /** Gives it, or changes what was given before. */
  assign(input: Omit<Assignment, 'name'> & { readonly by: PersonId }, at: Date): Promise<void>
  end(submission: SubmissionId, person: PersonId, at: Date): Promise<void>
  /** What the person has been given and not lost again. */
  ofPerson(person: PersonId): Promise<readonly Assignment[]>
  ofSubmission(submission: SubmissionId): Promise<readonly Assignment[]>
}

export interface Unlock {
  readonly id: UnlockId
  readonly submission: SubmissionId
  readonly reason: string
  readonly askedBy: PersonId
  readonly isDecided: boolean
  readonly openUntil?: Date
}

export interface UnlockStore {
  ask(
    input: { readonly submission: SubmissionId; readonly reason: string; readonly by: PersonId },
    at: Date,
  ): Promise<UnlockId>
  find(id: UnlockId): Promise<Unlock | undefined>
  /** False when it was decided before. Without `openUntil` it is refused. */
  decide(id: UnlockId, by: PersonId, at: Date, openUntil?: Date): Promise<boolean>
  /** The latest moment until which the submission is open although locked. */
  openUntil(submission: SubmissionId): Promise<Date | undefined>
}

// ---------------------------------------------------------------- who owes, and who was reached

/** A form of a period, as it is looked for who owes it. */
export interface FormToReport {
  readonly form: string
  readonly period: Period
  /** Unit of the plan: what reports to it owes the form. */
  readonly root: OrgUnitId
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  /** Day on which the units that owe it are counted. */
  readonly on: string
}

/** A unit that has not handed in a form, or has it handed back, and where its submission stands; absent: nobody has begun. */
export interface OwingUnit {
  readonly unit: Pick<OrgUnit, 'id' | 'code' | 'name' | 'levels'>
  readonly submission?: SubmissionId
  readonly state?: Exclude<SubmissionState, 'confirmed' | 'accepted'>
  /** Figures of an earlier revision count meanwhile. */
  readonly isCounted: boolean
}

/** A unit that has handed in a form, and which of the elements asked for it has answered. */
export interface AnsweringUnit extends Pick<OwingUnit, 'unit'> {
  readonly submission: SubmissionId
  readonly answered: readonly ElementCode[]
}

/** Someone who fills or confirms a unit's forms, and what was last sent to remind them. */
export interface Recipient {
  readonly person: Pick<Person, 'id' | 'name' | 'locale' | 'telegramUserId'>
  readonly role: Role
  readonly unit: OrgUnitId
  readonly consentedAt?: Date
  readonly isBlocked: boolean
  readonly mutedUntil?: Date
  /** The last reminder that was not refused by Telegram, sent or still waiting. */
  readonly remindedAt?: Date
  /** How many of them since the moment asked for. */
  readonly reminders: number
}

export interface ReminderStore {
  /** Units of the scope that owe the form, by code. */
  owing(scope: Scope, form: FormToReport): Promise<readonly OwingUnit[]>
  /** Units of the scope that have handed the form in, by code, each with those of the elements that it has answered. */
  answering(
    scope: Scope,
    form: FormToReport,
    elements: readonly ElementCode[],
  ): Promise<readonly AnsweringUnit[]>
  /** Holders of the roles at the units today, suspended ones left out; `reminders` counts from `since`. */
  recipients(
    scope: Scope,
    units: readonly OrgUnitId[],
    roles: readonly Role[],
    since: Date,
  ): Promise<readonly Recipient[]>
  /** Who has been given these submissions, or parts of them, and not lost them again. */
  assignees(submissions: readonly SubmissionId[]): Promise<readonly Assignment[]>
  mute(person: PersonId, until: Date | null): Promise<void>
  mutedUntil(person: PersonId): Promise<Date | undefined>
}

// ---------------------------------------------------------------- totals

/** What to add up; `key` comes back with the sums. All elements of a ratio must be answered by a unit for it to enter either sum. */
export type SumSpec = {
  readonly key: string
  /** Only units teaching this level, or any of these; absent = all. */
  readonly level?: Level | readonly Level[]
} & (
  | {
      readonly kind: 'ratio'
      readonly numerator: readonly ElementCode[]
      readonly denominator: readonly ElementCode[]
    }
  | { readonly kind: 'units'; readonly element: ElementCode; readonly atLeast?: number }
)

/** Exact sums as decimal strings; null when no unit answered. Counts of units. */
export interface Sums {
  readonly key: string
  readonly numerator: string | null
  readonly denominator: string | null
  readonly yes: number
  readonly no: number
  /** Units that answered every element of the spec with a figure. */
  readonly answeredUnits: number
}

export interface ReportCounts {
  /** Absent = all levels together; a multi-level unit counts once here and once in each of its levels. */
  readonly level?: Level
  readonly expected: number
  /** Confirmed or accepted. */
  readonly reported: number
  readonly accepted: number
}

export interface TotalStore {
  /** One pass over the counted values of the units of `kind` that existed on `on` and are below `unit` (itself included) in the view. */
  sums(
    scope: Scope,
    input: {
      readonly unit: OrgUnitId
      readonly kind: OrgUnitKind
      readonly period: Period
      readonly on: string
      /** Default: then. */
      readonly view?: UnitView
      readonly specs: readonly SumSpec[]
    },
  ): Promise<readonly Sums[]>
  /** Units of the form's kind and levels that existed on `on` and are below `unit` (itself included) in the view, and those that reported. */
  counts(
    scope: Scope,
    input: {
      readonly unit: OrgUnitId
      readonly form: string
      /** Forms that ask all of it: a report on one of them is a report on this one. */
      readonly covering?: readonly string[]
      readonly kind: OrgUnitKind
      readonly levels: readonly Level[]
      readonly period: Period
      readonly on: string
      /** Default: then. */
      readonly view?: UnitView
    },
  ): Promise<readonly ReportCounts[]>
  /** Reports of the unit and of those below it on `on` that wait for an acceptance, or were returned and have not come back. */
  undecided(
    scope: Scope,
    input: { readonly unit: OrgUnitId; readonly forms: readonly string[]; readonly on: string },
  ): Promise<readonly Undecided[]>
  /** The consolidating unit's own figures. */
  ownValues(
    scope: Scope,
    unit: OrgUnitId,
    period: Period,
    elements: readonly ElementCode[],
  ): Promise<ReadonlyMap<ElementCode, Value>>
}

/** Reports by what decides who accepts them. */
export interface Undecided {
  readonly form: string
  readonly levels: readonly Level[]
  readonly waiting: number
  readonly returned: number
}

type OfMany<Input> = Omit<Input, 'unit' | 'view'> & { readonly units: readonly OrgUnitId[] }

/** What is asked of many units, by one statement for all of them; answers in the order of the units. For the installation itself. */
export interface ManyStore {
  find(ids: readonly OrgUnitId[]): Promise<readonly (OrgUnit | undefined)[]>
  findByCode(codes: readonly string[]): Promise<readonly (OrgUnit | undefined)[]>
  findAsOf(ids: readonly OrgUnitId[], on: string): Promise<readonly (OrgUnit | undefined)[]>
  paths(ids: readonly OrgUnitId[], on: string): Promise<readonly (readonly OrgUnitId[])[]>
  parts(ids: readonly OrgUnitId[], on: string): Promise<readonly (readonly OrgUnit[])[]>
  sums(input: OfMany<Parameters<TotalStore['sums']>[1]>): Promise<readonly (readonly Sums[])[]>
  counts(input: OfMany<Parameters<TotalStore['counts']>[1]>): Promise<readonly (readonly ReportCounts[])[]>
  undecided(input: OfMany<Parameters<TotalStore['undecided']>[1]>): Promise<readonly (readonly Undecided[])[]>
}

// ---------------------------------------------------------------- chat

/** A form's state in a chat, as the conversations engine left it. */
export interface ConversationRow {
  readonly form: string
  readonly version: number
  readonly state: unknown
  readonly submission?: SubmissionId
  readonly revision: number
}

/** The last step played in a chat, also one that ended its form. */
export interface LastStep {
  readonly updateId: number
  readonly submission?: SubmissionId
  /** By a process that no longer runs: its reply may not have been sent. */
  readonly isPlayedByDead: boolean
}

/** Everything an update needs, read in one round trip. */
export interface UpdateContext {
  readonly isProcessed: boolean
  readonly person?: Person
  readonly conversation?: ConversationRow
  readonly lastStep?: LastStep
  /** Revision to compare with even when no conversation is active; 0 when there never was one. */
  readonly conversationRevision: number
}

export interface StepWrite {
  readonly key: string
  readonly updateId: number
  readonly expectedRevision: number
  /** Absent: the conversation ends. */
  readonly conversation?: {
    readonly form: string
    readonly version: number
    readonly state: unknown
    readonly submission?: SubmissionId
  }
  readonly submission?: SubmissionId
  /** The answers are results added to a form handed in; without it only a draft takes answers. */
  readonly isAddition?: boolean
  readonly formVersion: number
  readonly answers: readonly DraftAnswer[]
  /** When the person saw each of these answers last given, ISO; null: not given. Another one in the draft by now stops the step. */
  readonly seen: Readonly<Record<ElementCode, string | null>>
  /** The update was applied before, by a process that died before its reply: the question is entered afresh and shown again. */
  readonly isShownAgain?: boolean
}

export interface ConversationStore {
  openUpdate(
    input: {
      readonly updateId: number
      readonly key: string | undefined
      readonly telegramUserId: number | undefined
    },
    instance: string,
    at: Date,
  ): Promise<UpdateContext>
  /**
   * One statement, one commit: conversation state, processed update, draft answers.
   * superseded: another step was first, or the update was applied already. closed: the submission is no draft any more.
   * changed: somebody else has given one of the answers meanwhile.
   */
  commitStep(
    step: StepWrite,
    instance: string,
    at: Date,
  ): Promise<'committed' | 'superseded' | 'closed' | 'changed'>
  /** Marks an update that touched no conversation as applied. */
  markProcessed(updateId: number, at: Date): Promise<void>
  /** Does the work and marks the update as applied; nothing when it was applied meanwhile, or another process is at it. */
  once(updateId: number, at: Date, work: () => Promise<void>): Promise<void>
  end(key: string, at: Date): Promise<void>
  /** Ends whatever the Telegram user has open, in every chat. */
  endAll(telegramUserId: number, at: Date): Promise<void>
  /** Names of those who have the submission's form open in a chat since then, but for the chat `key`. */
  atWork(submission: SubmissionId, key: string, since: Date): Promise<readonly string[]>
  forgetProcessed(before: Date): Promise<number>
}

export interface AskStore {
  topic(key: string): Promise<unknown>
  setTopic(key: string, topic: unknown, at: Date): Promise<void>
  /** Undefined when the same wish was passed on before. */
  addQuestion(input: {
    readonly exchange: string
    readonly askedBy: PersonId
    readonly chatId: number
    readonly unit: OrgUnitId
    readonly plan?: string
    readonly audience: Audience
    readonly text: string
    readonly at: Date
  }): Promise<QuestionId | undefined>
  /** Of one's own units; also one that has been answered. */
  findQuestion(scope: Scope, id: QuestionId): Promise<AskedQuestion | undefined>
  /** Oldest first; those answered newest first. */
  listQuestions(
    scope: Scope,
    filter: { readonly state: 'open' } | { readonly keeping: 'proposed' | 'kept'; readonly on: LocalDate },
  ): Promise<readonly AskedQuestion[]>
  /** False when it was answered before. With `keepUntil` it is proposed to be kept. */
  answerQuestion(
    id: QuestionId,
    answer: { readonly by: PersonId; readonly text: string; readonly keepUntil?: LocalDate },
    at: Date,
  ): Promise<boolean>
  /** False when it is not `from` any more. */
  keepAnswer(id: QuestionId, from: Keeping, to: Keeping, by: PersonId, at: Date): Promise<boolean>
  /** Those that may be told on that day, newest first. */
  listKept(on: LocalDate): Promise<readonly KeptAnswer[]>
}

export type KeptAnswer = Omit<OfficeAnswer, 'answeredOn'> & { readonly answeredAt: Date }

export type Keeping = 'none' | 'proposed' | 'kept' | 'refused' | 'withdrawn'

/** A question the plans do not answer; whoever asked is known by id only. */
export interface AskedQuestion {
  readonly id: QuestionId
  readonly askedBy: PersonId
  readonly chatId: number
  readonly unit: OrgUnitId
  readonly unitName: string
  readonly text: string
  readonly state: 'open' | 'answered'
  readonly answer?: string
  readonly answeredBy?: PersonId
  readonly keeping: Keeping
  readonly keepUntil?: LocalDate
  readonly createdAt: Date
}

// ---------------------------------------------------------------- outbox, groups, digests

export interface OutboxMessage {
  readonly chatId: number
  readonly threadId?: number
  readonly kind: string
  readonly params: unknown
  readonly locale: Locale
  /** 0 reply, 1 notice, 2 digest or reminder, 3 broadcast. */
  readonly priority: 0 | 1 | 2 | 3
  readonly dedupeKey?: string
  readonly notBefore: Date
}

export interface OutboxRow extends OutboxMessage {
  readonly id: OutboxId
  readonly attempts: number
  readonly createdAt: Date
  /** When it was to be sent first; `notBefore` moves on with each try. */
  readonly dueAt: Date
}

/** Why a message was not sent: what Telegram says of the person or the group, or what is wrong on this side. */
export const FAILURES = [
  'blocked',
  'deactivated',
  'not-started',
  'out-of-group',
  'no-rights',
  'refused',
  'not-rendered',
] as const
export type Failure = (typeof FAILURES)[number]

/** Why a message is not sent any more. */
export const DROPS = ['gave-up', 'superseded', 'nothing-to-say'] as const
export type Drop = (typeof DROPS)[number]

export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: number }
  | { readonly kind: 'retry'; readonly notBefore: Date; readonly error: string }
  /** The group became a supergroup: to be sent there. */
  | { readonly kind: 'moved'; readonly chatId: number; readonly error: string }
  /** Its topic is closed or gone: to be sent outside of it. */
  | { readonly kind: 'out-of-topic'; readonly error: string }
  | { readonly kind: 'failed'; readonly reason: Failure; readonly error: string }
  /** The request left and no answer came: it may have arrived. */
  | { readonly kind: 'in-doubt'; readonly error: string }
  | { readonly kind: 'dropped'; readonly reason: Drop; readonly error: string }

/** How the outbox stands, for those who look after it. */
export interface OutboxStatus {
  /** Due and not sent yet, those to be tried again among them. */
  readonly waiting: number
  /** When the oldest of them was due. */
  readonly oldestDueAt?: Date
  readonly sending: number
  /** Not due yet. */
  readonly planned: number
  readonly inDoubt: number
  /** What was lost since then, by reason, most first. */
  readonly lost: readonly { readonly reason: Failure | Drop; readonly count: number }[]
}

export interface OutboxStore {
  /** Undefined when the dedupe key was queued before. */
  enqueue(message: OutboxMessage, at: Date): Promise<OutboxId | undefined>
  /** Takes the next due message (order kept per chat; chats with a message in flight and busy ones passed over) as `sending`, committed before it is sent. */
  claimNext(instance: string, now: Date, busy: readonly number[]): Promise<OutboxRow | undefined>
  /** Writes down the fate of that try, also where it was thought to be in doubt; false when a later one was begun. */
  record(row: Pick<OutboxRow, 'id' | 'attempts'>, outcome: SendOutcome, at: Date): Promise<boolean>
  /** Messages left `sending` by dead instances become in doubt; returns them. */
  doubtAbandoned(instance: string, now: Date): Promise<readonly OutboxRow[]>
  /** Oldest first, each with the name of the group or the person it was for. */
  listInDoubt(scope: Scope): Promise<readonly (OutboxRow & { readonly to?: string })[]>
  /** «Gửi lại» of one in doubt or failed after that many attempts; the same wish twice sends once. */
  sendAgain(scope: Scope, id: OutboxId, attempts: number, now: Date): Promise<boolean>
  /** «Gửi lại tất cả» of those that were in doubt at that moment; returns how many. */
  sendAllAgain(scope: Scope, doubtedBy: Date, now: Date): Promise<number>
  /** Drops what still waits of a kind for a chat: something newer takes its place. */
  supersede(chatId: number, kind: string, at: Date): Promise<number>
  status(scope: Scope, now: Date, lostSince: Date): Promise<OutboxStatus>
  /** Deletes what was sent or dropped before then. */
  forget(endedBefore: Date): Promise<number>
}

export interface Group {
  readonly id: GroupId
  readonly chatId: number
  readonly threadId?: number
  readonly title: string
  readonly unit?: OrgUnitId
  readonly state: 'seen' | 'linked' | 'left'
  readonly locale: Locale
  /** ISO weekday, 1 = Monday. */
  readonly digestWeekday: number
  /** HH:MM local. */
  readonly digestTime: string
  readonly skipQuiet: boolean
  /** No digest that is due before then. */
  readonly mutedUntil?: Date
  readonly linkedAt?: Date
}

/** What an office may set of a group; absent: as it is. */
export type GroupSettings = Partial<
  Pick<Group, 'locale' | 'digestWeekday' | 'digestTime' | 'skipQuiet'> & { readonly mutedUntil: Date | null }
>

export interface GroupStore {
  findByChat(chatId: number): Promise<Group | undefined>
  /** Called when the bot sees a group; keeps an existing link. */
  see(chatId: number, title: string, at: Date): Promise<Group>
  /** `threadId`: the topic digests go to. */
  link(
    scope: Scope,
    chatId: number,
    unit: OrgUnitId,
    by: PersonId,
    at: Date,
    threadId?: number,
  ): Promise<Group>
  unlink(scope: Scope, chatId: number): Promise<void>
  leave(chatId: number): Promise<void>
  /** What is for the group goes outside of any topic from now on. */
  leaveTopic(chatId: number): Promise<void>
  /** The group became a supergroup; once, whichever message tells first. */
  migrate(from: number, to: number): Promise<void>
  list(scope: Scope): Promise<readonly Group[]>
  /** Undefined also when its unit is out of scope. */
  find(scope: Scope, id: GroupId): Promise<Group | undefined>
  configure(scope: Scope, id: GroupId, settings: GroupSettings): Promise<void>
  /** Notes that an unlinked group was told so; false when it was before, or is linked. */
  tell(chatId: number, at: Date): Promise<boolean>
  /** Groups told before then and not linked since. */
  listToLeave(toldBefore: Date): Promise<readonly Group[]>
  addCode(code: {
    readonly hash: string
    readonly person: PersonId
    readonly unit: OrgUnitId
    readonly expiresAt: Date
  }): Promise<void>
  /** Returns whose code it is and for which unit, once. */
  takeCode(
    hash: string,
    at: Date,
  ): Promise<{ readonly person: PersonId; readonly unit: OrgUnitId } | undefined>
}

export interface DigestRow {
  readonly week: string
  readonly asOf: Date
  readonly snapshot: unknown
  readonly outcome: 'posted' | 'quiet' | 'dropped'
  /** Where its message stands; absent: there is none. */
  readonly delivery?: 'pending' | 'sending' | 'sent' | 'failed' | 'in-doubt' | 'dropped'
}

export interface DigestStore {
  last(group: GroupId): Promise<DigestRow | undefined>
  find(group: GroupId, week: string): Promise<DigestRow | undefined>
  /** The latest before that week. */
  before(group: GroupId, week: string): Promise<DigestRow | undefined>
  /** The latest weeks, newest first. */
  latest(group: GroupId, limit: number): Promise<readonly DigestRow[]>
  /** The latest of each of these groups that has one. */
  lastOf(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, DigestRow>>
  /** False when the week's digest exists already. */
  add(group: GroupId, digest: DigestRow & { readonly outbox?: OutboxId }): Promise<boolean>
}

// ---------------------------------------------------------------- audit, installation

/** One thing done, with names where they are known still. */
export interface AuditEntry {
  readonly at: Date
  readonly actor: string
  readonly actorName?: string
  readonly action: string
  readonly subject: string
  readonly subjectName?: string
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditFilter {
  readonly since?: Date
  readonly actor?: PersonId
  /** What concerns the unit and all that report to it. */
  readonly unit?: OrgUnitId
  readonly limit: number
  readonly offset?: number
}

export interface AuditStore {
  /** Newest first. */
  page(scope: Scope, filter: AuditFilter): Promise<readonly AuditEntry[]>
  /** People who have done something visible, by part of the name. */
  actors(scope: Scope, text: string, limit: number): Promise<readonly Pick<Person, 'id' | 'name'>[]>
  append(event: {
    readonly at: Date
    readonly actor: PersonId | 'system' | 'cli' | 'stranger'
    readonly action: string
    readonly subject: string
    readonly before?: unknown
    readonly after?: unknown
  }): Promise<void>
  list(
    scope: Scope,
    filter: { readonly subject?: string; readonly limit: number },
  ): Promise<
    readonly {
      readonly at: Date
      readonly actor: string
      readonly action: string
      readonly subject: string
    }[]
  >
}

export interface InstallationStore {
  setting(key: string): Promise<unknown>
  setSetting(key: string, value: unknown): Promise<void>
  /** This process lives, by the database's own clock. */
  beat(instance: string): Promise<void>
  forgetInstance(instance: string): Promise<void>
}

/** Someone a message to many goes to. */
export interface Addressee {
  readonly id: PersonId
  readonly telegramUserId: number
  readonly locale: Locale
}

/** How far a message to many has come, in people. */
export interface BroadcastProgress {
  /** Absent: there was none. */
  readonly by?: PersonId
  readonly waiting: number
  readonly sent: number
  readonly failed: number
  readonly stopped: number
}

export interface BroadcastStore {
  /** Who can be written to and actively holds one of the roles for the unit or one that reports to it, each once. */
  recipients(scope: Scope, unit: OrgUnitId, roles: readonly Role[]): Promise<readonly Addressee[]>
  progress(id: string): Promise<BroadcastProgress>
  /** Takes back what has not left; returns how many. */
  stop(id: string): Promise<number>
}

/** The stores over one connection or transaction. */
export interface Stores {
  readonly units: OrgUnitStore
  readonly unitChanges: UnitChangeStore
  readonly roster: RosterStore
  readonly people: PersonStore
  readonly personal: PersonalDataStore
  readonly invitations: InvitationStore
  readonly plans: PlanStore
  readonly submissions: SubmissionStore
  readonly assignments: AssignmentStore
  readonly unlocks: UnlockStore
  readonly totals: TotalStore
  readonly many: ManyStore
  readonly reminders: ReminderStore
  readonly conversations: ConversationStore
  readonly asks: AskStore
  readonly outbox: OutboxStore
  readonly groups: GroupStore
  readonly digests: DigestStore
  readonly audit: AuditStore
  readonly broadcasts: BroadcastStore
  readonly installation: InstallationStore
}

export interface Database extends Stores {
  /** Runs the work in one transaction over its own stores; inside, the outer ones must not be used. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** True while this process does alone what only one of the installation's may do; asked again and again, it takes over from one that ended. */
  isLeader(): Promise<boolean>
}

// ---------------------------------------------------------------- backups

/** The whole database as one file. */
export interface Backup {
  readonly bytes: Uint8Array
  readonly at: Date
  readonly tables: number
  readonly rows: number
}

export interface RestoreHow {
  readonly at: Date
  /** What is there may go. */
  readonly replaces: boolean
  readonly allowsDemo: boolean
  /** Nothing has happened since the backup was made: messages that wait are still to be sent. */
  readonly isMove: boolean
}

export interface Restored extends Omit<Backup, 'bytes'> {
  /** It was made by an older program and has been brought up to date. */
  readonly isMigrated: boolean
}

/** A database as a whole. */
export interface Vault {
  backup(at: Date): Promise<Backup>
  probe(): Promise<DatabaseProbe>
  /** All or nothing. Throws: restore-not-empty, bot-running, database-is-demo, backup-invalid, backup-newer. */
  restore(bytes: Uint8Array, how: RestoreHow): Promise<Restored>
}

/** Backups kept by day, one a day. */
export interface BackupShelf {
  /** Where they lie, for people. */
  readonly folder: string
  /** Oldest first. */
  list(): Promise<readonly LocalDate[]>
  /** All of it or nothing is there afterwards. */
  put(day: LocalDate, bytes: Uint8Array): Promise<void>
  remove(day: LocalDate): Promise<void>
}

// ---------------------------------------------------------------- probes

/** How Telegram answers, as far as can be told. */
export type TelegramProbe =
  | {
      readonly kind: 'reached'
      readonly username: string
      readonly tookMs: number
      /** How much our clock is ahead of Telegram's; absent where it tells no time. */
      readonly aheadMs?: number
    }
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  /** Something answers, but no Bot API. */
  | { readonly kind: 'no-bot-api'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly why: string }

export interface DatabaseProbe {
  readonly kind: 'embedded' | 'server'
  readonly version: string
  readonly bytes: number
  /** A commit is on the disk when it returns. */
  readonly isDurable: boolean
  readonly migrations: {
    /** Still to be applied. */
    readonly missing: number
    /** Applied by a newer program. */
    readonly unknown: readonly string[]
    /** Failed, or edited after they were applied. */
    readonly broken: readonly string[]
  }
}

/** Looks at what the program stands on; changes nothing. */
export interface Probes {
  /** Undefined: no token, nothing to ask. */
  telegram(): Promise<TelegramProbe | undefined>
  /** Throws when it cannot be reached. */
  database(): Promise<DatabaseProbe>
  freeBytes(): Promise<number>
  /** Undefined, or why no picture can be drawn. */
  pictures(): Promise<string | undefined>
}

// ---------------------------------------------------------------- figures of a period

/** One unit's answers to a form, as they count. */
export interface UnitFigures {
  readonly unit: Pick<OrgUnit, 'id' | 'code' | 'name' | 'levels'>
  /** Absent: nothing begun. */
  readonly state?: SubmissionState
  /** Empty: nothing that counts yet. */
  readonly values: ReadonlyMap<ElementCode, Value>
}

export interface FormFigures {
  readonly form: Form
  readonly period: Period
  readonly elements: readonly DataElement[]
  readonly counts: readonly ReportCounts[]
  readonly units: readonly UnitFigures[]
}

/** All there is of a unit and those below it in a period. */
export interface PeriodFigures {
  readonly progress: Progress
  readonly forms: readonly FormFigures[]
}

/** Writes the audit as a file for people; bytes of an .xlsx. */
export interface AuditWriter {
  write(entries: readonly AuditEntry[], locale: Locale): Promise<Uint8Array>
}

/** Writes figures as a file for people; bytes of an .xlsx. */
export interface ReportWriter {
  write(figures: PeriodFigures, locale: Locale): Promise<Uint8Array>
}

// ---------------------------------------------------------------- others

/** The way out to people. */
export interface Channel {
  /** Waits until one message can leave at once; undefined when stopped. For one caller at a time. */
  turn(stopping: AbortSignal): Promise<Turn | undefined>
}

/** A moment at which one message can leave. */
export interface Turn {
  /** Chats nothing may be sent to yet. */
  readonly busy: readonly number[]
  /** Says what is known of the message's fate. Never throws. */
  send(row: OutboxRow): Promise<SendOutcome>
  /** There was nothing to send. */
  pass(): void
}

/** Leaves a group; false when it could not be done now. */
export type LeaveGroup = (chatId: number) => Promise<boolean>

// ---------------------------------------------------------------- invitations on paper

/** One invitation as it is handed over, on screen or on paper. */
export interface InvitationCard {
  readonly role: Role
  readonly unitName: string
  readonly forName?: string
  readonly link: string
  readonly expiresOn: string
}

/** All invitations of a unit on sheets to be cut, each with its QR code and how to get in; .docx bytes. */
export type InvitationSheet = (
  unitName: string,
  cards: readonly InvitationCard[],
  locale: Locale,
) => Promise<Uint8Array>

/** Draws the digest's picture; PNG bytes. */
export interface DigestRenderer {
  render(digest: import('../domain/digest.ts').Digest, locale: Locale): Promise<Uint8Array>
}

// ---------------------------------------------------------------- forms as spreadsheets

/** A form as one unit meets it, to be filled in outside the chat. */
export interface TemplateInput {
  readonly form: Form
  readonly period: Period
  readonly unit: Pick<OrgUnit, 'code' | 'name'>
  readonly questions: readonly TemplateQuestion[]
}

export interface TemplateQuestion {
  readonly section: Text
  /** One, or numerator and denominator. */
  readonly elements: readonly DataElement[]
  /** Of the period before; absent: not all elements had one. */
  readonly last?: readonly Value[]
}

/** What a filled spreadsheet says of itself and of each question, before anything is understood or allowed. */
export interface FilledTemplate {
  readonly kind: 'filled'
  readonly form: string
  readonly formVersion: number
  readonly period: string
  readonly unitCode: string
  readonly rows: readonly FilledRow[]
}

export interface FilledRow {
  /** Row of the sheet, from 1. */
  readonly line: number
  readonly label: string
  readonly cells: readonly FilledCell[]
  /** Empty: none given. */
  readonly reason: string
}

export interface FilledCell {
  readonly element: ElementCode
  /** Empty: left open. */
  readonly text: string
  /** A number of the spreadsheet's own, written with a comma before decimals and no other mark. */
  readonly isExact: boolean
  /** Computed by the spreadsheet: its value is not taken. */
  readonly isFormula: boolean
}

/** A file that is no filled template: no workbook at all, larger than any filled template, or not made by this program. */
export interface TemplateRefused {
  readonly kind: 'refused'
  readonly why: 'not-a-workbook' | 'too-large' | 'not-a-template'
}

/** A file that is no workbook, or larger than any list of an office. */
export interface TableRefused {
  readonly why: 'not-a-workbook' | 'too-large'
}

/** The list of units and people as a spreadsheet: the empty one to fill in, and the rows of a filled one. */
export interface RosterWorkbook {
  build(locale: Locale): Promise<Uint8Array>
  /** Cells of the first sheet as written, row by row; one that is computed by the spreadsheet says `=`. */
  read(bytes: Uint8Array): readonly (readonly string[])[] | TableRefused
}

/** The form as a spreadsheet, and back. */
export interface FormTemplate {
  build(input: TemplateInput, locale: Locale): Promise<Uint8Array>
  read(bytes: Uint8Array): FilledTemplate | TemplateRefused
}

export type { Actor }
