import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { planForm } from '../../src/domain/form-plan.ts'
import { loadPlanFolder } from '../../src/plans/index.ts'
import { type DemoWorld, parseDemoWorld } from '../../src/usecases/demo-world.ts'
import { Filler } from './filler.ts'

export const WORLD_FILE = fileURLToPath(new URL('../../prisma/demo/world.json', import.meta.url))
const PLANS = fileURLToPath(new URL('../../prisma/plans', import.meta.url))
const FORM = 'qy-annual'
const PERIOD = '2026'

/** Who plays: principals who have not begun, the officers who review, the administrator; and the groups of the digests. */
export interface Cast {
  readonly world: DemoWorld
  /** New ones for each run: they remember what they did. */
  fillers(count: number): Filler[]
  readonly officers: readonly number[]
  readonly administrator: number
  readonly groups: readonly number[]
  unitName(code: string): string
}

/** Returns the cast of the demo world; of another day of it where one is given. */
export async function readCast(
  world: DemoWorld = parseDemoWorld(JSON.parse(readFileSync(WORLD_FILE, 'utf8'))),
): Promise<Cast> {
  const library = await loadPlanFolder(PLANS)
  if ('problems' in library) throw new Error('the shipped plans have problems')
  const form = library.plans.flatMap((plan) => plan.forms).find(({ code }) => code === FORM)
  if (!form) throw new Error(`no form ${FORM}`)
  const places = idlePrincipals(world)
  const holders = (role: string, unit: string) =>
    world.roles.filter((each) => each.role === role && each.unit === unit).map(({ telegramId }) => telegramId)
  const [administrator] = holders('admin', 'QN')
  if (administrator === undefined) throw new Error('the demo world has no administrator')
  return {
    world,
    fillers: (count) => {
      if (count > places.length) throw new Error(`only ${places.length} people can play`)
      return places.slice(0, count).map(
        ({ telegramId, unit, levels }, place) =>
          new Filler({
            personId: telegramId,
            unitCode: unit,
            form: FORM,
            planned: planForm(form, levels),
            place,
          }),
      )
    },
    officers: holders('officer', 'QY'),
    administrator,
    groups: world.groups.map(({ chatId }) => chatId),
    unitName: (code) => world.units.find((unit) => unit.code === code)?.name ?? code,
  }
}

/** Principals of schools whose figures the district accepts and nobody has begun to enter. */
function idlePrincipals({ units, roles, reports }: DemoWorld) {
  const current = reports.find(({ form, period }) => form === FORM && period === PERIOD)
  const begun = new Set([
    ...(current?.accepted ?? []),
    ...(current?.confirmed ?? []),
    ...(current?.submitted ?? []),
    ...(current?.draft ?? []),
    ...(current?.returned ?? []).map(({ unit }) => unit),
  ])
  return roles.flatMap(({ telegramId, role, unit, state }) => {
    const school = units.find(({ code, kind }) => code === unit && kind === 'school')
    const isIdle = school && !begun.has(unit) && !school.levels.includes('upper-secondary')
    return isIdle && role === 'principal' && state === 'registered'
      ? [{ telegramId, unit, levels: school.levels }]
      : []
  })
}
