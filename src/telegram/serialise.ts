import type { Context, MiddlewareFn } from 'telegraf'

/** Updates of one chat run one after another, chats in parallel. First in the chain. */
export function serialiseByChat(): MiddlewareFn<Context> {
  const tails = new Map<string, Promise<unknown>>()
  return async (ctx, next) => {
    const key = (ctx.chat ?? ctx.from)?.id.toString()
    if (key === undefined) return next()
    const mine = (tails.get(key) ?? Promise.resolve()).then(next, next)
    tails.set(key, mine)
    try {
      await mine
    } finally {
      if (tails.get(key) === mine) tails.delete(key)
    }
  }
}
