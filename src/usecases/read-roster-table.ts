import { decodeText, parseDelimited } from '../domain/delimited-text.ts'
import { DomainError } from '../domain/errors.ts'
import type { TableRefused } from './ports.ts'

/** Reads the first sheet of a workbook. */
export interface ReadTable {
  read(bytes: Uint8Array): readonly (readonly string[])[] | TableRefused
}

/** Beyond any list of an office, for text as for workbooks. */
export const LARGEST_ROSTER_BYTES = 8 * 1024 * 1024

/** Returns the rows of a roster's file, of cells as written; a cell that is computed says `=`. Throws: file-invalid, file-too-large. */
export function readRosterTable(workbooks: ReadTable, bytes: Uint8Array): readonly (readonly string[])[] {
  if (bytes.length > LARGEST_ROSTER_BYTES) throw new DomainError('file-too-large')
  if (isZip(bytes)) {
    const read = workbooks.read(bytes)
    if ('why' in read) throw new DomainError(read.why === 'too-large' ? 'file-too-large' : 'file-invalid')
    return read
  }
  const text = decodeText(bytes)
  if (text === undefined) throw new DomainError('file-invalid')
  return parseDelimited(text)
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
