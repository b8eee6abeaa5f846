import type { InstallationStore } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

export const createInstallationStore = ({ db }: StoreContext): InstallationStore => ({
  setting: async (key) => (await db.setting.findUnique({ where: { key } }))?.value,
  setSetting: async (key, value) => {
    const json = value as Prisma.InputJsonValue
    await db.setting.upsert({ where: { key }, create: { key, value: json }, update: { value: json } })
  },
  beat: async (id, now) => {
    await db.instance.upsert({
      where: { id },
      create: { id, startedAt: now, seenAt: now },
      update: { seenAt: now },
    })
  },
  forgetInstance: async (id) => {
    await db.instance.deleteMany({ where: { id } })
  },
})
