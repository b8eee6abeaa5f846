import type { PersonId } from '../domain/brand.ts'
import type { Db } from './context.ts'

/**
 * Leaves of a person the id, under which audit and figures go on, and a name made of it. The Telegram account, the phone, chats,
 * questions, messages to and about them are gone.
 */
export async function forgetPerson(db: Db, id: PersonId, on: string, at: Date): Promise<void> {
  const person = await db.person.findUnique({ where: { id } })
  if (!person || person.deletedAt !== null) return
  if (person.telegramUserId !== null) await forgetChats(db, person.telegramUserId)
  await db.$executeRaw`
    DELETE FROM "Outbox" WHERE "params"->>'person' = ${id} AND "state" <> 'sending'`
  await db.invitation.updateMany({
    where: { OR: [{ claimedBy: id }, { personId: id }] },
    data: { forName: null, phoneHash: null },
  })
  await db.askedQuestion.deleteMany({ where: { askedBy: id, state: 'open' } })
  await db.askedQuestion.updateMany({ where: { askedBy: id }, data: { chatId: 0 } })
  await db.personLook.deleteMany({ where: { personId: id } })
  await db.assignment.updateMany({ where: { personId: id, endedAt: null }, data: { endedAt: at } })
  await db.$executeRaw`
    UPDATE "RoleAssignment" SET "validTo" = GREATEST(${on}::date, "validFrom")
    WHERE "personId" = ${id} AND ("validTo" IS NULL OR "validTo" > ${on}::date)`
  await db.person.update({ where: { id }, data: { ...NOBODY, name: pseudonymOf(id), deletedAt: at } })
}

const NOBODY = {
  searchKey: '',
  telegramUserId: null,
  phone: null,
  phoneHash: null,
  menu: null,
  consentedAt: null,
  declinedAt: null,
  blockedAt: null,
  deleteAfter: null,
} as const

/** Tells two of them apart, and nothing more. */
const pseudonymOf = (id: PersonId): string => `#${id.slice(-6)}`

/** Messages in flight are waited for: their row tells whether they arrived. */
async function forgetChats(db: Db, telegramUserId: bigint): Promise<void> {
  const mine = `%:${telegramUserId}`
  await db.$executeRaw`DELETE FROM "Conversation" WHERE "key" LIKE ${mine}`
  await db.$executeRaw`DELETE FROM "AskTopic" WHERE "key" LIKE ${mine}`
  await db.$executeRaw`DELETE FROM "Outbox" WHERE "chatId" = ${telegramUserId} AND "state" <> 'sending'`
  await db.invitationTry.deleteMany({ where: { telegramUserId } })
}
