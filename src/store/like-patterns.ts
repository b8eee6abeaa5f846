import { searchKey } from '../domain/search-key.ts'

/** Returns patterns for LIKE ALL on a search key: each word of the text somewhere in it. */
export const likePatterns = (text: string): readonly string[] =>
  searchKey(text)
    .split(' ')
    .map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`)
