import { z } from 'zod'
import { systemScope } from '../../domain/access.ts'
import { localDateOf } from '../../domain/local-date.ts'
import type { Answer, Asker, Topic } from '../../usecases/ask-plan.ts'
import { findReached, type Reached } from '../../usecases/find-reached.ts'
import { type CliCommand, type CliContext, type CliIo, findOption, UsageError } from '../command.ts'

const line = z.object({
  id: z.string(),
  q: z.string(),
  followup: z.string().optional(),
  today: z.iso.date().optional(),
})

/** Answers from the plans alone: one question on the line, or many from standard input as JSON lines. */
export const ask: CliCommand = {
  name: 'ask',
  usage: '"QUESTION" [--home PLAN] | --jsonl',
  about: 'cli:about.ask',
  options: { jsonl: { type: 'boolean' }, home: { type: 'string' } },
  async run(open, args, io) {
    const home = findOption(args, 'home')
    if (args.options.jsonl === true) return answerLines(await open(), home, io)
    const question = args.rest.join(' ').trim()
    if (question === '') throw new UsageError('QUESTION')
    const context = await open()
    const answer = context.asker.ask(question, { today: todayOf(context), ...(home && { home }) })
    io.out([answer.text, ...answer.choices.map(({ label }) => `• ${label}`)].join('\n'))
    return answer.behaviour === 'refuse' ? 1 : 0
  },
}

const todayOf = ({ clock, timeZone }: CliContext): string => localDateOf(clock.now(), timeZone)

/** A line that is no question stops the run, named by its number; the answers before it stand. */
async function answerLines(context: CliContext, home: string | undefined, io: CliIo): Promise<number> {
  warmUp(context)
  const topics = new Map<string, Topic>()
  const lines = (await io.readInput()).split('\n')
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue
    const question = parseLine(text)
    if (!question) throw new UsageError(`line ${index + 1}: {"id", "q", "followup"?, "today"?}`)
    const topic = question.followup === undefined ? undefined : topics.get(question.followup)
    const asked = {
      today: question.today ?? todayOf(context),
      ...(topic && { topic }),
      ...(home && { home }),
    }
    const { answer, ms } = timed(context.asker, question.q, asked)
    topics.set(question.id, answer.topic)
    const reached = await findReached(context, { scope: systemScope }, answer)
    io.out(
      JSON.stringify({ ...lineOf(question.id, answer, ms), ...(reached && { reached: fieldOf(reached) }) }),
    )
  }
  return 0
}

/** The index is built with the first question, and a process just begun reads slowly: what is timed is answering as in a bot that runs. */
function warmUp(context: CliContext): void {
  const today = todayOf(context)
  const labels = context.library.plans.flatMap(({ targets }) => targets.map(({ label }) => label))
  for (const { vi, en } of labels.slice(0, MOST_WARMING))
    for (const question of [vi, en]) context.asker.ask(question, { today })
}

const MOST_WARMING = 150

function parseLine(text: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function timed(
  asker: Asker,
  question: string,
  asked: Parameters<Asker['ask']>[1],
): { answer: Answer; ms: number } {
  const start = performance.now()
  const answer = asker.ask(question, asked)
  return { answer, ms: Math.round((performance.now() - start) * 100) / 100 }
}

/** What has been reported so far, apart from what the plan says. */
const fieldOf = ({ unit, period, asOf, row }: Reached) => {
  const { indicator, levels, numerator, denominator, value, interval, reported, expected } = row
  const figures = { indicator, levels, numerator, denominator, value, ...(interval && { interval }) }
  return { unit, period, asOf, ...figures, reported, expected }
}

const lineOf = (id: string, answer: Answer, ms: number) => ({
  id,
  behaviour: answer.behaviour,
  text: answer.text,
  choices: answer.choices.map(({ label }) => label),
  citations: answer.citations.map(({ document, section }) => ({ document, section })),
  ms,
})
