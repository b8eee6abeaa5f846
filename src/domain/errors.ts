/** Named refusals of rules and use cases; the edge turns each into a sentence `errors.<code>` of the reader's language. */
export const ERROR_CODES = [
  'not-allowed',
  'not-assigned',
  'not-registered',
  'unit-not-found',
  'unit-ended',
  'unit-circle',
  'unit-not-there',
  'unit-changed-later',
  'unit-has-children',
  'code-taken',
  'code-invalid',
  'nothing-changes',
  'day-too-far',
  'not-undoable',
  'plan-not-found',
  'form-not-found',
  'form-not-open',
  'period-invalid',
  'submission-not-found',
  'submission-not-open',
  'submission-locked',
  'submission-incomplete',
  'submission-changed',
  'reason-needed',
  'question-not-found',
  'question-answered',
  'answer-own',
  'receipt-invalid',
  'receipt-mistyped',
  'invitation-invalid',
  'invitation-expired',
  'invitation-used',
  'too-many-tries',
  'too-many-requests',
  'too-many-sent',
  'asked-too-often',
  'nothing-to-print',
  'person-not-found',
  'role-not-found',
  'name-invalid',
  'group-code-invalid',
  'button-invalid',
  'command-not-own',
  'group-not-linked',
  'group-is-public',
  'group-admin-needed',
  'anonymous-admin',
  'target-weaker',
  'file-invalid',
  'file-too-large',
  'phone-invalid',
  'database-is-demo',
  'database-in-use',
  'database-not-empty',
  'restore-not-empty',
  'bot-running',
  'backup-nothing',
  'backup-invalid',
  'backup-newer',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export type ErrorParams = Readonly<Record<string, string | number>>

/** A refusal a person can act on. Params are facts for the sentence, never personal data. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'DomainError'
    this.code = code
    this.params = params
  }
}
