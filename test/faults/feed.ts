import { randomUUID } from 'node:crypto'
import type { OutboxStore } from '../../src/usecases/ports.ts'
import type { Orders } from './orders.ts'

/** However long a life lasts on a busy machine: what it queues can leave, and the stand-in's world remembers it to the end. */
const MOST_A_LIFE = 20

/** Queues a notice every so often, to one chat after another, each with a mark of its own that is found again in its text. */
export function startFeed(outbox: OutboxStore, { chats, everyMs }: NonNullable<Orders['feed']>): void {
  const life = randomUUID().slice(0, 8)
  let count = 0
  const timer = setInterval(() => {
    const at = new Date()
    const params = { submission: life, form: 'qy-annual', period: '2026', unit: `#${life}.${count}.` }
    const chatId = chats[count++ % chats.length] ?? 0
    const message = { chatId, kind: 'accepted', params, locale: 'vi', priority: 1, notBefore: at } as const
    outbox.enqueue(message, at).catch(() => undefined)
    if (count === MOST_A_LIFE) clearInterval(timer)
  }, everyMs).unref()
}
