import { randomUUID } from 'node:crypto'
import type { Scope } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { SubmissionRow, SubmissionStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { listCountedValues } from './counted-values.ts'
import { createDraftStore } from './drafts.ts'
import { importSubmissions } from './import-submissions.ts'
import { createRevisionStore } from './revisions.ts'
import { isInScope } from './scope-sql.ts'
import { selectSubmissions } from './submission-sql.ts'

export const createSubmissionStore = (context: StoreContext): SubmissionStore => ({
  ...createDraftStore(context),
  ...createRevisionStore(context),
  find: (scope, id) => findOne(context, scope, Prisma.sql`s."id" = ${id}`),
  findByReceipt: (scope, receipt) => findOne(context, scope, Prisma.sql`s."receipt" = ${receipt}`),
  open: (scope, input, at) => openSubmission(context, scope, input, at),
  importAll: (submissions) => context.atomically((db) => importSubmissions(db, submissions)),
  countedValues: (scope, of) => listCountedValues(context, scope, of),
  list: (scope, { units, forms, periods, states }) => {
    const conditions = [
      isInScope(scope, 's."unitId"', context.today()),
      ...isOneOf('s."unitId"', units),
      ...isOneOf('s."form"', forms),
      ...isOneOf('s."period"', periods),
      ...isOneOf('s."state"', states),
    ]
    return selectSubmissions(context.db, Prisma.join(conditions, ' AND '))
  },
})

const isOneOf = (column: string, wanted: readonly string[] | undefined): Prisma.Sql[] =>
  wanted === undefined ? [] : [Prisma.sql`${Prisma.raw(column)} = ANY(${wanted}::text[])`]

async function findOne(
  context: StoreContext,
  scope: Scope,
  condition: Prisma.Sql,
): Promise<SubmissionRow | undefined> {
  const inScope = isInScope(scope, 's."unitId"', context.today())
  const [row] = await selectSubmissions(context.db, Prisma.sql`${condition} AND ${inScope}`)
  return row
}

/** Throws: unit-not-found when the unit is not in the scope. */
async function openSubmission(
  context: StoreContext,
  scope: Scope,
  input: Parameters<SubmissionStore['open']>[1],
  at: Date,
): Promise<SubmissionRow> {
  const { form, unit, period } = input
  const find = () =>
    findOne(
      context,
      scope,
      Prisma.sql`s."form" = ${form} AND s."unitId" = ${unit} AND s."period" = ${period}`,
    )
  const existing = await find()
  if (existing !== undefined) return existing
  await context.db.$executeRaw`
    INSERT INTO "Submission" ("id", "form", "formVersion", "unitId", "period", "updatedAt")
    SELECT ${randomUUID()}, ${form}, ${input.formVersion}::int, u."id", ${period}, ${at.toISOString()}::timestamptz
    FROM "OrgUnit" u WHERE u."id" = ${unit} AND ${isInScope(scope, 'u."id"', context.today())}
    ON CONFLICT ("form", "unitId", "period") DO NOTHING`
  const opened = await find()
  if (opened === undefined) throw new DomainError('unit-not-found')
  return opened
}
