import type { PersonId } from '../../domain/brand.ts'
import type { Period } from '../../domain/period.ts'

export interface StoredPack {
  readonly code: string
  readonly key: string
  readonly checksum: string
  readonly content: unknown
}

export interface PlanStore {
  list(): Promise<readonly StoredPack[]>
  /** What is loaded, without what is in it. */
  versions(): Promise<readonly Pick<StoredPack, 'code' | 'checksum'>[]>
  save(pack: StoredPack, at: Date): Promise<void>
  /** Local due dates, by `form period`. */
  localDeadlines(): Promise<ReadonlyMap<string, string>>
  setLocalDeadline(
    form: string,
    period: Period,
    dueOn: string,
    by: PersonId | undefined,
    at: Date,
  ): Promise<void>
  removeLocalDeadline(form: string, period: Period): Promise<void>
}
