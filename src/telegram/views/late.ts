import type { Form, Question } from '../../domain/form.ts'
import { lateDueOn } from '../../domain/late-result.ts'
import { getPeriod } from '../../domain/period.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'

/** What stands in place of a result still to come: «có sau, hạn 31/1/2027». */
export function lateText(t: T, form: Form, question: Question, period: string): string {
  const dueOn = lateDueOn(form, question, getPeriod(period))
  return dueOn === undefined
    ? t('forms:card.later')
    : t('forms:card.later-by', { date: renderDate(dueOn, t.locale) })
}
