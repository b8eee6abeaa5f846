import type { Channel, Clock, Database, OutboxRow, SendOutcome, Turn } from './ports.ts'

export interface BeginDeps {
  readonly database: Database
  readonly channel: Channel
  readonly clock: Clock
  readonly instance: string
}

/** A message on its way. */
export interface Sending {
  readonly row: OutboxRow
  readonly fate: Promise<SendOutcome>
}

/** Sends the next due message in this turn, claimed and committed before it leaves; undefined when there is none. Its fate has still to be recorded. */
export async function beginSending(
  { database, clock, instance }: BeginDeps,
  turn: Turn,
): Promise<Sending | undefined> {
  let row: OutboxRow | undefined
  try {
    row = await database.outbox.claimNext(instance, clock.now(), turn.held)
  } finally {
    if (!row) turn.pass()
  }
  return row && { row, fate: turn.send(row) }
}
