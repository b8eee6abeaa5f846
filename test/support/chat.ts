import { setTimeout as sleep } from 'node:timers/promises'
import type { SandboxServer } from '../../src/sandbox/main.ts'
import { postControl } from './stage.ts'

/** A message as the person sees it. */
export interface Seen {
  readonly message_id: number
  readonly from: { readonly id: number }
  readonly date: number
  readonly text?: string
  readonly caption?: string
  readonly document?: { readonly file_id: string; readonly file_name: string }
  readonly photo?: readonly { readonly file_id: string; readonly width: number; readonly height: number }[]
  readonly edit_date?: number
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly SeenButton[])[] }
}

export interface SeenButton {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
}

const PATIENCE_MS = 90_000
const LOOK_MS = 5

/** One person in one chat: says, presses, and waits until the bot is done with it. */
export class Chat {
  readonly #sandbox: SandboxServer
  readonly personId: number
  readonly chatId: number

  constructor(sandbox: SandboxServer, personId: number, chatId: number) {
    this.#sandbox = sandbox
    this.personId = personId
    this.chatId = chatId
  }

  /** Says it and returns the bot's last word. Throws when the bot says nothing. */
  say(text: string, wish: object = {}): Promise<Seen> {
    return this.#answerTo('messages', { text, ...wish })
  }

  /** Opens the bot by a link with this payload. */
  open(payload: string): Promise<Seen> {
    return this.#answerTo('start', { payload })
  }

  /** Presses the newest button with this text (or a part of it) and returns the bot's last word. */
  async press(text: string): Promise<Seen> {
    return this.#answerTo('press', await this.#tapOn(text))
  }

  /** Presses a button of a message further up. */
  pressOld(message: Seen, text: string): Promise<Seen> {
    return this.#answerTo('press', tapOn(message, text))
  }

  shareContact(wish: object = {}): Promise<Seen> {
    return this.#answerTo('contact', wish)
  }

  sendDocument(fileName: string, content: string | Uint8Array): Promise<Seen> {
    return this.#answerTo('document', { fileName, contentBase64: Buffer.from(content).toString('base64') })
  }

  /** Returns the file of a message, as the bot sent it. */
  async fileOf({ document }: Seen): Promise<Uint8Array> {
    if (!document) throw new Error('there is no file in this message')
    const { url, token } = this.#sandbox
    const found = await (await fetch(`${url}/bot${token}/getFile?file_id=${document.file_id}`)).json()
    const { file_path } = (found as { result: { file_path: string } }).result
    return new Uint8Array(await (await fetch(`${url}/file/bot${token}/${file_path}`)).arrayBuffer())
  }

  /** Says it, and returns when the bot is done with it, whether it answered or not. */
  async tell(text: string, wish: object = {}): Promise<void> {
    await this.#settled(await this.#act('messages', { text, ...wish }))
  }

  /** Presses it, of the newest message or the one given, and returns when the bot is done with it, answer or none. */
  async tap(text: string, message?: Seen): Promise<void> {
    await this.#settled(await this.#act('press', message ? tapOn(message, text) : await this.#tapOn(text)))
  }

  /** Taps so fast that the first tap is not answered yet. */
  async tapTwice(text: string): Promise<void> {
    const wish = await this.#tapOn(text)
    const first = await this.#act('press', wish)
    const second = await this.#act('press', wish)
    await this.#settled(first)
    await this.#settled(second)
  }

  /** Returns the keyboard under the field where one types, as JSON; «null» without one. */
  async keyboard(): Promise<string> {
    const response = await fetch(`${this.#sandbox.url}/sandbox/chats/${this.chatId}`)
    return JSON.stringify(((await response.json()) as { keyboard: unknown }).keyboard)
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

  /** Returns the bot's newest message. */
  async last(): Promise<Seen> {
    const last = (await this.fromBot()).at(-1)
    if (!last) throw new Error('the bot has said nothing yet')
    return last
  }

  /** Waits until a message of the bot fits. */
  async until(fits: (message: Seen) => boolean, what: string): Promise<Seen> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS * 4)) {
      const found = (await this.fromBot()).reverse().find(fits)
      if (found) return found
    }
    throw new Error(`waited in vain for ${what}; last: ${JSON.stringify((await this.messages()).slice(-2))}`)
  }

  async #tapOn(text: string): Promise<object> {
    const { id } = this.#sandbox.world.state.bot
    const newest = (await this.messages())
      .reverse()
      .find((message) => message.from.id === id && findButton(message, text))
    if (!newest)
      throw new Error(`no button «${text}»; last: ${JSON.stringify((await this.messages()).at(-1))}`)
    return tapOn(newest, text)
  }

  /** What the bot said or changed by the time it was done with the update. */
  async #answerTo(action: string, wish: object): Promise<Seen> {
    const before = new Map((await this.fromBot()).map((message) => [message.message_id, stampOf(message)]))
    await this.#settled(await this.#act(action, wish))
    const changed = (await this.fromBot()).filter(
      (message) => before.get(message.message_id) !== stampOf(message),
    )
    const last = changed.sort((a, b) => timeOf(a) - timeOf(b) || a.message_id - b.message_id).at(-1)
    if (!last)
      throw new Error(
        `no answer to ${action} ${JSON.stringify(wish)}; last: ${JSON.stringify((await this.messages()).at(-1))}`,
      )
    return last
  }

  #act(action: string, wish: object): Promise<Record<string, unknown>> {
    return postControl(this.#sandbox, action, { personId: this.personId, chatId: this.chatId, ...wish })
  }

  /** An update is forgotten once the bot has acknowledged it, which it does when it is done with it. */
  async #settled({ updateId }: Record<string, unknown>): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
      if (!this.#sandbox.world.state.pending.some(({ update }) => update.update_id === updateId)) return
    }
    throw new Error(`the bot is not done with update ${String(updateId)}`)
  }
}

export const textOf = (message: Seen): string => message.text ?? message.caption ?? ''
export const buttonsOf = (message: Seen): readonly SeenButton[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat()
export const labelsOf = (message: Seen): readonly string[] => buttonsOf(message).map(({ text }) => text)

/** The button of exactly this text, else the first that has it within. */
const findButton = (message: Seen, text: string): SeenButton | undefined =>
  buttonsOf(message).find((each) => each.text === text) ??
  buttonsOf(message).find((each) => each.text.includes(text))

function tapOn(message: Seen, text: string): { readonly messageId: number; readonly data: string } {
  const data = findButton(message, text)?.callback_data
  if (data === undefined) throw new Error(`no button «${text}» under ${JSON.stringify(message)}`)
  return { messageId: message.message_id, data }
}

const stampOf = (message: Seen): string => JSON.stringify([textOf(message), message.reply_markup])
const timeOf = (message: Seen): number => message.edit_date ?? message.date
