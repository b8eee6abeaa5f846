declare const brand: unique symbol
/** A string that cannot be passed where another kind of id is asked. */
export type Brand<Name extends string> = string & { readonly [brand]: Name }

export type OrgUnitId = Brand<'OrgUnit'>
export type PersonId = Brand<'Person'>
export type SubmissionId = Brand<'Submission'>
export type RevisionId = Brand<'Revision'>
export type GroupId = Brand<'Group'>
export type InvitationId = Brand<'Invitation'>
export type UnlockId = Brand<'Unlock'>
export type QuestionId = Brand<'Question'>
export type OutboxId = Brand<'Outbox'>
export type UnitChangeId = Brand<'UnitChange'>
export type RoleId = Brand<'RoleAssignment'>
