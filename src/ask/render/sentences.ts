import type { Level } from '../../domain/level.ts'
import type { Citation } from '../../domain/plan.ts'
import type { Part, RefusalReason } from '../answer.ts'

/** Whole sentences of one language; parameters are already in that language. */
export interface Sentences {
  readonly levels: Readonly<Record<Level, string>>
  target(part: Part, showsPlan: boolean): string
  duty(part: Part, showsPlan: boolean): string
  deadline(part: Part, showsPlan: boolean, asksDays: boolean, today: string): string
  fact(part: Part, showsPlan: boolean): string
  /** `on`, `until`: ISO dates. */
  office(part: Part, on: string, until: string): string
  officeSource(on: string): Citation
  note(text: string): string
  source(document: string, section: string): string
  bodies(plan: string, names: readonly string[]): string
  difference(first: string, second: string, by: string): string
  sameValue(): string
  differentYears(): string
  premiseWrong(): string
  premiseRight(): string
  yearWrong(): string
  whichOne(): string
  /** What a short answer leaves out. */
  more(count: number): string
  choice(part: Part): string
  question(part: Part): string
  refusal(reason: RefusalReason, plan: string | undefined, place: string | undefined, asked: string): string
  nearest(): string
  otherPlan(plan: string, label: string, section: string): string
  talk(about: 'greeting' | 'thanks' | 'help', places: readonly string[]): string
}
