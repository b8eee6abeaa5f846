import { scopeFor } from '../domain/access.ts'
import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import { type AuditQuestion, exportAudit, readAudit } from '../usecases/read-audit.ts'
import type { BotContext } from './context.ts'
import type { BotServices } from './services.ts'
import { auditPeopleView, auditView } from './views/audit.ts'

/** Shows a page of the audit. `filter`: `p<person>`, `u<unit>` or empty, as buttons carry it. */
export async function showAudit(
  services: BotServices,
  ctx: BotContext,
  days: number,
  page: number,
  filter: string,
): Promise<void> {
  const { t, actor } = ctx.state
  const found = await readAudit(services, actor, questionOf(days, filter), page)
  const name = await nameOf(services, ctx, filter)
  const { timeZone } = services
  await services.screen.show(
    ctx,
    auditView(t, { ...found, days, page, filter, timeZone, ...(name !== undefined && { name }) }),
  )
}

/** Finds whom the words after the command mean: a unit's code, or part of a person's name. */
export async function findInAudit(services: BotServices, ctx: BotContext, words: string): Promise<void> {
  const scope = scopeFor(ctx.state.actor, 'see-audit')
  const unit = await services.database.units.findByCode(scope, words)
  if (unit) return showAudit(services, ctx, WEEK, 0, `u${unit.id}`)
  const people = await services.database.audit.actors(scope, words, MOST_PEOPLE)
  const [only] = people
  if (only && people.length === 1) return showAudit(services, ctx, WEEK, 0, `p${only.id}`)
  await services.screen.show(ctx, auditPeopleView(ctx.state.t, people))
}

/** Sends all of it as a file. */
export async function sendAudit(
  services: BotServices,
  ctx: BotContext,
  days: number,
  filter: string,
): Promise<void> {
  const { t, actor, locale } = ctx.state
  const entries = await exportAudit(services, actor, questionOf(days, filter))
  const bytes = await services.auditWriter.write(entries, locale)
  const filename = `nhat-ky-${services.clock.now().toISOString().slice(0, 10)}.xlsx`
  await services.screen.sendFile(ctx, { bytes, filename }, t('operate:audit.file', { count: entries.length }))
}

export const WEEK = 7
const MOST_PEOPLE = 8

const questionOf = (days: number, filter: string): AuditQuestion => ({
  days,
  ...(filter.startsWith('p') && { actor: filter.slice(1) as PersonId }),
  ...(filter.startsWith('u') && { unit: filter.slice(1) as OrgUnitId }),
})

async function nameOf(services: BotServices, ctx: BotContext, filter: string): Promise<string | undefined> {
  const scope = scopeFor(ctx.state.actor, 'see-audit')
  const id = filter.slice(1)
  if (filter.startsWith('u')) return (await services.database.units.find(scope, id as OrgUnitId))?.name
  if (!filter.startsWith('p')) return undefined
  const known = await services.database.audit.page(scope, { actor: id as PersonId, limit: 1 })
  return known[0]?.actorName
}
