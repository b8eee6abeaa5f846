import pg from 'pg'

const MOST_TOGETHER = 64

interface Waiting<Input, Result> {
  readonly input: Input
  readonly resolve: (result: Result) => void
  readonly reject: (problem: unknown) => void
}

export interface Batches<Input, Result> {
  /** One statement for all; answers in the order of the inputs. */
  readonly run: (inputs: readonly Input[]) => Promise<readonly Result[]>
  /** What a call touches: two that share a name never go together. */
  readonly touches: (input: Input) => readonly string[]
  /** Statements under way at a time. */
  readonly lanes: number
}

/**
 * Returns a function that answers calls together: those that come in one turn of the event loop, or while a statement is under way, go
 * as one, so that a crowd costs few statements and few commits, and somebody alone waits for nobody. Where the database refuses one, each is tried
 * alone, so that only the one at fault fails.
 */
export function inBatches<Input, Result>({ run, touches, lanes }: Batches<Input, Result>) {
  let waiting: readonly Waiting<Input, Result>[] = []
  let busy = 0

  function next(): void {
    if (busy === lanes || waiting.length === 0) return
    const batch = pick(waiting, touches)
    waiting = waiting.filter((each) => !batch.includes(each))
    busy += 1
    void answer(batch, run).finally(() => {
      busy -= 1
      next()
    })
  }

  return (input: Input): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting = [...waiting, { input, resolve, reject }]
      setImmediate(next)
    })
}

/** The first to have come, as many as go together. */
function pick<Input, Result>(
  waiting: readonly Waiting<Input, Result>[],
  touches: (input: Input) => readonly string[],
): readonly Waiting<Input, Result>[] {
  const touched = new Set<string>()
  const batch: Waiting<Input, Result>[] = []
  for (const each of waiting) {
    const names = touches(each.input)
    const isApart = names.every((name) => !touched.has(name))
    for (const name of names) touched.add(name)
    if (isApart) batch.push(each)
    if (batch.length === MOST_TOGETHER) break
  }
  return batch
}

async function answer<Input, Result>(
  batch: readonly Waiting<Input, Result>[],
  run: Batches<Input, Result>['run'],
): Promise<void> {
  try {
    const results = await run(batch.map(({ input }) => input))
    for (const [place, { resolve }] of batch.entries()) resolve(results[place] as Result)
  } catch (problem) {
    // Only what the database itself refused is known to have left nothing.
    const isRefused = problem instanceof pg.DatabaseError
    if (batch.length > 1 && isRefused) for (const each of batch) await answer([each], run)
    else for (const { reject } of batch) reject(problem)
  }
}
