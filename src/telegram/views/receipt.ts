import type { Progress } from '../../domain/digest.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import type { T } from '../../i18n/texts.ts'
import type { Submitted } from '../../usecases/submit-form.ts'
import { progressRows } from './progress.ts'
import { lines, type View } from './view.ts'

export interface ReceiptParts {
  readonly t: T
  readonly library: PlanLibrary
  readonly submitted: Submitted
  /** The unit's own figures against the plan's targets, shown only now. */
  readonly progress: Progress
}

/** The receipt, and only after it the targets, as the level for the whole area. */
export function receiptView({ t, library, submitted, progress }: ReceiptParts): View {
  const { submission, receipt, state } = submitted
  const answered = progress.rows.filter((row) => row.value !== null)
  return {
    text: lines(
      t.html('forms:receipt.title', { receipt }),
      t.html('forms:receipt.what', {
        form: library.form(submission.form).form.title[t.locale],
        period: formatPeriod(getPeriod(submission.period), t.locale),
        unit: submission.unitName,
      }),
      t(state === 'confirmed' ? 'forms:receipt.confirmed' : 'forms:receipt.submitted'),
      answered.length > 0 ? `\n${t('forms:receipt.targets')}` : undefined,
      ...progressRows(t, answered),
    ),
    buttons: [[{ text: t('start:button.owed'), data: 'm:nop' }]],
  }
}
