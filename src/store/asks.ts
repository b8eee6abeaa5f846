import type { AskStore } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

export const createAskStore = ({ db }: StoreContext): AskStore => ({
  topic: async (key) => (await db.askTopic.findUnique({ where: { key } }))?.topic,
  setTopic: async (key, topic, at) => {
    const latest = { topic: topic as Prisma.InputJsonValue, at }
    await db.askTopic.upsert({ where: { key }, create: { key, ...latest }, update: latest })
  },
  addQuestion: async ({ askedBy, chatId, unit, text, at }) => {
    await db.askedQuestion.create({ data: { askedBy, chatId, unitId: unit ?? null, text, createdAt: at } })
  },
})
