import type { PlanStore, StoredPack } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

export const createPlanStore = ({ db }: StoreContext): PlanStore => ({
  list: (): Promise<StoredPack[]> =>
    db.planPack.findMany({
      orderBy: { code: 'asc' },
      select: { code: true, key: true, checksum: true, content: true },
    }),
  versions: () => db.planPack.findMany({ orderBy: { code: 'asc' }, select: { code: true, checksum: true } }),
  save: async ({ code, key, checksum, content }, at) => {
    const pack = { key, checksum, content: content as Prisma.InputJsonValue, loadedAt: at }
    await db.planPack.upsert({ where: { code }, create: { code, ...pack }, update: pack })
  },
  localDeadlines: async () => {
    const rows = await db.localDeadline.findMany()
    return new Map(rows.map((row) => [`${row.form} ${row.period}`, row.dueOn.toISOString().slice(0, 10)]))
  },
  setLocalDeadline: async (form, period, dueOn, by, at) => {
    const deadline = { dueOn: new Date(`${dueOn}T00:00:00Z`), setBy: by ?? null, setAt: at }
    await db.localDeadline.upsert({
      where: { form_period: { form, period } },
      create: { form, period, ...deadline },
      update: deadline,
    })
  },
  removeLocalDeadline: async (form, period) => {
    await db.localDeadline.deleteMany({ where: { form, period } })
  },
})
