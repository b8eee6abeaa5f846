import type { SandboxServer } from '../../src/sandbox/main.ts'

/** A message of the play as the database has it. */
export interface FedRow {
  readonly mark: string
  readonly chat: number
  readonly state: string
  /** Why it failed. */
  readonly error: string | null
  readonly createdAt: number
}

export const FED_ROWS = `SELECT "params"->>'unit' AS mark, "chatId"::float8 AS chat, "state", "error",
  extract(epoch FROM "createdAt")::float8 AS "createdAt" FROM "Outbox" WHERE "kind" = 'accepted' ORDER BY "createdAt", "id"`

/** Returns how often each mark has arrived since, in the order of its first arrival; the sandbox itself remembers only the newest. */
export function watchArrivals({ world }: SandboxServer): ReadonlyMap<string, number> {
  const arrivals = new Map<string, number>()
  world.changes.on('entry', (entry) => {
    if (entry.kind !== 'message' || entry.message.from.id !== world.state.bot.id) return
    const mark = /#[\w-]+\.\d+\./.exec(entry.message.text ?? '')?.[0]
    if (mark !== undefined) arrivals.set(mark, (arrivals.get(mark) ?? 0) + 1)
  })
  return arrivals
}

/** Returns what is wrong while nobody has decided anything: each message once, one in doubt at most once, in order per chat. */
export function judgeFed(rows: readonly FedRow[], arrivals: ReadonlyMap<string, number>): readonly string[] {
  const wrong = rows.flatMap(({ mark, state, error }) => {
    const count = arrivals.get(mark) ?? 0
    const isRight = state === 'sent' ? count === 1 : state === 'in-doubt' && count <= 1
    return isRight ? [] : [`${mark} is ${state} (${error}) and arrived ${count} times`]
  })
  const known = new Set(rows.map(({ mark }) => mark))
  const strange = [...arrivals.keys()].filter((mark) => !known.has(mark))
  return [
    ...wrong,
    ...strange.map((mark) => `${mark} arrived and was never queued`),
    ...outOfOrder(rows, arrivals),
  ]
}

/** Returns what is wrong after everything in doubt was sent again: nothing is missing. */
export const judgeSentAgain = (
  before: readonly FedRow[],
  rows: readonly FedRow[],
  arrivals: ReadonlyMap<string, number>,
): readonly string[] => {
  const doubted = new Set(before.flatMap(({ mark, state }) => (state === 'in-doubt' ? [mark] : [])))
  return rows.flatMap(({ mark, state }) => {
    const count = arrivals.get(mark) ?? 0
    const isRight = state === 'sent' && count >= 1 && count <= (doubted.has(mark) ? 2 : 1)
    return isRight ? [] : [`after «send again» ${mark} is ${state} and arrived ${count} times`]
  })
}

/** Of those whose fate was known at once, in each chat. */
function outOfOrder(rows: readonly FedRow[], arrivals: ReadonlyMap<string, number>): readonly string[] {
  const places = new Map([...arrivals.keys()].map((mark, place) => [mark, place]))
  const last = new Map<number, number>()
  return rows.flatMap(({ mark, chat, state }) => {
    const place = places.get(mark)
    if (state !== 'sent' || place === undefined) return []
    const isLate = (last.get(chat) ?? -1) > place
    last.set(chat, Math.max(place, last.get(chat) ?? -1))
    return isLate ? [`${mark} overtook an earlier message to ${chat}`] : []
  })
}

/** Returns which groups got the digest of a week more than once. */
export function digestsTwice({ world: { state } }: SandboxServer): readonly string[] {
  return [...state.logs].flatMap(([chat, { messages }]) => {
    const weeks = [...messages.values()].flatMap(({ caption }) => /· tuần \d+/.exec(caption ?? '')?.[0] ?? [])
    const twice = weeks.filter((week, place) => weeks.indexOf(week) !== place)
    return twice.map((week) => `group ${chat} got the digest of ${week} again`)
  })
}
