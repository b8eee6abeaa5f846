import pg from 'pg'

/**
 * A connection on which a COMMIT that ended as ROLLBACK is an error.
 * PostgreSQL answers so, without an error, when a statement of the transaction had failed; the caller would believe it is kept.
 */
export class CheckedClient extends pg.Client {}

const send = pg.Client.prototype.query as (...args: unknown[]) => unknown

Object.defineProperty(CheckedClient.prototype, 'query', {
  value(this: pg.Client, ...args: unknown[]): unknown {
    const outcome = send.apply(this, args)
    return isCommit(args[0]) && outcome instanceof Promise ? outcome.then(refuseRollback) : outcome
  },
})

const isCommit = (query: unknown): boolean =>
  (typeof query === 'object' && query !== null && 'text' in query ? query.text : query) === 'COMMIT'

function refuseRollback(result: { readonly command: string }): unknown {
  if (result.command !== 'ROLLBACK') return result
  throw new Error('The transaction was rolled back: one of its statements had failed.')
}
