import type { TelegramProbe } from '../usecases/ports.ts'
import type { ApiAnswer } from './transport/api-answer.ts'

export interface ProbeOptions {
  readonly token: string
  readonly apiRoot: string
  /** Goes through the proxy where there is one. */
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly timeoutMs?: number
}

/** Returns whether Telegram answers to this token, how fast, and how far its clock is from ours. Never throws, and never names the token. */
export async function probeTelegram(options: ProbeOptions): Promise<TelegramProbe> {
  const { token, apiRoot, now, timeoutMs = 15_000 } = options
  const from = now()
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await options.fetch(`${apiRoot}/bot${token}/getMe`, { signal })
    const until = now()
    const answer = parse(await response.text())
    if (answer === undefined) return { kind: 'no-bot-api', status: response.status }
    if (!answer.ok) return { kind: 'refused', code: answer.error_code, description: answer.description }
    const told = Date.parse(response.headers.get('date') ?? '')
    return {
      kind: 'reached',
      username: (answer.result as { readonly username: string }).username,
      tookMs: until - from,
      ...(Number.isNaN(told) ? {} : { aheadMs: aheadOf(told, from, until) }),
    }
  } catch (error) {
    return { kind: 'unreachable', why: reasonOf(error) }
  }
}

/** How much our clock is ahead of theirs, which tells whole seconds; 0 while both can be right. */
function aheadOf(told: number, from: number, until: number): number {
  if (until < told) return until - told
  return from > told + 1000 ? from - told - 1000 : 0
}

function parse(text: string): ApiAnswer | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? (answer as ApiAnswer) : undefined
  } catch {
    return undefined
  }
}

/** The innermost code: the outer ones say only that a fetch failed. */
function reasonOf(error: unknown): string {
  let reason = 'unknown'
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    reason = 'code' in at && typeof at.code === 'string' ? at.code : at.name
  return reason
}
