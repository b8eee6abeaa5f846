import { readFileSync } from 'node:fs'
import type { Answer, Asker } from '../../src/ask/index.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createLibrary, loadPlanFolder } from '../../src/plans/index.ts'
import type { Question } from './grade.ts'

const PLANS = new URL('../../prisma/plans', import.meta.url).pathname

/** The plan packs that are shipped. */
export async function shippedLibrary(): Promise<PlanLibrary> {
  const read = await loadPlanFolder(PLANS)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1))
  return createLibrary(read.catalogue, read.plans)
}

export const questionsIn = (file: string): Question[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

/** Asks in order, each follow-up with the topic of the answer it follows. */
export function askAll(asker: Asker, questions: readonly Question[]): { answers: Answer[]; times: number[] } {
  const byId = new Map<string, Answer>()
  const times: number[] = []
  const answers = questions.map(({ id, q, today = '2026-01-15', followup }) => {
    const topic = followup === undefined ? undefined : byId.get(followup)?.topic
    const start = performance.now()
    const answer = asker.ask(q, { today, ...(topic ? { topic } : {}) })
    times.push(performance.now() - start)
    byId.set(id, answer)
    return answer
  })
  return { answers, times }
}
