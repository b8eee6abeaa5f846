import { DomainError } from '../../domain/errors.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import { renderError } from '../../i18n/render-error.ts'
import type { T } from '../../i18n/texts.ts'

/** Does something; a refusal comes back in words (HTML), another error is thrown on, so that the same can be tried again. */
export async function attempt<Result>(
  t: T,
  work: () => Promise<Result>,
): Promise<{ readonly done: Result } | { readonly refused: string }> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof DomainError) return { refused: escapeHtml(renderError(t, error)) }
    throw error
  }
}

/** Returns null when it is done, or why not (HTML). */
export async function refusalOf(t: T, act: () => Promise<unknown>): Promise<string | null> {
  const attempted = await attempt(t, act)
  return 'refused' in attempted ? attempted.refused : null
}
