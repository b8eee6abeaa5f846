import { collectDefaultMetrics, Registry } from 'prom-client'

/** Returns a registry with what Node tells of itself. */
export function createMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}
