import { type LocalDate, localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import { UNLOCK_HOURS } from '../../usecases/unlock-submission.ts'
import { lines } from '../views/view.ts'
import { asMessage, type Notice, type NoticeDeps } from './notice.ts'

interface FormParams {
  readonly form: string
  readonly period: string
  readonly unit: string
}

const formText = ({ library }: NoticeDeps, t: T, { form, period }: FormParams): string =>
  `${library.form(form).form.title[t.locale]}, ${formatPeriod(getPeriod(period), t.locale)}`

/** To a teacher: a form, or blocks of it, is theirs to fill. */
export const assigned: Notice = {
  kind: 'assigned',
  render: (
    deps,
    t,
    params: FormParams & { readonly submission: string; readonly sections: readonly string[] },
  ) => {
    const { form } = deps.library.form(params.form)
    const titles = form.sections
      .filter(({ id }) => params.sections.includes(id))
      .map(({ title }) => title[t.locale])
    return asMessage({
      text: lines(
        t.html('teamwork:notice.assigned', { form: formText(deps, t, params), unit: params.unit }),
        titles.length > 0 ? t.html('teamwork:notice.blocks', { blocks: titles.join(', ') }) : undefined,
      ),
      buttons: [[{ text: t('forms:button.go-on'), data: `d:go:${params.submission}` }]],
    })
  },
}

/** To the principal: a teacher is through with their part. */
export const partDone: Notice = {
  kind: 'part-done',
  render: (deps, t, params: FormParams & { readonly submission: string; readonly name: string }) =>
    asMessage({
      text: t.html('teamwork:notice.part-done', {
        name: params.name,
        form: formText(deps, t, params),
        unit: params.unit,
      }),
      buttons: [[{ text: t('teamwork:notice.look'), data: `d:card:${params.submission}` }]],
    }),
}

export const delegated: Notice = {
  kind: 'delegated',
  render: (
    _deps,
    t,
    { unit, from, until }: { readonly unit: string; readonly from: LocalDate; readonly until: LocalDate },
  ) =>
    asMessage({
      text: t.html('teamwork:notice.delegated', {
        unit,
        from: renderDate(from, t.locale),
        until: renderDate(until, t.locale),
      }),
    }),
}

/** To the office: who asks for a locked submission, and why. */
export const unlockAsked: Notice = {
  kind: 'unlock-asked',
  render: (deps, t, params: FormParams & { readonly unlock: string; readonly reason: string }) =>
    asMessage({
      text: lines(
        t.html('teamwork:notice.unlock-asked', { form: formText(deps, t, params), unit: params.unit }),
        t.html('review:notice.reason', { reason: params.reason }),
      ),
      buttons: [
        UNLOCK_HOURS.map((hours) => ({
          text: t('teamwork:unlock.hours', { count: hours }),
          data: `k:${hours}:${params.unlock}`,
        })),
        [{ text: t('teamwork:unlock.refuse'), data: `k:0:${params.unlock}` }],
      ],
    }),
}

export const unlockDecided: Notice = {
  kind: 'unlock-decided',
  render: (deps, t, params: FormParams & { readonly submission: string; readonly openUntil?: string }) => {
    const form = formText(deps, t, params)
    if (params.openUntil === undefined)
      return asMessage({ text: t.html('teamwork:notice.unlock-refused', { form }) })
    const until = new Date(params.openUntil)
    const time = `${localTimeOf(until, deps.timeZone)} ${renderDate(localDateOf(until, deps.timeZone), t.locale)}`
    return asMessage({
      text: t.html('teamwork:notice.unlock-opened', { form, time }),
      buttons: [[{ text: t('forms:button.edit'), data: `d:card:${params.submission}` }]],
    })
  },
}

/** To the unit: the office has entered its figures. */
export const onBehalf: Notice = {
  kind: 'on-behalf',
  render: (deps, t, params: FormParams & { readonly submission: string }) =>
    asMessage({
      text: t.html('teamwork:notice.on-behalf', { form: formText(deps, t, params), unit: params.unit }),
      buttons: [[{ text: t('teamwork:notice.look'), data: `d:view:${params.submission}` }]],
    }),
}
