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
  const waiting: Waiting<Input, Result>[] = []
  let busy = 0

  function next(): void {
    if (busy === lanes || waiting.length === 0) return
    const batch = take(waiting, touches)
    busy += 1
    void answer(batch, run).finally(() => {
      busy -= 1
      next()
    })
  }

  return (input: Input): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      setImmediate(next)
    })
}

/** Takes away the first to have come, as many as go together. */
function take<Input, Result>(
  waiting: Waiting<Input, Result>[],
  touches: (input: Input) => readonly string[],
): readonly Waiting<Input, Result>[] {
  const touched = new Set<string>()
  const batch: Waiting<Input, Result>[] = []
  const left: Waiting<Input, Result>[] = []
  for (const each of waiting.splice(0)) {
    const names = touches(each.input)
    const goes = batch.length < MOST_TOGETHER && names.every((name) => !touched.has(name))
    for (const name of names) touched.add(name)
    ;(goes ? batch : left).push(each)
  }
  waiting.push(...left)
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
