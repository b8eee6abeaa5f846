import type { Role, Scope } from '../../domain/access.ts'
import type { InvitationId, OrgUnitId, PersonId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'

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
export type TryKind = 'token' | 'code' | 'request' | 'request-told' | 'question' | 'question-told' | 'refusal'

/** An invitation to be made; of its token the hash alone. */
export interface InvitationInput {
  readonly tokenHash: string
  readonly role: Role
  readonly unit: OrgUnitId
  readonly forName?: string
  readonly phoneHash?: string
  readonly person?: PersonId
  readonly createdBy?: PersonId
  readonly createdAt: Date
  readonly expiresAt: Date
}

export interface InvitationStore {
  create(input: InvitationInput): Promise<InvitationId>
  /** Returns their ids in the same order. */
  createAll(inputs: readonly InvitationInput[]): Promise<readonly InvitationId[]>
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
  revokeAll(scope: Scope, ids: readonly InvitationId[], at: Date): Promise<void>
  countTries(telegramUserId: number, since: Date, kind?: TryKind): Promise<number>
  /** When, oldest first. */
  listTries(telegramUserId: number, since: Date, kind: TryKind): Promise<readonly Date[]>
  recordTry(telegramUserId: number, at: Date, kind?: TryKind): Promise<void>
}

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
