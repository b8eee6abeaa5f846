import type { Actor } from '../domain/access.ts'
import { isPasted, readPastedAnswers } from '../domain/pasted-answers.ts'
import { askedQuestions } from './import-answers.ts'
import { listOwed, type Owed, type OwedDeps } from './list-owed.ts'

/** Which of the forms a person owes a message answers. */
export type PasteTarget =
  | { readonly kind: 'one'; readonly owed: Owed }
  /** Forms of several units fit equally. */
  | { readonly kind: 'several' }
  | { readonly kind: 'none' }

/** May hold a label and a value; spares the look into the database for all other messages. */
const SHAPE = /[\t\r\n]|[:=]|\d[.)]\s/

/**
 * Returns the form a message sent outside of any form answers: the one of which it names most questions, two at least; a single line
 * only for a draft that is begun. Where no value is understood it is a question rather; a row without labels belongs to no form by itself.
 */
export async function findPasteTarget(deps: OwedDeps, actor: Actor, text: string): Promise<PasteTarget> {
  if (!SHAPE.test(text.trim())) return { kind: 'none' }
  const owed = await listOwed(deps, actor)
  const fitting = owed
    .map((each) => ({ owed: each, named: namedIn(deps, actor, each, text) }))
    .filter(({ named }) => named > 0)
    .sort((a, b) => b.named - a.named)
  const best = fitting.filter(({ named }) => named === fitting[0]?.named)
  const [first] = best
  if (!first) return { kind: 'none' }
  const isOneUnit = best.every((each) => each.owed.unit.id === first.owed.unit.id)
  return isOneUnit ? { kind: 'one', owed: first.owed } : { kind: 'several' }
}

/** How many of the form's questions the message names; 0 where it cannot be meant for it. */
function namedIn(deps: OwedDeps, actor: Actor, { form, unit, submission }: Owed, text: string): number {
  if (submission && submission.state !== 'draft') return 0
  const parts = { form: form.code, levels: unit.levels, last: {}, answers: {} }
  const read = readPastedAnswers(text, askedQuestions(deps, actor, parts))
  if (read.isInOrder || read.understood.length === 0) return 0
  const isOneLine = submission !== undefined && read.named === 1
  return isPasted(text, read) || isOneLine ? read.named : 0
}
