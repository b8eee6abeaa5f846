import type { DemoWorld } from '../../src/usecases/demo-world.ts'
import { readDemoWorld } from './demo.ts'

/** The demo's people, all of them in, on a day when nobody has begun this year's forms. */
export async function readFreshWorld(): Promise<DemoWorld> {
  const world = await readDemoWorld()
  return {
    ...world,
    roles: world.roles.map((role) => ({ ...role, state: 'registered' as const })),
    reports: world.reports.filter(({ period }) => period !== '2026'),
  }
}

/** Who sends a unit's figures. */
export const senderOf = ({ roles }: DemoWorld, code: string): number | undefined =>
  roles.find(({ role, unit }) => unit === code && (role === 'principal' || role === 'contributor'))
    ?.telegramId
