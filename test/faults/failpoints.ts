import type { OpenDatabase } from '../../src/store/database.ts'
import type { StepWrite, Stores } from '../../src/usecases/ports.ts'
import type { Failpoint, Orders } from './orders.ts'

/** Says that the process comes by a point; it does not return where it was ordered to die. */
export type Hit = (point: string) => void

/** Returns what kills this process, as a cut of power would: nothing is flushed, nobody is told. */
export function createHit({ dieAt }: Orders): Hit {
  let times = 0
  return (point) => {
    if (dieAt?.point !== point || ++times < dieAt.time) return
    process.kill(process.pid, 'SIGKILL')
    // The signal arrives while this blocks: no line after the point is run.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000)
  }
}

/** What the two sides of the program tell each other's failpoints. */
export interface Steps {
  hasUnacknowledged: boolean
}

/** By then the call has arrived, and a commit that follows the reply has not begun. */
const SOON_MS = 60

/** Returns the database with failpoints after each of its commits that something follows. */
export function withFailpoints(database: OpenDatabase, steps: Steps, hit: Hit): OpenDatabase {
  const { conversations, outbox } = database
  const kinds = new Map<string, string>()
  const hitDigest = (id: string, point: Failpoint) => kinds.get(id) === 'digest' && hit(point)
  return {
    ...database,
    conversations: {
      ...conversations,
      async commitStep(...step) {
        const outcome = await conversations.commitStep(...step)
        if (outcome !== 'committed' || !isFigure(step[0])) return outcome
        hit('step-committed')
        steps.hasUnacknowledged = true
        return outcome
      },
    },
    outbox: {
      ...outbox,
      async claimNext(...who) {
        const row = await outbox.claimNext(...who)
        if (row) kinds.set(row.id, row.kind)
        if (row) hitDigest(row.id, 'digest-claimed')
        return row
      },
      async record(...sent) {
        hitDigest(sent[0].id, 'digest-sent')
        return outbox.record(...sent)
      },
    },
    async transaction(work) {
      const done = new Set<string>()
      const result = await database.transaction((stores) => work(watched(stores, done, hit)))
      for (const point of done) hit(point)
      return result
    },
  }
}

/** Typed, not tapped: a button says which question it is of, words do not. */
const isFigure = ({ answers }: StepWrite): boolean =>
  answers.some(({ value }) => value.kind === 'count' || value.kind === 'decimal')

/** Notes what a transaction does; `inside-…` is hit between two of its writes. */
function watched(stores: Stores, done: Set<string>, hit: Hit): Stores {
  const { audit, submissions, outbox } = stores
  return {
    ...stores,
    audit: {
      ...audit,
      async append(...events) {
        await audit.append(...events)
        for (const { action } of events) done.add(action)
      },
    },
    submissions: {
      ...submissions,
      async freeze(input) {
        const revision = await submissions.freeze(input)
        hit('inside-submit')
        return revision
      },
    },
    outbox: {
      ...outbox,
      async enqueue(message, at) {
        const id = await outbox.enqueue(message, at)
        if (message.kind === 'digest') hit('inside-digest')
        if (message.kind === 'digest') done.add('digest-queued')
        return id
      },
      async doubtAbandoned(...who) {
        const rows = await outbox.doubtAbandoned(...who)
        if (rows.length > 0) hit('inside-doubt')
        return rows
      },
    },
  }
}

/** Returns a fetch with failpoints around the call that acknowledges an update whose figure was stored. */
export function fetchWithFailpoints(steps: Steps, hit: Hit): typeof fetch {
  return async (input, init) => {
    const isAcknowledging = String(input).endsWith('/getUpdates') && steps.hasUnacknowledged
    if (!isAcknowledging) return fetch(input, init)
    steps.hasUnacknowledged = false
    hit('before-acknowledging')
    setTimeout(() => hit('acknowledged'), SOON_MS)
    return fetch(input, init)
  }
}
