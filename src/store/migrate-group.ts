import type { Db } from './context.ts'

/**
 * Gives the group, its link, its digests and what is queued for it the id of the supergroup it became. Telling it twice, or after
 * the new one was already seen, changes nothing more. Where both were linked by hand, the new link stays and the old group is left.
 */
export async function migrateGroup(db: Db, from: number, to: number): Promise<void> {
  await db.outbox.updateMany({
    where: { chatId: from, state: { in: ['pending', 'in-doubt', 'failed'] } },
    data: { chatId: to },
  })
  const old = await db.group.findUnique({ where: { chatId: from } })
  if (old === null) return
  const known = await db.group.findUnique({ where: { chatId: to } })
  if (known !== null && known.unitId !== null) {
    await db.group.update({ where: { id: old.id }, data: { state: 'left', unitId: null } })
    return
  }
  if (known !== null) await db.group.delete({ where: { id: known.id } })
  const state = old.unitId === null ? 'seen' : 'linked'
  await db.group.update({ where: { id: old.id }, data: { chatId: to, state } })
}
