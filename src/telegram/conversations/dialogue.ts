import type { Context } from 'grammy'
import type { View } from '../views/view.ts'
import type { FormConversation } from './bridge.ts'
import { type Input, nextInput } from './input.ts'
import { showView } from './show.ts'

/** One question's exchange: shows views and waits for inputs, always on the newest context. */
export class Dialogue {
  readonly #conversation: FormConversation
  readonly #at: number
  #ctx: Context
  #tapped: string | undefined

  constructor(conversation: FormConversation, ctx: Context, at: number) {
    this.#conversation = conversation
    this.#ctx = ctx
    this.#at = at
  }

  get ctx(): Context {
    return this.#ctx
  }

  /** Shows the view and waits for what comes back. */
  async ask(view: View): Promise<Input> {
    await showView(this.#ctx, view)
    const { ctx, input } = await nextInput(this.#conversation, this.#at, this.#tapped)
    this.#ctx = ctx
    this.#tapped = ctx.callbackQuery?.data
    return input
  }
}
