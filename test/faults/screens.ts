import type { SandboxServer } from '../../src/sandbox/main.ts'

/** A message of the bot as it stands in a chat. */
export interface Shown {
  readonly id: number
  readonly text: string
  readonly buttons: readonly { readonly text: string; readonly data: string }[]
  /** Place in the ledger, also of its last edit. */
  readonly seq: number
}

type Listener = (shown: Shown) => void

/** What the bot last showed in each chat, in the order of the ledger. */
export class Screens {
  readonly #latest = new Map<number, Shown>()
  readonly #listeners = new Map<number, Set<Listener>>()

  constructor({ world }: SandboxServer) {
    world.changes.on('entry', (entry) => {
      if (entry.kind !== 'message' && entry.kind !== 'edit') return
      const { message, seq } = entry
      if (message.from.id !== world.state.bot.id) return
      const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
      const shown: Shown = {
        id: message.message_id,
        text: message.text ?? message.caption ?? '',
        buttons: buttons.flatMap(({ text, callback_data: data }) =>
          data === undefined ? [] : [{ text, data }],
        ),
        seq,
      }
      this.#latest.set(message.chat.id, shown)
      for (const tell of this.#listeners.get(message.chat.id) ?? []) tell(shown)
    })
  }

  latest(chatId: number): Shown | undefined {
    return this.#latest.get(chatId)
  }

  /** Tells of everything shown in the chat from now on. */
  watch(chatId: number, listener: Listener): () => void {
    const listeners = this.#listeners.get(chatId) ?? new Set()
    this.#listeners.set(chatId, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Returns what is shown next after `seq`; undefined when nothing is within the time. */
  next(chatId: number, seq: number, withinMs: number): Promise<Shown | undefined> {
    const latest = this.latest(chatId)
    if (latest && latest.seq > seq) return Promise.resolve(latest)
    return new Promise((resolve) => {
      const finish = (shown?: Shown) => {
        clearTimeout(timer)
        leave()
        resolve(shown)
      }
      const timer = setTimeout(finish, withinMs)
      const leave = this.watch(chatId, finish)
    })
  }
}
