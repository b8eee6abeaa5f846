/** One measurement, printed as a table: a row for each figure. */
export interface BenchPart {
  readonly title: string
  run(): Promise<readonly Readonly<Record<string, string | number>>[]>
}

/** Returns the middle of the figures; of an even number the higher of the two. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
