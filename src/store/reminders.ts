import type { Scope } from '../domain/access.ts'
import type { SubmissionId } from '../domain/brand.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { AnsweringUnit, Assignment, OwingUnit, Recipient, ReminderStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { unitsReporting } from './reporting-sql.ts'
import { present } from './rows.ts'
import { isInScope, isValidOn } from './scope-sql.ts'
import { WAS_ACCEPTED } from './submission-sql.ts'

export const createReminderStore = (context: StoreContext): ReminderStore => ({
  owing: (scope, form) => selectOwing(context, scope, form),
  answering: (scope, form, elements) => selectAnswering(context, scope, form, elements),
  recipients: (scope, units, roles, since) => selectRecipients(context, scope, units, roles, since),
  assignees: (submissions) => context.db.$queryRaw<Assignment[]>`
    SELECT a."submissionId" AS submission, a."personId" AS person, p."name", a."sections"
    FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId"
    WHERE a."endedAt" IS NULL AND a."submissionId" = ANY(${submissions}::text[]) ORDER BY a."assignedAt", a."id"`,
  mute: async (id, mutedUntil) => {
    await context.db.person.updateMany({ where: { id }, data: { mutedUntil } })
  },
  mutedUntil: async (id) =>
    (await context.db.person.findUnique({ where: { id }, select: { mutedUntil: true } }))?.mutedUntil ??
    undefined,
})

type OwingRecord = OrgUnit & {
  readonly submission: SubmissionId | null
  readonly state: OwingUnit['state'] | null
  readonly isCounted: boolean
}

async function selectOwing(
  { db, today }: StoreContext,
  scope: Scope,
  { form, period, root, kind, levels, on }: Parameters<ReminderStore['owing']>[1],
): Promise<OwingUnit[]> {
  const ofLevels = levels.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`u."levels" && ${levels}::text[]`
  const rows = await db.$queryRaw<OwingRecord[]>`
    SELECT u."id", u."code", u."name", u."levels", s."id" AS submission, s."state",
      s."countedId" IS NOT NULL AND ${WAS_ACCEPTED} AS "isCounted"
    FROM (${unitsReporting(scope, { unit: root, kind, on }, today())}) u
    LEFT JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = ${form} AND s."period" = ${period}
    WHERE ${ofLevels} AND (s."state" IS NULL OR s."state" NOT IN ('confirmed', 'accepted'))
    ORDER BY u."code" COLLATE "C"`
  return rows.map(({ id, code, name, levels: taught, submission, state, isCounted }) => ({
    unit: { id, code, name, levels: taught },
    isCounted,
    ...present({ submission, state: state ?? null }),
  }))
}

async function selectAnswering(
  { db, today }: StoreContext,
  scope: Scope,
  { form, period, root, kind, levels, on }: Parameters<ReminderStore['answering']>[1],
  elements: Parameters<ReminderStore['answering']>[2],
): Promise<AnsweringUnit[]> {
  const ofLevels = levels.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`u."levels" && ${levels}::text[]`
  return db.$queryRaw<AnsweringUnit[]>`
    SELECT jsonb_build_object('id', u."id", 'code', u."code", 'name', u."name", 'levels', u."levels") AS unit, s."id" AS submission,
      ARRAY(SELECT v."element" FROM "DataValue" v WHERE v."revisionId" = r."id" AND v."element" = ANY(${elements}::text[])) AS answered
    FROM (${unitsReporting(scope, { unit: root, kind, on }, today())}) u
    JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = ${form} AND s."period" = ${period}
    JOIN "Revision" r ON r."submissionId" = s."id" AND r."number" = s."revision"
    WHERE ${ofLevels} AND s."state" IN ('submitted', 'confirmed', 'accepted') ORDER BY u."code" COLLATE "C"`
}

interface RecipientRecord {
  readonly person: Recipient['person']
  readonly role: Recipient['role']
  readonly unit: Recipient['unit']
  readonly consentedAt: Date | null
  readonly isBlocked: boolean
  readonly mutedUntil: Date | null
  readonly remindedAt: Date | null
  readonly reminders: number
}

/** Reminders that Telegram refused, or that had nothing to say any more, reached nobody and are not counted. */
async function selectRecipients(
  { db, today }: StoreContext,
  scope: Scope,
  units: Parameters<ReminderStore['recipients']>[1],
  roles: Parameters<ReminderStore['recipients']>[2],
  since: Date,
): Promise<Recipient[]> {
  const rows = await db.$queryRaw<RecipientRecord[]>`
    SELECT jsonb_strip_nulls(jsonb_build_object('id', p."id", 'name', p."name", 'locale', p."locale",
        'telegramUserId', p."telegramUserId")) AS person, r."role", r."unitId" AS unit, p."consentedAt",
      p."blockedAt" IS NOT NULL AS "isBlocked", p."mutedUntil", o."remindedAt", COALESCE(o.reminders, 0)::int AS reminders
    FROM "RoleAssignment" r JOIN "Person" p ON p."id" = r."personId"
    LEFT JOIN LATERAL (
      SELECT max(q."notBefore") AS "remindedAt", count(*) FILTER (WHERE q."createdAt" >= ${since.toISOString()}::timestamptz) AS reminders
      FROM "Outbox" q WHERE q."chatId" = p."telegramUserId" AND q."kind" = 'reminder' AND q."state" NOT IN ('failed', 'dropped')) o ON TRUE
    WHERE r."unitId" = ANY(${units}::text[]) AND r."role" = ANY(${roles}::text[]) AND r."state" = 'active'
      AND p."suspendedAt" IS NULL AND ${isValidOn('r', today())} AND ${isInScope(scope, 'r."unitId"', today())}
    ORDER BY p."name" COLLATE "C", p."id"`
  return rows.map(present)
}
