import type { Role } from './access.ts'

/** Days an invitation's link works. */
export const INVITATION_DAYS = 14
/** 128 random bits; 22 characters of base64url, well within a link's 64. */
export const TOKEN_BYTES = 16
/** Unknown tokens in an hour after which a person has to wait. */
export const MAX_WRONG_TOKENS = 5
export const TRIES_WINDOW_MS = 3_600_000

/** True when holding the link is not enough: the phone must match the roster, or someone entitled approves. */
export const needsProof = (role: Role): boolean => role !== 'teacher' && role !== 'contributor'

/** True for what a link can carry as a token; anything else need not be looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)

/** Returns the link that opens the bot with this token. */
export const invitationLink = (botUsername: string, token: string): string =>
  `https://t.me/${botUsername}?start=${token}`
