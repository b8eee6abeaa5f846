import pg from 'pg'

const CHECK_EVERY_MS = 1000
const PATIENCE_MS = 5000
/** A process whose machine is gone without a word is found dead by the server within half a minute. */
const KEEPALIVE =
  'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3'
const TAKE = `SELECT pg_try_advisory_lock(hashtextextended('leader', 0)) AS "isMine"`
const CHECK = 'SELECT true AS "isMine"'

export interface Leadership {
  isLeader(): Promise<boolean>
  close(): Promise<void>
}

/** Leads by a lock of the server that ends with the connection it was taken on. */
export function createLeadership(url: string): Leadership {
  let client: pg.Client | undefined
  let isMine = false
  let checkedAt = 0

  function lose(lost: pg.Client): void {
    lost.end().catch(() => undefined)
    if (client !== lost) return
    client = undefined
    isMine = false
  }

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client({
      connectionString: url,
      application_name: 'chi-tieu leader',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    })
    opened.on('error', () => lose(opened))
    await opened.connect()
    await opened.query(KEEPALIVE)
    client = opened
    return opened
  }

  return {
    async isLeader() {
      if (isMine && performance.now() - checkedAt < CHECK_EVERY_MS) return true
      const at = client ?? (await connect())
      try {
        // Held by this connection, it is not to be taken a second time.
        const { rows } = await at.query<{ isMine: boolean }>(isMine ? CHECK : TAKE)
        isMine = client === at && rows[0]?.isMine === true
      } catch (error) {
        lose(at)
        throw error
      }
      checkedAt = performance.now()
      return isMine
    },
    async close() {
      if (client) lose(client)
    },
  }
}
