import { scopeFor } from '../../domain/access.ts'
import type { SubmissionId } from '../../domain/brand.ts'
import { DomainError } from '../../domain/errors.ts'
import { planForm } from '../../domain/form-plan.ts'
import type { OrgUnit } from '../../domain/org-unit.ts'
import { assignForm, endAssignment, listAssignees } from '../../usecases/assign-form.ts'
import { getSession, openForm } from '../../usecases/open-form.ts'
import type { Person } from '../../usecases/ports.ts'
import type { BotContext } from '../context.ts'
import { delegateForm } from '../conversations/delegate.ts'
import type { BotServices, ButtonHandler } from '../services.ts'
import { assigneesView, deputiesView, sectionsView } from '../views/assign.ts'
import { findAction } from './find-action.ts'

type WorkAction = (services: BotServices, ctx: BotContext, parts: readonly string[]) => Promise<void>

const ACTIONS: Readonly<Record<string, WorkAction>> = {
  async form(services, ctx, [form = '', period = '', code]) {
    const unit = await getUnit(services, ctx, code)
    const { submission } = await openForm(services, ctx.state.actor, { form, period, unit: unit.id })
    await showAssignees(services, ctx, submission)
  },
  async to(services, ctx, [index = '', id]) {
    const { teacher, planned } = await getTeacher(services, ctx, id, index)
    await services.screen.show(ctx, sectionsView(ctx.state.t, id ?? '', index, teacher, planned))
  },
  async give(services, ctx, [index = '', which, id]) {
    const { teacher, planned } = await getTeacher(services, ctx, id, index)
    const sections = [...new Set(planned.map(({ section }) => section.id))]
    const chosen = which === '*' ? [] : sections.filter((_, at) => String(at) === which)
    await assignForm(services, ctx.state.actor, {
      submission: id as SubmissionId,
      person: teacher.id,
      sections: chosen,
    })
    await showAssignees(services, ctx, id)
  },
  async end(services, ctx, [index = '', , id]) {
    const { teacher } = await getTeacher(services, ctx, id, index)
    await endAssignment(services, ctx.state.actor, id as SubmissionId, teacher.id)
    await showAssignees(services, ctx, id)
  },
  async deputy(services, ctx, [code]) {
    const unit = await getUnit(services, ctx, code)
    const teachers = await listAssignees(services.database, ctx.state.actor, unit.id)
    await services.screen.show(ctx, deputiesView(ctx.state.t, unit.code, teachers))
  },
  async dates(services, ctx, [index = '', code]) {
    const unit = await getUnit(services, ctx, code)
    const teacher = (await listAssignees(services.database, ctx.state.actor, unit.id))[Number(index)]
    if (!teacher) throw new DomainError('not-allowed')
    await services.bridge.enter(ctx, delegateForm(services), {
      formVersion: 1,
      unit: unit.id,
      person: teacher.id,
      name: teacher.name,
    })
  },
}

/** Buttons of /giaoviec. */
export const teamworkButton: ButtonHandler = {
  prefix: 'w',
  async run(services, ctx, [action = '', ...parts]) {
    await findAction(ACTIONS, action)(services, ctx, parts)
  },
}

async function showAssignees(services: BotServices, ctx: BotContext, id: string | undefined): Promise<void> {
  const { row } = await getSession(services, ctx.state.actor, id as SubmissionId)
  const given = await services.database.assignments.ofSubmission(row.id)
  const teachers = await listAssignees(services.database, ctx.state.actor, row.unit)
  await services.screen.show(ctx, assigneesView(ctx.state.t, row.id, given, teachers))
}

async function getTeacher(services: BotServices, ctx: BotContext, id: string | undefined, index: string) {
  const { session, row } = await getSession(services, ctx.state.actor, id as SubmissionId)
  const teacher: Person | undefined = (await listAssignees(services.database, ctx.state.actor, row.unit))[
    Number(index)
  ]
  if (!teacher) throw new DomainError('not-allowed')
  return { teacher, planned: planForm(services.library.form(row.form).form, session.levels) }
}

async function getUnit(services: BotServices, ctx: BotContext, code: string | undefined): Promise<OrgUnit> {
  const unit = await services.database.units.findByCode(scopeFor(ctx.state.actor, 'assign-form'), code ?? '')
  if (!unit) throw new DomainError('unit-not-found')
  return unit
}
