import type { DomainError } from '../domain/errors.ts'
import type { T } from './texts.ts'

/** Returns what happened and what to do, in the reader's language; plain text. */
export const renderError = (t: T, error: DomainError): string => t(`errors:${error.code}`, error.params)
