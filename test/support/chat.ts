import type { SandboxServer } from '../../src/sandbox/main.ts'

/** A message as the person sees it. */
export interface Seen {
  readonly message_id: number
  readonly from: { readonly id: number }
  readonly date: number
  readonly text?: string
  readonly caption?: string
  readonly photo?: readonly { readonly file_id: string }[]
  readonly edit_date?: number
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly { readonly text: string; readonly callback_data?: string; readonly url?: string }[])[] }
}

const PATIENCE_MS = 10_000

/** One person in one chat: says, presses, and waits for what comes back. */
export class Chat {
  readonly #sandbox: SandboxServer
  readonly personId: number
  readonly chatId: number

  constructor(sandbox: SandboxServer, personId: number, chatId: number) {
    this.#sandbox = sandbox
    this.personId = personId
    this.chatId = chatId
  }

  /** Says it and returns the bot's last message once it has answered. */
  async say(text: string): Promise<Seen> {
    return this.#after(() => this.#act('messages', { text }))
  }

  async open(payload: string): Promise<Seen> {
    return this.#after(() => this.#act('start', { payload }))
  }

  /** Presses the newest button with this text (or a part of it) and returns the message that follows. */
  async press(text: string): Promise<Seen> {
    const button = (await this.messages()).reverse().flatMap((message) => buttonsOf(message)).find((each) => each.text.includes(text))
    if (!button?.callback_data) throw new Error(`no button «${text}»; last: ${JSON.stringify((await this.messages()).at(-1))}`)
    const data = button.callback_data
    return this.#after(() => this.#act('press', { data }))
  }

  async shareContact(): Promise<Seen> {
    return this.#after(() => this.#act('contact', {}))
  }

  /** Without waiting for an answer. */
  async sayOnly(text: string): Promise<void> {
    await this.#act('messages', { text })
  }

  async messages(): Promise<Seen[]> {
    const response = await fetch(`${this.#sandbox.url}/sandbox/chats/${this.chatId}`)
    return ((await response.json()) as { messages: Seen[] }).messages
  }

  /** Returns the bot's messages in this chat, oldest first. */
  async fromBot(): Promise<Seen[]> {
    const { id } = this.#sandbox.world.state.bot
    return (await this.messages()).filter((message) => message.from.id === id)
  }

  /** Waits until a message of the bot fits. */
  async until(fits: (message: Seen) => boolean, what: string): Promise<Seen> {
    const end = Date.now() + PATIENCE_MS
    while (Date.now() < end) {
      const found = (await this.fromBot()).reverse().find(fits)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`waited in vain for ${what}; last: ${JSON.stringify((await this.messages()).slice(-2))}`)
  }

  /** The bot has answered when its newest message is another, or was edited, and nothing followed for a moment. */
  async #after(act: () => Promise<unknown>): Promise<Seen> {
    const before = stampOf(await this.fromBot())
    await act()
    const end = Date.now() + PATIENCE_MS
    let stamp = before
    while (Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      const now = await this.fromBot()
      const next = stampOf(now)
      const last = newest(now)
      if (next !== before && next === stamp && last) return last
      stamp = next
    }
    throw new Error(`no answer; last: ${JSON.stringify((await this.messages()).at(-1))}`)
  }

  async #act(action: string, wish: object): Promise<unknown> {
    const response = await fetch(`${this.#sandbox.url}/sandbox/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: this.personId, chatId: this.chatId, ...wish }),
    })
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`)
    return response.json()
  }
}

export const textOf = (message: Seen): string => message.text ?? message.caption ?? ''
export const buttonsOf = (message: Seen) => (message.reply_markup?.inline_keyboard ?? []).flat()

const stampOf = (messages: readonly Seen[]): string => JSON.stringify(messages.map((message) => [message.message_id, textOf(message), buttonsOf(message)]))

/** The last one sent or edited. */
const newest = (messages: readonly Seen[]): Seen | undefined =>
  [...messages].sort((a, b) => (a.edit_date ?? a.date) - (b.edit_date ?? b.date) || a.message_id - b.message_id).at(-1)
