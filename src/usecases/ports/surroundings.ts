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
