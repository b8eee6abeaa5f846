import type { Context } from 'grammy'
import type { FormConversation, Step } from './bridge.ts'
import { type Input, nextInput } from './input.ts'
import { showView, type Viewed } from './show.ts'

/** One question's exchange: shows views and waits for inputs, always on the newest context. */
export class Dialogue {
  readonly #conversation: FormConversation
  readonly #step: Step
  readonly #at: number
  #ctx: Context
  #tapped: string | undefined

  constructor(conversation: FormConversation, ctx: Context, step: Step, at: number) {
    this.#conversation = conversation
    this.#ctx = ctx
    this.#step = step
    this.#at = at
  }

  get ctx(): Context {
    return this.#ctx
  }

  /** Shows the view and waits for what comes back. `below`: the message that was tapped stays in sight. */
  async ask(view: Viewed, place?: 'below'): Promise<Input> {
    showView(this.#step, this.#ctx, view, place)
    const { ctx, input } = await nextInput(this.#conversation, this.#step, this.#at, this.#tapped)
    this.#ctx = ctx
    this.#tapped = ctx.callbackQuery?.data
    return input
  }

  /** Shows the view and ends with it. */
  show(view: Viewed): void {
    showView(this.#step, this.#ctx, view)
  }
}
