/**
 * Returns a function that answers calls made at the same time together: those of one key go to `many` in one call, once everything
 * that could be done meanwhile is done. Answers are expected in the order of the inputs; a failure is that of all.
 */
export function gather<Input, Result>(
  keyOf: (input: Input) => unknown,
  many: (inputs: readonly Input[]) => Promise<readonly Result[]>,
): (input: Input) => Promise<Result> {
  let waiting = new Map<unknown, Waiting<Input, Result>[]>()
  const flush = (): void => {
    const batches = [...waiting.values()]
    waiting = new Map()
    for (const batch of batches) void answer(batch, many)
  }
  return (input) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setImmediate(flush)
      const key = keyOf(input)
      const batch = waiting.get(key) ?? []
      waiting.set(key, batch)
      batch.push({ input, resolve, reject })
    })
}

interface Waiting<Input, Result> {
  readonly input: Input
  readonly resolve: (result: Result) => void
  readonly reject: (problem: unknown) => void
}

async function answer<Input, Result>(
  batch: readonly Waiting<Input, Result>[],
  many: (inputs: readonly Input[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await many(batch.map(({ input }) => input))
    for (const [place, { resolve }] of batch.entries()) resolve(results[place] as Result)
  } catch (problem) {
    for (const { reject } of batch) reject(problem)
  }
}
