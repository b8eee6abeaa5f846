import type { Assignment, AssignmentStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

const SELECT_ASSIGNMENT = Prisma.sql`SELECT a."submissionId" AS submission, a."personId" AS person, p."name", a."sections"
  FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId" WHERE a."endedAt" IS NULL AND`

export const createAssignmentStore = ({ db }: StoreContext): AssignmentStore => ({
  assign: async ({ submission, person, sections, by }, at) => {
    const given = { sections: [...sections], assignedBy: by, assignedAt: at, endedAt: null }
    await db.assignment.upsert({
      where: { submissionId_personId: { submissionId: submission, personId: person } },
      create: { submissionId: submission, personId: person, ...given },
      update: given,
    })
  },
  end: async (submissionId, personId, endedAt) => {
    await db.assignment.updateMany({ where: { submissionId, personId, endedAt: null }, data: { endedAt } })
  },
  ofPerson: (person) =>
    db.$queryRaw<Assignment[]>`${SELECT_ASSIGNMENT} a."personId" = ${person} ORDER BY a."assignedAt", a."id"`,
  ofSubmission: (submission) =>
    db.$queryRaw<
      Assignment[]
    >`${SELECT_ASSIGNMENT} a."submissionId" = ${submission} ORDER BY p."name", a."id"`,
})
