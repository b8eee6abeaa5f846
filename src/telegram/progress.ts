import type { Actor } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Progress } from '../domain/digest.ts'
import type { UnitView } from '../domain/org-unit.ts'
import { getPeriod } from '../domain/period.ts'
import { compareProgress } from '../usecases/compare-progress.ts'
import { getProgress } from '../usecases/get-progress.ts'
import type { BotServices } from './services.ts'

/** Returns where a unit stands, as far as the actor may see it. */
export const progressOf = (
  services: BotServices,
  actor: Actor,
  unit: OrgUnitId,
  period: string,
  view: UnitView = 'then',
): Promise<Progress> => getProgress(...asked(services, actor, unit, period, view))

/** The same, with what has changed since the period before. */
export const comparedProgressOf = (
  services: BotServices,
  actor: Actor,
  unit: OrgUnitId,
  period: string,
  view: UnitView = 'then',
): Promise<Progress> => compareProgress(...asked(services, actor, unit, period, view))

const asked = (services: BotServices, actor: Actor, unit: OrgUnitId, period: string, view: UnitView) =>
  [
    { ...services.database, library: services.library, timeZone: services.timeZone },
    { actor, unit, period: getPeriod(period), view, now: services.clock.now() },
  ] as const
