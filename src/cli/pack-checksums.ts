import type { Catalogue, Plan } from '../domain/plan.ts'
import { CATALOGUE_CODE } from '../usecases/load-plans.ts'
import type { Secrets } from '../usecases/ports.ts'

/** Returns a checksum of each pack's content as read, by its code; comments and layout of the files do not matter. */
export function checksumsOf(
  { catalogue, plans }: { readonly catalogue: Catalogue; readonly plans: readonly Plan[] },
  secrets: Pick<Secrets, 'hash'>,
): Readonly<Record<string, string>> {
  const all = [[CATALOGUE_CODE, catalogue] as const, ...plans.map((plan) => [plan.code, plan] as const)]
  return Object.fromEntries(all.map(([code, content]) => [code, secrets.hash(JSON.stringify(content))]))
}
