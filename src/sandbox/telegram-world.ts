import { EventEmitter } from 'node:events'
import { applyEvent } from './apply-event.ts'
import { type RealClock, SandboxClock } from './clock.ts'
import { Ledger, type LedgerEntry } from './ledger.ts'
import type { Update, UpdateContent } from './types.ts'
import type { WorldEvent } from './world-event.ts'
import type { WorldFile } from './world-file.ts'
import { buildState, type WorldState } from './world-state.ts'

const REMEMBERED_ENTRIES = 3000
/** Delivered only when asked for by name, as Telegram does. */
const ONLY_ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count']

/** The world behind the Bot API: its state, its clock and the ledger that both survive by. */
export class TelegramWorld {
  #state: WorldState
  readonly clock: SandboxClock
  readonly dataDir: string
  readonly file: WorldFile
  /** The newest entries, oldest first. */
  readonly entries: LedgerEntry[] = []
  /** Emits `entry` with each new LedgerEntry. */
  readonly changes = new EventEmitter<{ entry: [LedgerEntry] }>()
  readonly #ledger: Ledger
  #seq = 0

  constructor(options: { dataDir: string; world: WorldFile; realClock?: RealClock }) {
    this.dataDir = options.dataDir
    this.file = options.world
    this.#state = buildState(options.world)
    this.clock = new SandboxClock(options.realClock)
    this.changes.setMaxListeners(0)
    this.#ledger = new Ledger(options.dataDir)
    for (const entry of this.#ledger.earlier.splice(0)) this.#take(entry)
    if (this.#seq === 0) this.setTime(Date.parse(options.world.startsAt))
  }

  get state(): WorldState {
    return this.#state
  }

  /** Returns the order number of the newest entry; 0 before the first. */
  get revision(): number {
    return this.#seq
  }

  /** Makes something happen: kept in the ledger, applied to the state, told to listeners. */
  record(event: WorldEvent): LedgerEntry {
    if (event.kind === 'clock') this.clock.setOffset(event.offsetMs)
    const entry: LedgerEntry = { ...event, seq: this.#seq + 1, at: new Date(this.clock.now()).toISOString() }
    this.#ledger.append(entry)
    this.#take(entry)
    this.changes.emit('entry', entry)
    return entry
  }

  /** Moves the simulated clock to a moment in milliseconds; it runs on from there. */
  setTime(moment: number): void {
    this.record({ kind: 'clock', offsetMs: this.clock.offsetTo(moment) })
  }

  /**
   * Queues an update for the bot and returns it.
   * Missing: undefined when the bot has not asked for this type.
   */
  pushUpdate(content: UpdateContent): Update | undefined {
    const type = Object.keys(content)[0] ?? ''
    const allowed = this.state.allowedUpdates
    const isWanted = allowed.length === 0 ? !ONLY_ON_REQUEST.includes(type) : allowed.includes(type)
    if (!isWanted) return undefined
    const update = { update_id: this.state.lastUpdateId + 1, ...content }
    this.record({ kind: 'update', update, queuedAt: this.clock.now() })
    return update
  }

  /** Forgets everything: the world is as on its first day, at its first moment. */
  reset(): void {
    this.#ledger.clear()
    const { lastUpdateId } = this.#state
    this.#state = buildState(this.file)
    // Updates are numbered on: a poller that lives through this must not take new ones for old.
    this.#state.lastUpdateId = lastUpdateId
    this.entries.length = 0
    this.setTime(Date.parse(this.file.startsAt))
    this.record({ kind: 'reset' })
  }

  close(): void {
    this.#ledger.close()
  }

  #take(entry: LedgerEntry): void {
    this.#seq = entry.seq
    if (entry.kind === 'clock') this.clock.setOffset(entry.offsetMs)
    applyEvent(this.#state, entry)
    this.entries.push(entry)
    if (this.entries.length > REMEMBERED_ENTRIES) this.entries.splice(0, REMEMBERED_ENTRIES / 3)
  }
}
