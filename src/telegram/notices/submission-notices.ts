import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { T } from '../../i18n/texts.ts'
import { lines } from '../views/view.ts'
import { asMessage, type Notice, type NoticeDeps } from './notice.ts'

interface SubmissionParams {
  readonly submission: string
  readonly form: string
  readonly period: string
  readonly unit: string
  readonly reason?: string
}

const about = ({ library }: NoticeDeps, t: T, { form, period, unit }: SubmissionParams) => ({
  form: `${library.form(form).form.title[t.locale]}, ${formatPeriod(getPeriod(period), t.locale)}`,
  unit,
})

/** To the principal: a teacher has handed in, and it waits. */
export const confirmAsked: Notice = {
  kind: 'confirm-asked',
  render: (deps, t, params: SubmissionParams) =>
    asMessage({
      text: t.html('review:notice.confirm-asked', about(deps, t, params)),
      buttons: [[{ text: t('review:button.look'), data: `r:open:${params.submission}` }]],
    }),
}

export const accepted: Notice = {
  kind: 'accepted',
  render: (deps, t, params: SubmissionParams) =>
    asMessage({ text: t.html('review:notice.accepted', about(deps, t, params)) }),
}

export const returned: Notice = {
  kind: 'returned',
  render: (deps, t, params: SubmissionParams) =>
    asMessage({
      text: lines(
        t.html('review:notice.returned', about(deps, t, params)),
        t.html('review:notice.reason', { reason: params.reason ?? '' }),
      ),
      buttons: [[{ text: t('forms:button.correct-now'), data: `d:reopen:${params.submission}` }]],
    }),
}
