import { DomainError, type ErrorCode } from '../domain/errors.ts'
import { recordRefusal } from '../usecases/record-refusal.ts'
import type { BotDeps } from './bot-deps.ts'
import type { BotContext } from './context.ts'

/** Refused whatever it came from. */
const ALWAYS: readonly ErrorCode[] = [
  'not-allowed',
  'not-assigned',
  'button-invalid',
  'command-not-own',
  'group-code-invalid',
  'too-many-tries',
  'group-admin-needed',
  'group-is-public',
  'anonymous-admin',
]

/** A button is only shown to those whose it is: what it names is there, unless it was forged, is another's, or the right to it is gone. */
const isRefusal = (ctx: BotContext, { code }: DomainError): boolean =>
  ALWAYS.includes(code) ||
  (ctx.callbackQuery !== undefined && /-(?:not-found|invalid)$|^not-registered$/.test(code))

/** Writes down a refusal, by the name of the command or button alone. */
export async function noteRefusal(deps: BotDeps, ctx: BotContext, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || !ctx.from || !isRefusal(ctx, error)) return
  await noteTried(deps, ctx, error.code)
}

/** Writes down that what the update asks for was refused, and why. */
export async function noteTried(deps: BotDeps, ctx: BotContext, why: string): Promise<void> {
  const { person } = ctx.state
  if (!ctx.from) return
  await recordRefusal(deps, {
    ...{ telegramUserId: ctx.from.id, what: whatOf(ctx), why },
    ...(person.id !== '' && { person: person.id }),
  })
}

/** The names of a button and what it does, never what it is about; the word of a command, never its argument. */
function whatOf({ callbackQuery, message }: BotContext): string {
  if (callbackQuery) {
    const data = 'data' in callbackQuery ? callbackQuery.data : ''
    return `button:${data.split(':').slice(0, 2).filter(isName).join(':')}`
  }
  const text = message && 'text' in message ? message.text : ''
  const word = /^\/([a-z]{1,32})/.exec(text)?.[1]
  return word === undefined ? 'message' : `command:${word}`
}

const isName = (part: string): boolean => /^[a-z][a-z-]{0,15}$/.test(part)
