import { Context, Telegram, TelegramError } from 'telegraf'
import type { Transport } from './transport.ts'

/** Telegraf's client over the shared transport. */
export class SharedTelegram extends Telegram {
  readonly #transport: Transport
  constructor(transport: Transport, token: string) {
    super(token)
    this.#transport = transport
  }

  override async callApi(...[method, payload]: Parameters<Telegram['callApi']>): Promise<never> {
    const answer = await this.#transport.call(method, payload)
    if (!answer.ok) {
      const { error_code, description } = answer
      throw new TelegramError({ error_code, description }, { method, payload })
    }
    return answer.result as never
  }
}

/** Telegraf builds a client for each update; contexts of this type share one. */
export function contextOver(telegram: Telegram): typeof Context {
  const OverShared = class extends Context {
    constructor(...[update, , botInfo]: ConstructorParameters<typeof Context>) {
      super(update, telegram, botInfo)
    }
  }
  return OverShared as typeof Context
}
