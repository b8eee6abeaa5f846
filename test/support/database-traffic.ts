import type pg from 'pg'

/** What went to the database since it was opened or last reset. */
export interface Traffic {
  /** Statements sent, each waited for: a transaction of n statements is n + 2. */
  readonly roundTrips: number
  /** Transactions that wrote something, and single statements that did. */
  readonly commits: number
  readonly statements: readonly string[]
  reset(): void
}

const WRITES = /\b(INSERT|UPDATE|DELETE|TRUNCATE)\b/i
/** A lock is no write. */
const LOCKS = /\bFOR (NO KEY )?UPDATE\b/gi

/** Returns counters that grow with all that goes through the pool; to be called before its first use. */
export function countTraffic(pool: pg.Pool): Traffic {
  let statements: string[] = []
  let commits = 0
  pool.on('connect', (client) => {
    const note = transactionWatch(() => commits++)
    const send = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.defineProperty(client, 'query', {
      value: (...args: unknown[]) => {
        const text = textOf(args[0])
        statements.push(text)
        note(text)
        return send(...args)
      },
    })
  })
  return {
    get roundTrips() {
      return statements.length
    },
    get commits() {
      return commits
    },
    get statements() {
      return statements
    },
    reset: () => {
      statements = []
      commits = 0
    },
  }
}

/** Follows one connection's statements and tells each commit that wrote. */
function transactionWatch(onCommit: () => void): (text: string) => void {
  let open: 'no' | 'reading' | 'writing' = 'no'
  return (text) => {
    if (text === 'BEGIN') open = 'reading'
    else if (text === 'COMMIT' || text === 'ROLLBACK') {
      if (text === 'COMMIT' && open === 'writing') onCommit()
      open = 'no'
    } else if (WRITES.test(text.replace(LOCKS, ''))) {
      if (open === 'no') onCommit()
      else open = 'writing'
    }
  }
}

const textOf = (query: unknown): string =>
  typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query)
