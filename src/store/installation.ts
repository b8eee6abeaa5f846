import type { InstallationStore } from '../usecases/ports.ts'
import { lifeOf } from './alive-sql.ts'
import type { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

export const createInstallationStore = ({ db, hold }: StoreContext): InstallationStore => ({
  setting: async (key) => (await db.setting.findUnique({ where: { key } }))?.value,
  setSetting: async (key, value) => {
    const json = value as Prisma.InputJsonValue
    await db.setting.upsert({ where: { key }, create: { key, value: json }, update: { value: json } })
  },
  beat: async (id) => {
    await hold?.(lifeOf(id))
    await db.$executeRaw`
      INSERT INTO "Instance" ("id", "startedAt", "seenAt") VALUES (${id}, clock_timestamp(), clock_timestamp())
      ON CONFLICT ("id") DO UPDATE SET "seenAt" = clock_timestamp()`
  },
  forgetInstance: async (id) => {
    await db.instance.deleteMany({ where: { id } })
  },
})
