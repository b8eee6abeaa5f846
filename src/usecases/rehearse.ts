import type { Database, Stores } from './ports.ts'

class Rehearsed<Result> extends Error {
  readonly result: Result
  constructor(result: Result) {
    super('rolled back after a preview')
    this.result = result
  }
}

/** Does the work in one transaction. A preview is the real thing rolled back, so that it cannot promise something else than what happens. */
export async function writeOrRehearse<Result>(
  database: Database,
  apply: boolean,
  work: (stores: Stores) => Promise<Result>,
  how?: { readonly timeoutMs: number },
): Promise<Result> {
  if (apply) return database.transaction(work, how)
  try {
    return await database.transaction(async (stores) => {
      throw new Rehearsed(await work(stores))
    }, how)
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as Result
    throw error
  }
}
